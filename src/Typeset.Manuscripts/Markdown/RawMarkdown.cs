using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Manuscripts.Images;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Sources;

namespace Typeset.Manuscripts.Markdown;

/// <summary>Reads Markdown as a raw manuscript: its headings and blocks are what they say, the rest is left to recovery.</summary>
internal static class RawMarkdown
{
    public static RawManuscript? Read(RawFile file, TextEncoding? named, DiagnosticBag diagnostics)
    {
        if (RawDecoder.Decode(file.Path, file.Bytes.Span, named, diagnostics) is not { } decoded) return null;
        var source = decoded.Text.Contains('\f') ? new SourceText(decoded.Path, decoded.Text.Replace('\f', '\n')) : decoded;
        var reader = new ArticleReader(new ImageShelf(file.Beside, diagnostics), new LinkTargets(ImmutableDictionary<string, string>.Empty), diagnostics);
        var units = ImmutableArray.CreateBuilder<RawUnit>();
        var frontMatter = FrontMatter.Read(source, diagnostics);
        if (frontMatter.Mapping.Find("title") is not null) AddHeader(reader.ReadHeader(source, frontMatter, "").Article, units);
        var (blocks, notes) = reader.ReadBody(source, frontMatter.BodyStart, "");
        foreach (var block in blocks) Add(block, units);
        return new RawManuscript(source, RawKind.Markdown, units.ToImmutable()) { Footnotes = notes };
    }

    private static void AddHeader(Article article, ImmutableArray<RawUnit>.Builder units)
    {
        Add(article.Mark, LineRole.Mark);
        foreach (var part in article.Title) Add(part, LineRole.Title);
        Add(article.Subtitle, LineRole.Subtitle);
        Add(article.Byline, LineRole.Byline);
        Add(article.Date, LineRole.Date);
        Add(article.Source, LineRole.Source);
        Add(article.Note, LineRole.Note);

        void Add(string text, LineRole role)
        {
            if (text.Length > 0) units.Add(new RawParagraph(RichText.Plain(text, article.Span, verbatim: false), new RawHints { Role = role, IsWhole = true }, article.Span));
        }
    }

    private static void Add(Block block, ImmutableArray<RawUnit>.Builder units)
    {
        switch (block)
        {
            case Paragraph paragraph: units.Add(new RawParagraph(paragraph.Text, new RawHints { Role = RoleOf(paragraph.Role), IsWhole = true }, paragraph.Span)); break;
            case Heading heading: units.Add(new RawParagraph(heading.Text, new RawHints { OutlineLevel = heading.Level, IsWhole = true }, heading.Span)); break;
            case Attachment attachment:
                units.Add(new RawParagraph(RichText.Plain(attachment.Mark, attachment.Span, verbatim: false), new RawHints { Role = LineRole.AttachmentMark, IsWhole = true }, attachment.Span));
                units.Add(new RawParagraph(attachment.Title, new RawHints { Role = LineRole.AttachmentTitle, IsWhole = true }, attachment.Span));
                break;
            default: units.Add(new RawBlock(block, block.Span)); break;
        }
    }

    private static LineRole? RoleOf(ParagraphRole role) => role switch
    {
        ParagraphRole.Salutation => LineRole.Salutation,
        ParagraphRole.Signature => LineRole.Signature,
        ParagraphRole.Dateline => LineRole.Dateline,
        ParagraphRole.Center => LineRole.Center,
        ParagraphRole.Right => LineRole.Right,
        ParagraphRole.NoIndent => LineRole.NoIndent,
        _ => null,
    };
}
