namespace Typeset.Layout.Inline;

/// <summary>标点宽度调整: the blank half of a mark's cell, which is taken out beside another mark and at line edges (clreq, punctuation width adjustment; GB/T 15834-2011 §5.1).</summary>
internal static class MarkBlanks
{
    /// <summary>What two marks side by side give up: 2 em become 1½. ！？ and · keep their width.</summary>
    public static int Between(in Cell before, in Cell after, int em)
    {
        if (!before.Kind.IsHanMark || !after.Kind.IsHanMark) return 0;
        if (before.Kind.IsOpening) return after.Kind.IsOpening ? Leading(after, em) : 0;
        return after.Kind.IsOpening || after.Kind.IsClosing || after.Kind.IsStop ? Trailing(before, em) : 0;
    }

    /// <summary>The blank before an opening mark.</summary>
    public static int Leading(in Cell cell, int em) => cell.Kind.IsOpening ? Blank(cell, em) : 0;

    /// <summary>The blank behind a closing mark, a pause or a full stop.</summary>
    public static int Trailing(in Cell cell, int em) =>
        cell.Kind.IsClosing || cell.Kind is CharacterKind.PauseMark or CharacterKind.FullStop ? Blank(cell, em) : 0;

    private static int Blank(in Cell cell, int em) => Math.Max(0, cell.Width - em / 2);
}
