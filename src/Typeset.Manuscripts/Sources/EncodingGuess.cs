using System.Collections.Immutable;

namespace Typeset.Manuscripts.Sources;

/// <summary>What a file's bytes say about their encoding.</summary>
/// <param name="Encoding">The likeliest, or null where the bytes are text in none.</param>
/// <param name="MarkLength">Length of the byte order mark.</param>
/// <param name="Confidence">0 (a toss) to 1 (a mark says so, or nothing else is possible).</param>
/// <param name="Runner">The next likely, or null.</param>
internal sealed record EncodingGuess(TextEncoding? Encoding, int MarkLength, double Confidence, TextEncoding? Runner)
{
    /// <summary>Below this an editor is asked to look.</summary>
    public const double DoubtBelow = 0.8;

    /// <summary>How much of a file is weighed; a guess does not get better from more.</summary>
    private const int SampleBytes = 1 << 18;

    /// <summary>Text of a wrong encoding does not reach this plausibility.</summary>
    private const double LeastPlausible = 0.3;

    /// <summary>Below this, most bytes belong to no character at all.</summary>
    private const double LeastScore = -0.25;

    /// <summary>Bytes that are valid UTF-8 are that hardly by chance.</summary>
    private const double Utf8Bonus = 0.5;

    /// <summary>Steepness with which evidence (characters times the margin of the winner) becomes confidence.</summary>
    private const double EvidenceScale = 1.2;

    /// <summary>UTF-16 without mark and without a single ASCII character must convince by itself: pairs of ASCII letters are Han in it.</summary>
    private const double LeastPlausibleUtf16 = 0.5;

    public static EncodingGuess Of(ReadOnlySpan<byte> bytes)
    {
        if (TextEncoding.OfMark(bytes, out var length) is { } marked) return new EncodingGuess(marked, length, 1, null);
        if (!bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF) && !bytes.Contains((byte)0)) return new EncodingGuess(TextEncoding.Utf8, 0, 1, null);
        var ranked = Rank(bytes);
        if (ranked.IsEmpty || ranked[0].Score < LeastScore) return new EncodingGuess(null, 0, 0, null);
        var margin = ranked[0].Score - (ranked.Length > 1 ? Math.Max(ranked[1].Score, 0) : 0);
        var confidence = 1 - Math.Exp(-EvidenceScale * Math.Max(margin, 0) * ranked[0].Count);
        return new EncodingGuess(ranked[0].Encoding, 0, confidence, ranked.Length > 1 ? ranked[1].Encoding : null);
    }

    private static ImmutableArray<Candidate> Rank(ReadOnlySpan<byte> bytes)
    {
        var candidates = new List<Candidate>(5);
        if (bytes.Contains((byte)0)) AddUtf16(candidates, bytes, LeastPlausible);
        else
        {
            foreach (var encoding in TextEncoding.ByByte) AddByLines(candidates, encoding, Sample(bytes));
            AddUtf16(candidates, bytes, LeastPlausibleUtf16);
        }

        return [.. candidates.OrderByDescending(static candidate => candidate.Score)];
    }

    private static void AddByLines(List<Candidate> candidates, TextEncoding encoding, ReadOnlySpan<byte> sample)
    {
        var sum = new TextPlausibility();
        foreach (var line in sample.Split((byte)'\n')) sum += TextPlausibility.Of(encoding, sample[line]);
        candidates.Add(new Candidate(encoding, sum.Mean + (ReferenceEquals(encoding, TextEncoding.Utf8) ? Utf8Bonus : 0), sum.Count));
    }

    private static void AddUtf16(List<Candidate> candidates, ReadOnlySpan<byte> bytes, double least)
    {
        if (bytes.Length % 2 != 0) return;
        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        foreach (var encoding in TextEncoding.ByPair)
        {
            var text = encoding.Lenient.GetString(sample);
            var plausibility = TextPlausibility.Of(text);
            if (plausibility.Mean >= least || (least == LeastPlausible && IsAscii(text))) candidates.Add(new Candidate(encoding, plausibility.Mean, plausibility.Count + 1));
        }
    }

    /// <summary>Every second byte is 0 and the text is ASCII: UTF-16 for certain.</summary>
    private static bool IsAscii(string text) => text.AsSpan().IndexOfAnyExceptInRange('\t', '~') < 0;

    /// <summary>The head of a file, cut after a line end so that no character is halved.</summary>
    private static ReadOnlySpan<byte> Sample(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= SampleBytes) return bytes;
        var end = bytes[..SampleBytes].LastIndexOf((byte)'\n') + 1;
        return end == 0 ? bytes : bytes[..end];
    }

    private readonly record struct Candidate(TextEncoding Encoding, double Score, int Count);
}
