using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Inline;
using Typeset.Pages;

namespace Typeset.Layout.Flow;

/// <summary>Breaks a paragraph and makes a block of it, on the grid where the style asks for that.</summary>
internal sealed class TextFlowFactory(FlowContext context, StructurePlan structure, int noteOffset = 0)
{
    /// <summary>Elements for the runs of a text that are more than text: links, marks of notes, and the mark that leads it.</summary>
    public ImmutableArray<int> ElementsOf(RichText text, TextPlace place)
    {
        if (place.Label < 0 && !text.Runs.Any(static run => IsElement(run))) return [];
        var parent = place.InlineParent ?? place.Structure;
        return [.. text.Runs.Select((run, i) => i == 0 && place.Label >= 0 ? place.Label : ElementOf(run, parent))];
    }

    private static bool IsElement(InlineRun run) => run.LinkTarget is { Length: > 0 } || run.FootnoteIndex >= 0;

    private int ElementOf(InlineRun run, int parent)
    {
        if (parent < 0 || !IsElement(run)) return StructurePlan.None;
        return structure.Add(run.FootnoteIndex >= 0 ? StructureRole.Reference : StructureRole.Link, parent);
    }

    public TextFlow Make(RichText text, TextRole role, TextPlace place)
    {
        var style = context.Style.Of(role);
        if (place.Prefix is { Length: > 0 } prefix) text = WithPrefix(text, prefix, place.Span);
        return Make(text, style, context.Measure - place.Indent, place);
    }

    /// <summary>Breaks text whose notes are counted as the article counts them.</summary>
    public BrokenParagraph Break(RichText text, TextStyle style, Length measure) =>
        context.Setter.Break(WithNotesShifted(text), style, Length.Max(measure, style.Size), context.Style.Lines);

    public TextFlow Make(RichText text, TextStyle style, Length measure, TextPlace place)
    {
        var paragraph = Break(text, style, measure);
        var keep = place.KeepWithNext || style.KeepWithNext;
        var (above, below) = keep ? PadToGrid(style, paragraph.LineCount) : default;
        return new TextFlow(context.Setter, paragraph, style)
        {
            Structure = place.Structure, Inline = ElementsOf(text, place), Span = place.Span, Anchor = place.Anchor, Shift = place.Indent,
            KeepWithNext = keep, OnGrid = keep || style.LinePitch == context.Body.LinePitch, SpaceBefore = style.SpaceBefore, SpaceAfter = style.SpaceAfter,
            Orphans = context.Style.Pages.Orphans, Widows = context.Style.Pages.Widows, PadAbove = above, PadBelow = below,
        };
    }

    /// <summary>Headings keep the grid by space of their own: half of what the lines lack to a whole number of body lines goes above, the rest below.</summary>
    private (Length Above, Length Below) PadToGrid(TextStyle style, int lines)
    {
        var grid = context.Body.LinePitch;
        if (!context.Style.Pages.GridAlignment || style.LinePitch == grid) return default;
        var over = new Length((style.LinePitch * lines + style.SpaceBefore + style.SpaceAfter).Raw % grid.Raw);
        if (over.IsZero) return default;
        var lack = grid - over;
        return (lack / 2, lack - lack / 2);
    }

    /// <summary>Notes are counted through the chapter, where the article counts its own.</summary>
    private RichText WithNotesShifted(RichText text)
    {
        if (noteOffset == 0 || !text.Text.Contains(RichText.NoteMark)) return text;
        return text with { Runs = [.. text.Runs.Select(run => run.FootnoteIndex < 0 ? run : run with { FootnoteIndex = run.FootnoteIndex + noteOffset })] };
    }

    /// <summary>The text with a mark set before it.</summary>
    public static RichText WithPrefix(RichText text, string prefix, SourceSpan span)
    {
        var runs = ImmutableArray.CreateBuilder<InlineRun>(text.Runs.Length + 1);
        runs.Add(new InlineRun(0, prefix.Length, InlineFormat.None, span, Verbatim: false));
        foreach (var run in text.Runs) runs.Add(run with { Start = run.Start + prefix.Length, End = run.End + prefix.Length });
        return new RichText(prefix + text.Text, runs.MoveToImmutable());
    }
}
