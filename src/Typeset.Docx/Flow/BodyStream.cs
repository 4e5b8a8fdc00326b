using DocumentFormat.OpenXml;

namespace Typeset.Docx.Flow;

/// <summary>
/// The body as it is written. One paragraph is kept back: the section that it ends, and the space before a table behind it, are said in its properties.
/// </summary>
internal sealed class BodyStream(OpenXmlWriter writer)
{
    private W.Paragraph? _pending;
    private bool _isBehindTable;

    /// <summary>Space below the paragraph written last, in twips.</summary>
    public int SpaceAfter { get; private set; }

    public void Add(W.Paragraph paragraph, int spaceAfter)
    {
        Flush();
        (_pending, SpaceAfter, _isBehindTable) = (paragraph, spaceAfter, false);
    }

    /// <summary>
    /// The space above a paragraph that is to stand so far below the last one. Programs add what the two ask for or take the larger: where both ask for
    /// some, the one above gives up its own.
    /// </summary>
    public int Above(int gap)
    {
        if (SpaceAfter == 0) return gap;
        if (gap == SpaceAfter) return 0;
        SetAfter(0);
        return gap;
    }

    /// <summary>Leaves a space below the last paragraph, where what is next is not to have any above.</summary>
    public void Below(int gap)
    {
        if (gap != SpaceAfter && _pending is not null) SetAfter(gap);
    }

    private void SetAfter(int after)
    {
        SpaceAfter = after;
        if (_pending?.ParagraphProperties is not { } properties) return;
        if (properties.GetFirstChild<W.SpacingBetweenLines>() is { } spacing) spacing.After = Twips.Text(after);
        else properties.SpacingBetweenLines = new W.SpacingBetweenLines { After = Twips.Text(after) };
    }

    /// <summary>
    /// Gives way to a table that stands so far below what is above. Word takes two tables with nothing between them for one: a paragraph of no height parts them.
    /// </summary>
    public OpenXmlWriter BeginTable(int before)
    {
        if (_isBehindTable)
        {
            Add(Nothing(), 0);
            before = Math.Max(0, before - NothingHeight);
        }

        if (before != SpaceAfter) SetAfter(before);
        Flush();
        (SpaceAfter, _isBehindTable) = (0, true);
        return writer;
    }

    /// <summary>Ends a section that is not the last; a paragraph of no height is added where a table stands at its end.</summary>
    public void EndSection(W.SectionProperties section)
    {
        _pending ??= Nothing();
        _isBehindTable = false;
        var properties = _pending.ParagraphProperties ??= new W.ParagraphProperties();
        properties.Append(section);
        Flush();
        SpaceAfter = 0;
    }

    /// <summary>Ends the last section and with it the body; a table is never last in it, for programs would add a line of text there.</summary>
    public void Close(W.SectionProperties section)
    {
        if (_isBehindTable) Add(Nothing(), 0);
        Flush();
        writer.WriteElement(section);
    }

    private void Flush()
    {
        if (_pending is not null) writer.WriteElement(_pending);
        _pending = null;
    }

    private const int NothingHeight = 20;

    /// <summary>A paragraph of no height: 1 pt.</summary>
    public static W.Paragraph Nothing() => new(new W.ParagraphProperties(
        new W.SpacingBetweenLines { Before = "0", After = "0", Line = Twips.Text(NothingHeight), LineRule = W.LineSpacingRuleValues.Exact },
        new W.ParagraphMarkRunProperties(new W.FontSize { Val = "2" })));
}
