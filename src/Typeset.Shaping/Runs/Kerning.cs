using Typeset.Shaping.Lookups;
using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Runs;

/// <summary>Applies a kern table: half of each pair's value to either glyph, marks passed over.</summary>
internal static class Kerning
{
    private static readonly PlannedLookup Planned = new(-1, FeatureMask.Global, PassesJoiners: true);

    public static void Apply(LookupRun run, KernTable table)
    {
        run.BeginPairs(Planned, LookupFlags.IgnoreMarks);
        for (var subtable = 0; subtable < table.Count; subtable++) Apply(run, table, subtable);
    }

    private static void Apply(LookupRun run, KernTable table, int subtable)
    {
        var buffer = run.Buffer;
        for (var i = 0; i < buffer.Count;)
        {
            var next = run.Next(i);
            if (next < 0)
            {
                i++;
                continue;
            }

            Shift(buffer, i, next, table.Kerning(subtable, buffer[i].Glyph, buffer[next].Glyph));
            i = next;
        }
    }

    private static void Shift(GlyphBuffer buffer, int first, int second, int kerning)
    {
        var half = kerning >> 1;
        buffer[first].Advance += half;
        buffer[second].Advance += kerning - half;
        buffer[second].XOffset += kerning - half;
    }
}
