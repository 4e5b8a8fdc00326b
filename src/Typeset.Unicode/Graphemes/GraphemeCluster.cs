namespace Typeset.Unicode;

/// <summary>Extended grapheme clusters: what a reader takes for one character, UAX #29 §3.</summary>
public static class GraphemeCluster
{
    /// <summary>
    /// The index behind the cluster that starts at <paramref name="from"/>, which must itself be a boundary; the length of
    /// the text where nothing starts. Time is linear in the cluster.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> is negative.</exception>
    public static int NextBoundary(ReadOnlySpan<char> text, int from)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        return from >= text.Length ? text.Length : new GraphemeScan(text, from).Run();
    }
}
