using System.Collections.Immutable;

namespace Typeset.Manuscripts.Recovery;

/// <summary>
/// How closely two characters belong together, by the file’s own text: whether the pair, and the triples and quadruples round it, stand
/// elsewhere in it. Counts are kept in one table by hash, so that memory stays bounded; a clash can only make strangers look related.
/// </summary>
internal sealed class Cohesion
{
    /// <summary>Table slots for each character of text, which gives three counts: one place in ten is taken.</summary>
    private const int SlotsPerCharacter = 30;
    private const int LeastBits = 14, MostBits = 25;

    /// <summary>Words that belong together also stand together by chance where a phrase is a common one; more than this is not believed.</summary>
    private const int Heaviest = 12;

    /// <summary>Places sampled for the two distributions.</summary>
    private const int Samples = 4000;

    private readonly byte[] _counts;
    private readonly int _shift;
    private readonly int[] _weights = new int[4];

    private Cohesion(int characters)
    {
        var bits = LeastBits;
        while (bits < MostBits && 1L << bits < (long)characters * SlotsPerCharacter) bits++;
        _counts = new byte[1 << bits];
        _shift = 64 - bits;
    }

    /// <summary>The weights, in decibans, of a join at the four grades: pair unknown, pair, triple, quadruple known elsewhere.</summary>
    public ReadOnlySpan<int> Weights => _weights;

    public static Cohesion Of(ImmutableArray<Line> lines)
    {
        var cohesion = new Cohesion(lines.Sum(static l => l.Text.Length));
        foreach (var line in lines) cohesion.Count(Glyph.Squeeze(line.Text));
        cohesion.Weigh(lines);
        return cohesion;
    }

    /// <summary>The grade of the place between two texts, 0 to 3; <paramref name="own"/> times the place itself was counted.</summary>
    public int GradeOf(ReadOnlySpan<char> before, ReadOnlySpan<char> after, int own = 0) => Grade(Round(before, after), own);

    /// <summary>Decibans for a join between two texts.</summary>
    public int WeightOf(ReadOnlySpan<char> before, ReadOnlySpan<char> after) => _weights[GradeOf(before, after)];

    private readonly record struct Place(char B2, char B1, char A1, char A2);

    private static Place Round(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        new(before.Length > 1 ? Class(before[^2]) : '\0', before.Length > 0 ? Class(before[^1]) : '\0', after.Length > 0 ? Class(after[0]) : '\0', after.Length > 1 ? Class(after[1]) : '\0');

    /// <summary>All figures are alike.</summary>
    private static char Class(char c) => char.IsAsciiDigit(c) ? '0' : c;

    private int Grade(Place place, int own)
    {
        if (_counts[Pair(place.B1, place.A1)] <= own) return 0;
        if (_counts[Quad(place)] > own) return 3;
        return _counts[Triple(place.B2, place.B1, place.A1)] > own || _counts[Triple(place.B1, place.A1, place.A2)] > own ? 2 : 1;
    }

    private void Count(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            var (b, a) = (Class(text[i - 1]), Class(text[i]));
            Bump(Pair(b, a));
            if (i + 1 < text.Length) Bump(Triple(b, a, Class(text[i + 1])));
            if (i > 1 && i + 1 < text.Length) Bump(Quad(new Place(Class(text[i - 2]), b, a, Class(text[i + 1]))));
        }
    }

    private void Bump(int slot)
    {
        if (_counts[slot] < byte.MaxValue) _counts[slot]++;
    }

    private int Pair(char a, char b) => Slot(((ulong)a << 16) | b | (1UL << 62));

    private int Triple(char a, char b, char c) => Slot(((ulong)a << 32) | ((ulong)b << 16) | c | (1UL << 61));

    private int Quad(Place p) => Slot(((ulong)p.B2 << 48) ^ ((ulong)p.B1 << 32) ^ ((ulong)p.A1 << 16) ^ p.A2 ^ (3UL << 60));

    /// <summary>Fibonacci hashing (Knuth, TAOCP 3 §6.4).</summary>
    private int Slot(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL ^ (key * 0x9E3779B97F4A7C15UL) >> 29) * 0xBF58476D1CE4E5B9UL >> _shift);

    /// <summary>Compares the grades inside running text with those between the last word of a line that ends a sentence and the first of the next.</summary>
    private void Weigh(ImmutableArray<Line> lines)
    {
        Span<int> inside = stackalloc int[4], between = stackalloc int[4];
        var step = Math.Max(1, lines.Sum(static l => l.Text.Length) / Samples);
        for (var i = 0; i < lines.Length; i++)
        {
            SampleInside(Glyph.Squeeze(lines[i].Text), step, inside);
            if (i > 0 && lines[i - 1].EndsSentence) SampleBetween(lines[i - 1].Text, lines[i].Text, between);
        }

        for (var grade = 0; grade < 4; grade++) _weights[grade] = Math.Min(Heaviest, Bayes.Weight(inside[grade], Sum(inside), between[grade], Sum(between), Prior[grade]));
    }

    /// <summary>What is believed of inside and between before anything was counted; it yields to a few counts.</summary>
    private static readonly (double Inside, double Between)[] Prior = [(0.35, 0.85), (0.2, 0.1), (0.2, 0.04), (0.25, 0.01)];

    private void SampleInside(string text, int step, Span<int> grades)
    {
        for (var i = 2; i + 1 < text.Length; i += step)
        {
            if (Glyph.IsHan(text[i - 1]) && Glyph.IsHan(text[i])) grades[Grade(Round(text.AsSpan(0, i), text.AsSpan(i)), 1)]++;
        }
    }

    private void SampleBetween(string before, string after, Span<int> grades)
    {
        var words = before.AsSpan();
        while (words.Length > 0 && Glyph.IsMark(words[^1])) words = words[..^1];
        if (words.Length > 1 && after.Length > 0 && Glyph.IsHan(words[^1]) && Glyph.IsHan(after[0])) grades[Grade(Round(words, after), 0)]++;
    }

    private static int Sum(ReadOnlySpan<int> counts) => counts[0] + counts[1] + counts[2] + counts[3];
}
