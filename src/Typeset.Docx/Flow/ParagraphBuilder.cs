using DocumentFormat.OpenXml;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Docx.Parts;
using Typeset.Docx.Runs;

namespace Typeset.Docx.Flow;

/// <summary>What a paragraph has of its own, besides its style and text.</summary>
internal sealed record ParagraphPlace(HouseStyle Variant, TextRole Role)
{
    /// <summary>Indented by so much more than its style says.</summary>
    public Length Shift { get; init; }

    /// <summary>The measure that its indents stand in, in twips.</summary>
    public required int Measure { get; init; }

    /// <summary>Twips that lines may be longer by than the measure.</summary>
    public int Reserve { get; init; }

    /// <summary>Space above, in twips, where it is not the style's.</summary>
    public int? Before { get; init; }

    /// <summary>A list's mark: the number of its list and its level from 0.</summary>
    public (int List, int Level)? Mark { get; init; }

    /// <summary>Kept on one page with the next paragraph, or not, where it is not the style's to say.</summary>
    public bool? KeepWithNext { get; init; }

    /// <summary>May be parted by a page's end though its style keeps it whole.</summary>
    public bool MayBeParted { get; init; }
    public bool BreakBefore { get; init; }
    public Alignment? Alignment { get; init; }

    /// <summary>The id of a note by its index in the article.</summary>
    public Func<int, int> NoteId { get; init; } = static index => index;

    /// <summary>How the text is set.</summary>
    public TextStyle Style => StylesPart.StyleOf(Role, Variant);
}

/// <summary>Makes paragraphs: the style, what differs from it, and the text, its lines pinned.</summary>
internal sealed class ParagraphBuilder(TwinContext context, DocxLinks links)
{
    private readonly ParagraphWriter _writer = context.NewWriter(links);

    /// <summary>What the lines of the last paragraph took of its reserve, in twips.</summary>
    public int Overhang => _writer.Overhang;

    public W.Paragraph Make(RichText text, TextMap? map, ParagraphPlace place)
    {
        var paragraph = new W.Paragraph(PropertiesOf(place));
        Append(paragraph, text, map, place);
        return paragraph;
    }

    /// <summary>Appends a text to a paragraph, or to a link in it.</summary>
    public void Append(OpenXmlElement paragraph, RichText text, TextMap? map, ParagraphPlace place)
    {
        var style = place.Style;
        var job = new TextJob(text, new ParagraphLook(place.Variant, style), map, PageMetrics.RoomOf(style with { Alignment = place.Alignment ?? style.Alignment }, place.Measure, Twips.Of(place.Shift)))
        {
            BreaksBySense = style.Balance || style.MaxCharacters > 0 || place.Role is TextRole.ContentsPart or TextRole.ContentsEntry, NoteId = place.NoteId, Reserve = place.Reserve,
        };
        _writer.Append(paragraph, job);
    }

    public W.ParagraphProperties PropertiesOf(ParagraphPlace place)
    {
        var style = place.Variant.Of(place.Role);
        var properties = new W.ParagraphProperties(new W.ParagraphStyleId { Val = context.Sheet.IdOf(place.Role, place.Variant) });
        if (place.KeepWithNext is { } keeps) properties.Append(keeps ? new W.KeepNext() : new W.KeepNext { Val = false });
        if (place.MayBeParted) properties.Append(new W.KeepLines { Val = false });
        if (place.BreakBefore) properties.Append(new W.PageBreakBefore());
        if (place.Mark is { } mark) properties.Append(new W.NumberingProperties(new W.NumberingLevelReference { Val = mark.Level }, new W.NumberingId { Val = mark.List }));
        if (place.Before is { } before && Math.Abs(before - Twips.Of(style.SpaceBefore)) > 1) properties.Append(new W.SpacingBetweenLines { Before = Twips.Text(before) });
        if (!place.Shift.IsZero || place.Mark is not null) properties.Append(ParagraphPropertiesMaker.Indents(style, place.Shift));
        if (place.Alignment is { } alignment && alignment != style.Alignment) properties.Append(ParagraphPropertiesMaker.Justify(alignment));
        return properties;
    }
}
