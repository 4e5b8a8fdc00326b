namespace Typeset.Layout.Inline;

/// <summary>What gives way to let a line fit, in clreq's order; the mark at the line's end has given up its half before that.</summary>
internal enum ReductionStep : byte { WordSpace, MiddleDot, Bracket, Pause, MixedSpacing, FullStop }

/// <summary>What takes up the slack of a line, in clreq's order; <see cref="Han"/> has no limit.</summary>
internal enum ExpansionStep : byte { WordSpace, MixedSpacing, Han }

/// <summary>行内调整: by how much the space between two cells may become less or more, step by step (clreq, line adjustment).</summary>
internal static class Adjustment
{
    public const int ReductionSteps = (int)ReductionStep.FullStop + 1;

    /// <summary>Least width of a Western word space: ¼ em; greatest: ½ em.</summary>
    private const int LeastSpace = 4;
    private const int GreatestSpace = 2;

    /// <summary>Least Han–Latin gap: ⅛ em; greatest: ½ em.</summary>
    private const int LeastGap = 8;
    private const int GreatestGap = 2;

    /// <summary>How much less there may be between two cells at a step.</summary>
    public static int Reducible(ReductionStep step, in Cell before, in Cell after, int em) => step switch
    {
        ReductionStep.WordSpace => before.Kind == CharacterKind.WordSpace ? Math.Max(0, before.Width - em / LeastSpace) : 0,
        ReductionStep.MixedSpacing => after.Gap > 0 ? Math.Max(0, after.Gap - em / LeastGap) : 0,
        _ when after.Gap < 0 => 0,
        ReductionStep.MiddleDot => (before.Kind == CharacterKind.MiddleDot ? em / 4 : 0) + (after.Kind == CharacterKind.MiddleDot ? em / 4 : 0),
        ReductionStep.Bracket => (before.Kind.IsClosing ? MarkBlanks.Trailing(before, em) : 0) + MarkBlanks.Leading(after, em),
        ReductionStep.Pause => before.Kind == CharacterKind.PauseMark ? MarkBlanks.Trailing(before, em) : 0,
        _ => before.Kind == CharacterKind.FullStop ? MarkBlanks.Trailing(before, em) : 0,
    };

    /// <summary>How much more there may be between two cells at a limited step.</summary>
    public static int Expandable(ExpansionStep step, in Cell before, in Cell after, int em) => step switch
    {
        ExpansionStep.WordSpace => IsSpace(before) ? Math.Max(0, em / GreatestSpace - before.Width) : 0,
        ExpansionStep.MixedSpacing => after.Gap > 0 ? Math.Max(0, em / GreatestGap - after.Gap) : 0,
        _ => 0,
    };

    public static bool IsSpace(in Cell cell) => cell.Kind is CharacterKind.WordSpace or CharacterKind.HardSpace;

    /// <summary>Space may be put between the two without limit: one of them is Han or a mark, and they are no unit.</summary>
    public static bool IsHanSlot(in Cell before, in Cell after) =>
        (before.Kind.IsCell || after.Kind.IsCell) && !IsSpace(before) && !IsSpace(after) && !before.Has(CellTraits.RigidAfter) && after.Kind != CharacterKind.Control;
}
