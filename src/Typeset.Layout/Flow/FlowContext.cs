using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Inline;

namespace Typeset.Layout.Flow;

/// <summary>What building a flow needs: the style, the setter of its lines, and where to tell of trouble.</summary>
internal sealed record FlowContext(HouseStyle Style, InlineSetter Setter, DiagnosticBag Diagnostics)
{
    public TextStyle Body => Style.Of(TextRole.Body);

    /// <summary>Width that lines are broken to.</summary>
    public Length Measure => Style.Page.MeasureFor(Body.Size);

    /// <summary>Height of the column: whole lines of the grid where the style gives their number, else the type area.</summary>
    public Length ColumnHeight => Style.Page.Lines > 0 ? Body.LinePitch * Style.Page.Lines : Style.Page.TypeAreaHeight;
}

/// <summary>Where a paragraph stands in the document: its structure element and its source, and what its place asks of the page breaks.</summary>
internal readonly record struct TextPlace(int Structure, SourceSpan Span)
{
    public Length Indent { get; init; }
    public bool KeepWithNext { get; init; }
    public string? Anchor { get; init; }

    /// <summary>A list mark before the text; empty for none.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The element of the list mark, or of a note's own mark.</summary>
    public int Label { get; init; } = StructurePlan.None;

    /// <summary>What links and note marks inside the paragraph stand in, where that is not <see cref="Structure"/>.</summary>
    public int? InlineParent { get; init; }
}
