using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Lookups;

/// <summary>Which lookup to apply at which matched glyph.</summary>
internal readonly record struct NestedLookup(int Sequence, int Lookup);

/// <summary>One rule of a context: what must stand before, at and behind a place, and the lookups to apply there.</summary>
/// <param name="Before">Nearest first.</param>
/// <param name="Input">Behind the first glyph, which has been matched already.</param>
/// <param name="Behind">Nearest first.</param>
/// <param name="Lookups">In the order in which they apply.</param>
internal sealed record ContextRule(GlyphTest[] Before, GlyphTest[] Input, GlyphTest[] Behind, NestedLookup[] Lookups)
{
    public bool Apply(LookupRun run)
    {
        if (Input.Length >= SequenceMatch.MaxLength) return false;
        Span<int> places = stackalloc int[SequenceMatch.MaxLength];
        if (run.MatchInput(Input, places) == 0) return false;
        if (!run.MatchBehind(places[Input.Length], Behind) || !run.MatchBefore(Before)) return false;
        ApplyLookups(run, places);
        return true;
    }

    public void CollectNeighbours(GlyphSet set)
    {
        foreach (var test in Before) test.AddTo(set);
        foreach (var test in Input) test.AddTo(set);
        foreach (var test in Behind) test.AddTo(set);
    }

    private void ApplyLookups(LookupRun run, Span<int> places)
    {
        var count = Input.Length + 1;
        var end = places[count - 1] + 1;
        foreach (var (sequence, lookup) in Lookups)
        {
            if (sequence >= count || places[sequence] >= run.Buffer.Count) continue;
            var length = run.Buffer.Count;
            run.Index = places[sequence];
            if (!run.Recurse(lookup) || run.Buffer.Count == length) continue;
            var change = run.Buffer.Count - length;
            end = Math.Max(end + change, places[sequence]);
            if (!Shift(places, ref count, sequence + 1, change)) break;
        }

        run.Index = end;
    }

    /// <summary>After a lookup made the run longer or shorter: glyphs put in are matched places too, glyphs taken out no longer are.</summary>
    private static bool Shift(Span<int> places, ref int count, int first, int change)
    {
        var next = first;
        if (change > 0 && count + change > SequenceMatch.MaxLength) return false;
        if (change < 0)
        {
            change = Math.Max(change, next - count);
            next -= change;
        }

        places[next..count].CopyTo(places[(next + change)..]);
        next += change;
        count += change;
        for (var i = first; i < next; i++) places[i] = places[i - 1] + 1;
        for (var i = next; i < count; i++) places[i] += change;
        return true;
    }
}
