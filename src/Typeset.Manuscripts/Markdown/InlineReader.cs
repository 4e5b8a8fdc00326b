using Markdig.Extensions.Footnotes;
using Markdig.Syntax.Inlines;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using MarkdownFootnote = Markdig.Extensions.Footnotes.Footnote;

namespace Typeset.Manuscripts.Markdown;

/// <summary>An image met inside a text, with the attributes behind it.</summary>
internal sealed record InlineImage(LinkInline Link, AttributeList Attributes);

/// <summary>Reads the inlines of one paragraph into a flat text; lives as long as the paragraph.</summary>
internal sealed class InlineReader(Manuscript manuscript, int end, bool inNote)
{
    private readonly RichTextBuilder _text = new(manuscript.Source);
    private int _hiddenUntil;
    private InlineFormat _tagged;

    /// <summary>The text is a table's cell, where a bar has a backslash even inside code.</summary>
    public bool InCell { get; init; }

    /// <summary>Images met on the way; they stand beside the text.</summary>
    public List<InlineImage> Images { get; } = [];

    /// <summary>The text of an inline tree; source from <c>end</c> on (attributes) does not belong to it.</summary>
    public RichText Read(ContainerInline? root)
    {
        if (root is null) return RichText.Empty;
        ReadChildren(root, default);
        if (_tagged != InlineFormat.None) manuscript.Report(ManuscriptMessages.UnclosedTag, manuscript.SpanOf(root.Span));
        var text = _text.Build();
        TextChecks.Report(text, manuscript);
        return text;
    }

    private void ReadChildren(ContainerInline parent, Markup markup)
    {
        for (var inline = parent.FirstChild; inline is not null; inline = inline.NextSibling) ReadInline(inline, markup);
    }

    private void ReadInline(Inline inline, Markup markup)
    {
        var span = manuscript.SpanOf(inline.Span);
        if (span.Start >= end && inline is not FootnoteLink { IsBackLink: true }) return;
        switch (inline)
        {
            case LiteralInline literal: ReadLiteral(literal, span, markup); break;
            case LineBreakInline { IsHard: true }: _text.HardBreak(span); break;
            case LineBreakInline: _text.SoftBreak(span); break;
            case EmphasisInline emphasis: ReadChildren(emphasis, markup.With(emphasis.DelimiterCount >= 2 ? InlineFormat.Strong : InlineFormat.EmphasisDots)); break;
            case CodeInline code: ReadCode(code, span, markup); break;
            case FootnoteLink link: ReadNoteMark(link, span); break;
            case LinkInline { IsImage: true } image: ReadImage(image, span); break;
            case LinkInline link: ReadLink(link, span, markup); break;
            case AutolinkInline address: ReadAddress(address, span, markup); break;
            case HtmlEntityInline entity: ReadEntity(entity, span, markup); break;
            case HtmlInline html: ReadHtml(html, span); break;
            case ContainerInline container: ReadChildren(container, markup); break;
            default: Verbatim(span.Start, span.End, markup); break;
        }
    }

    private void ReadLiteral(LiteralInline literal, SourceSpan span, Markup markup)
    {
        var content = literal.Content.AsSpan();
        var start = span.End - content.Length;
        if (start >= span.Start && manuscript.Source.Text.AsSpan(start, content.Length).SequenceEqual(content)) Verbatim(start, span.End, markup);
        else _text.Other(content.ToString(), span, markup.With(_tagged));
    }

    private void ReadCode(CodeInline code, SourceSpan span, Markup markup)
    {
        if (InCell && code.Content.Contains("\\|", StringComparison.Ordinal))
        {
            _text.Other(code.Content.Replace("\\|", "|", StringComparison.Ordinal), span, markup.With(InlineFormat.Code | _tagged));
            return;
        }

        var inner = span.Start + code.DelimiterCount;
        var at = code.Content.Length == 0 ? -1 : manuscript.Source.Text.IndexOf(code.Content, inner, span.End - inner, StringComparison.Ordinal);
        if (at >= 0) Verbatim(at, at + code.Content.Length, markup.With(InlineFormat.Code | _tagged));
        else _text.Other(code.Content, span, markup.With(InlineFormat.Code | _tagged));
    }

    private void ReadNoteMark(FootnoteLink link, SourceSpan span)
    {
        if (link.IsBackLink) return;
        manuscript.UsedNotes.Add(link.Footnote);
        if (inNote)
        {
            manuscript.Report(ManuscriptMessages.NoteInNote, span);
            return;
        }

        _text.NoteMark(manuscript.Marks.Count, span);
        manuscript.Marks.Add(link.Footnote);
    }

    private void ReadImage(LinkInline image, SourceSpan span)
    {
        var attributes = AttributeList.At(manuscript.Source, span.End, manuscript.Source.Text.Length) ?? AttributeList.None;
        if (!attributes.Span.IsNone) _hiddenUntil = attributes.Span.End;
        Images.Add(new InlineImage(image, attributes));
    }

    private void ReadLink(LinkInline link, SourceSpan span, Markup markup)
    {
        if (link.Reference is { } definition) manuscript.UsedDefinitions.Add(definition);
        var target = manuscript.Links.Resolve(link.Url ?? "", manuscript.Folder, span, manuscript.Diagnostics);
        ReadChildren(link, markup with { LinkTarget = target });
    }

    private void ReadAddress(AutolinkInline address, SourceSpan span, Markup markup)
    {
        var target = manuscript.Links.Resolve(address.IsEmail ? "mailto:" + address.Url : address.Url, manuscript.Folder, span, manuscript.Diagnostics);
        Verbatim(span.Start + 1, span.End - 1, markup with { LinkTarget = target });
    }

    private void ReadEntity(HtmlEntityInline entity, SourceSpan span, Markup markup)
    {
        var text = entity.Transcoded.ToString();
        if (text == "\t" || (!text.AsSpan().ContainsAny("\uFFFC\uFFFD\u2028\u2029") && !text.AsSpan().ContainsAnyInRange('\0', '\x1f'))) _text.Other(text, span, markup.With(_tagged));
        else manuscript.Report(BookletMessages.ControlCharacter, span, entity.Original.ToString());
    }

    private void ReadHtml(HtmlInline html, SourceSpan span)
    {
        if (html.Tag.StartsWith("<!--", StringComparison.Ordinal)) return;
        if (MarkupTag.Find(html.Tag) is not { } tag) manuscript.Report(ManuscriptMessages.RawHtml, span, html.Tag);
        else if (tag.IsBreak) _text.HardBreak(span);
        else _tagged = tag.IsEnd ? _tagged & ~tag.Format : _tagged | tag.Format;
    }

    private void Verbatim(int start, int stop, Markup markup)
    {
        start = Math.Max(start, _hiddenUntil);
        stop = Math.Min(stop, end);
        if (start < stop) _text.Verbatim(start, stop, markup.With(_tagged));
    }
}
