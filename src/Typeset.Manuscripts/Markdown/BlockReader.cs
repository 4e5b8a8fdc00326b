using System.Collections.Immutable;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Block = Typeset.Documents.Block;
using MarkdownBlock = Markdig.Syntax.Block;
using MarkdownList = Markdig.Syntax.ListBlock;
using SourceSpan = Typeset.Core.SourceSpan;

namespace Typeset.Manuscripts.Markdown;

/// <summary>Reads the block tree of one article into the document model.</summary>
internal sealed class BlockReader(Manuscript manuscript, bool inNote = false)
{
    private static readonly string[] RoleClasses = ["salutation", "signature", "dateline", "center", "right", "noindent"];
    private static readonly string[] HeadingClasses = ["attachment"];
    private static readonly string[] AttachmentKeys = ["mark"];

    public ImmutableArray<Block> Read(ContainerBlock container)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        ReadChildren(container, blocks);
        return blocks.ToImmutable();
    }

    private void ReadChildren(ContainerBlock container, ImmutableArray<Block>.Builder blocks)
    {
        foreach (var block in container) ReadBlock(block, blocks);
    }

    private void ReadBlock(MarkdownBlock block, ImmutableArray<Block>.Builder blocks)
    {
        var span = manuscript.SpanOf(block.Span);
        if (block is ParagraphBlock or HeadingBlock) MarkupLimits.ReportUnparsed((LeafBlock)block, span, manuscript);
        switch (block)
        {
            case HeadingBlock heading: ReadHeading(heading, span, blocks); break;
            case ParagraphBlock paragraph: ReadParagraph(paragraph, span, blocks); break;
            case QuoteBlock quote: blocks.Add(new Quote(Read(quote), span)); break;
            case MarkdownList list: blocks.Add(ListReader.Read(list, span, manuscript, this)); break;
            case TableBlock table: blocks.Add(TableReader.Read(table, span, manuscript, inNote)); break;
            case ThematicBreakBlock: blocks.Add(new ThematicBreak(span)); break;
            case PageBreakBlock: blocks.Add(new PageBreak(span)); break;
            case HtmlBlock html: ReadHtml(html, span); break;
            case CodeBlock code: blocks.Add(CodeReader.Read(code, span, manuscript)); break;
            case FootnoteGroup or LinkReferenceDefinitionGroup: break;
            case ContainerBlock container: ReadChildren(container, blocks); break;
            case LeafBlock { Inline: not null } leaf: ReadPlain(leaf, span, blocks); break;
            default: break;
        }
    }

    private void ReadHeading(HeadingBlock heading, SourceSpan span, ImmutableArray<Block>.Builder blocks)
    {
        if (heading.IsSetext) manuscript.Report(ManuscriptMessages.UnderlinedHeading, span);
        var attributes = AttributeList.AtEndOf(manuscript.Source, span.Start, span.End);
        var reader = new InlineReader(manuscript, TextEnd(span, attributes), inNote);
        var text = reader.Read(heading.Inline);
        FigureReader.Refuse(reader.Images, manuscript);
        var isAttachment = attributes.ClassAmong(HeadingClasses, manuscript.Diagnostics) is not null;
        attributes.ReportOthers(isAttachment ? AttachmentKeys : [], manuscript.Diagnostics);
        if (isAttachment) blocks.Add(new Attachment(attributes.Find("mark")?.Value ?? "附件", text, span));
        else if (text.IsEmpty) manuscript.Report(ManuscriptMessages.EmptyHeading, span);
        else blocks.Add(new Heading(heading.Level, text, span));
    }

    private void ReadParagraph(ParagraphBlock paragraph, SourceSpan span, ImmutableArray<Block>.Builder blocks)
    {
        var attributes = AttributeList.AtEndOf(manuscript.Source, span.Start, span.End);
        var reader = new InlineReader(manuscript, TextEnd(span, attributes), inNote);
        var text = reader.Read(paragraph.Inline);
        var ownAttributes = reader.Images.Exists(image => image.Attributes.Span == attributes.Span) ? AttributeList.None : attributes;
        if (TableReader.TakesCaption(blocks, text, manuscript)) return;
        AddParagraphs(text, RoleOf(ownAttributes), span, blocks);
        if (!text.IsEmpty && reader.Images.Count > 0) manuscript.Report(ManuscriptMessages.ImageAmongText, manuscript.SpanOf(reader.Images[0].Link.Span));
        if (text.IsEmpty && reader.Images.Count == 0 && !attributes.Span.IsNone) manuscript.Report(ManuscriptMessages.EmptyParagraph, attributes.Span);
        FigureReader.Read(reader.Images, manuscript, inNote, blocks);
    }

    private void ReadPlain(LeafBlock leaf, SourceSpan span, ImmutableArray<Block>.Builder blocks) =>
        AddParagraphs(new InlineReader(manuscript, span.End, inNote).Read(leaf.Inline), ParagraphRole.Body, span, blocks);

    private static void AddParagraphs(RichText text, ParagraphRole role, SourceSpan span, ImmutableArray<Block>.Builder blocks)
    {
        foreach (var part in RichTextParts.Split(text, RichTextBuilder.ParagraphBreak))
        {
            if (!part.IsEmpty) blocks.Add(new Paragraph(part, role, part.Text.Length == text.Text.Length ? span : part.Runs[0].Span.To(part.Runs[^1].Span)));
        }
    }

    private ParagraphRole RoleOf(AttributeList attributes)
    {
        attributes.ReportOthers([], manuscript.Diagnostics);
        return attributes.ClassAmong(RoleClasses, manuscript.Diagnostics) switch
        {
            "salutation" => ParagraphRole.Salutation,
            "signature" => ParagraphRole.Signature,
            "dateline" => ParagraphRole.Dateline,
            "center" => ParagraphRole.Center,
            "right" => ParagraphRole.Right,
            "noindent" => ParagraphRole.NoIndent,
            _ => ParagraphRole.Body,
        };
    }

    private void ReadHtml(HtmlBlock html, SourceSpan span)
    {
        if (html.Type == HtmlBlockType.Comment) return;
        var source = manuscript.Source;
        manuscript.Report(ManuscriptMessages.RawHtml, span, source.LineAt(source.PositionOf(span.Start).Line).Trim());
    }

    private static int TextEnd(SourceSpan span, AttributeList attributes) => attributes.Span.IsNone ? span.End : attributes.Span.Start;
}
