using System.Collections.Immutable;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>The sum of signs for one reading of a place, in decibans, with the signs.</summary>
internal sealed class Weighing
{
    private readonly List<Reason> _reasons = new(8);

    public int Score { get; private set; }

    public void Add(Reason reason, int weight)
    {
        if (weight == 0) return;
        Score += weight;
        _reasons.Add(reason.Weighing(weight));
    }

    public void Clear()
    {
        Score = 0;
        _reasons.Clear();
    }

    /// <summary>The signs that speak for (or against) the reading, heaviest first.</summary>
    public ImmutableArray<Reason> Reasons(bool against = false) =>
        [.. _reasons.Where(r => r.Weight > 0 != against).OrderByDescending(static r => Math.Abs(r.Weight)).ThenBy(static r => r.Key, StringComparer.Ordinal)];
}
