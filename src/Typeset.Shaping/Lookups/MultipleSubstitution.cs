using Typeset.Shaping.Runs;
using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Lookups;

/// <summary>One glyph taken apart into several (GSUB lookup type 2).</summary>
internal sealed class MultipleSubstitution : Subtable
{
    private readonly TableBytes _bytes;
    private readonly Coverage _coverage;

    public MultipleSubstitution(TableBytes bytes)
    {
        _bytes = bytes;
        if (bytes.U16(0) != 1) throw bytes.Broken($"multiple substitution format {bytes.U16(0)} is not 1");
        _coverage = new Coverage(bytes.Follow(2));
    }

    public override bool Apply(LookupRun run)
    {
        var index = _coverage.IndexOf(run.Current.Glyph);
        if (index < 0 || index >= _bytes.U16(4)) return false;
        var sequence = _bytes.Follow(6 + index * 2);
        var count = sequence.U16(0);
        sequence.Require(2, count * 2L);
        if (count == 0) Remove(run);
        else if (count == 1) run.Substitute(run.Index++, sequence.U16(2));
        else Expand(run, sequence, count);
        return true;
    }

    public override void CollectStarters(GlyphSet set) => _coverage.AddTo(set);

    private static void Remove(LookupRun run)
    {
        var buffer = run.Buffer;
        if (run.Index + 1 < buffer.Count) buffer.MergeClusters(run.Index, run.Index + 2);
        else if (run.Index > 0) buffer.MergeClusters(run.Index - 1, run.Index + 1);
        buffer.RemoveAt(run.Index);
    }

    private static void Expand(LookupRun run, TableBytes sequence, int count)
    {
        run.CheckGrowth(count - 1);
        var guess = (run.Current.Kind & GlyphKind.Ligature) != 0 ? GlyphKind.Base : GlyphKind.None;
        var onLigature = run.Current.LigatureId != 0 && run.Current.Component != 0;
        run.Buffer.Repeat(run.Index, count - 1);
        for (var i = 0; i < count; i++)
        {
            if (!onLigature) run.Current.Component = (byte)Math.Min(i, byte.MaxValue);
            run.Substitute(run.Index++, sequence.U16(2 + i * 2), guess, GlyphHistory.Multiplied);
        }
    }
}
