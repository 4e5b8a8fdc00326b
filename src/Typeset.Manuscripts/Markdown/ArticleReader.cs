using System.Collections.Immutable;
using System.Globalization;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Manuscripts.Images;
using Typeset.Manuscripts.Sources;
using Typeset.Manuscripts.Yaml;

namespace Typeset.Manuscripts.Markdown;

/// <summary>An article with what its front matter changes in the style.</summary>
internal sealed record ArticleManuscript(Article Article, StyleOverrides? Overrides);

/// <summary>Reads one manuscript file: front matter, then Markdown.</summary>
internal sealed class ArticleReader(ImageShelf images, LinkTargets links, DiagnosticBag diagnostics)
{
    public ArticleManuscript Read(SourceText source, string path, string id)
    {
        var frontMatter = FrontMatter.Read(source, diagnostics);
        var (header, overrides) = ReadHeader(source, frontMatter, id);
        var (blocks, notes) = ReadBody(source, frontMatter.BodyStart, path);
        if (source.Text.AsSpan(frontMatter.BodyStart).IsWhiteSpace()) diagnostics.Add(BookletMessages.EmptyArticle.At(source.Span(frontMatter.BodyStart, frontMatter.BodyStart)));
        return new ArticleManuscript(header with { Blocks = blocks, Footnotes = notes }, overrides);
    }

    /// <summary>All keys of the front matter, for the schema's test.</summary>
    public static void ListKeys(ICollection<string> log)
    {
        var bag = new DiagnosticBag();
        var reader = new ArticleReader(null!, null!, bag);
        reader.ReadKeys(new MappingReader(YamlMapping.Empty, bag, "", log), "", default);
    }

    public (Article Article, StyleOverrides? Overrides) ReadHeader(SourceText source, FrontMatter frontMatter, string id)
    {
        var title = frontMatter.Mapping.Find("title")?.Value;
        if (!frontMatter.IsBroken && title is null or YamlScalar { IsNull: true }) diagnostics.Add(BookletMessages.MissingArticleTitle.At(title?.Span ?? source.Span(0, 0)));
        return ReadKeys(new MappingReader(frontMatter.Mapping, diagnostics), id, title?.Span ?? source.Span(0, 0));
    }

    private (Article Article, StyleOverrides? Overrides) ReadKeys(MappingReader keys, string id, SourceSpan place)
    {
        var title = TitleParts.Of(keys.Texts("title"));
        var article = new Article
        {
            Id = id,
            Title = title.IsEmpty ? [id] : title,
            Subtitle = Line(keys, "subtitle"),
            Byline = string.Join('\u3000', keys.Texts("byline").Select(LineJoin.Join)),
            Date = PrintedDate.Of(Line(keys, "date")),
            Source = Line(keys, "source"),
            Note = Line(keys, "note"),
            ShortTitle = Line(keys, "short-title"),
            Mark = Line(keys, "mark"),
            Span = place,
        };
        var style = keys.Whole("style");
        keys.Close();
        return (article, style is null ? null : new StyleOverrides(style));
    }

    public (ImmutableArray<Block> Blocks, ImmutableArray<Footnote> Notes) ReadBody(SourceText source, int start, string path)
    {
        if (MarkupLimits.Exceeded(source, start) is { } problem)
        {
            diagnostics.Add(problem);
            return ([], []);
        }

        var manuscript = new Manuscript(source, start, BookletPath.FolderOf(path), images, links, diagnostics);
        try
        {
            var document = MarkdownSyntax.Parse(source.Text[start..]);
            var blocks = new BlockReader(manuscript).Read(document);
            var notes = NoteReader.Read(manuscript);
            NoteReader.ReportUnused(document, manuscript);
            return (blocks, notes);
        }
        catch (ArgumentException exception) when (exception.Message.Contains("nested", StringComparison.Ordinal))
        {
            // Markdig's way of saying that the nesting limit is passed; it does not say where.
            diagnostics.Add(ManuscriptMessages.NestedTooDeep.At(source.Span(start, start), MarkupLimits.QuoteLimit.ToString(CultureInfo.InvariantCulture)));
            return ([], []);
        }
    }

    private static string Line(MappingReader keys, string key) => LineJoin.Join(keys.Text(key) ?? "");
}
