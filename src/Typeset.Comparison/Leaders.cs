using System.Collections.Immutable;
using Typeset.Preflight;

namespace Typeset.Comparison;

/// <summary>Rows of dots that lead to page numbers and are marked as artifacts, by their baselines.</summary>
internal sealed class Leaders
{
    /// <summary>Dots in a row, however many of them a glyph holds.</summary>
    private const int FewestDots = 3;

    /// <summary>Points between the baselines of a row and of its line.</summary>
    private const double SameLine = 2;

    private readonly ImmutableArray<double> _baselines;

    private Leaders(ImmutableArray<double> baselines) => _baselines = baselines;

    /// <summary>The rows of a page that stand beside text: dots in a running head lead nowhere.</summary>
    public static Leaders In(IReadOnlyCollection<TextGlyph> glyphs)
    {
        var text = glyphs.Where(static glyph => !glyph.IsFurniture).Select(static glyph => Math.Round(glyph.Baseline, 1)).ToHashSet();
        return new(
        [
            .. glyphs.Where(static glyph => glyph.IsFurniture && IsDots(glyph.Text))
                .GroupBy(static glyph => Math.Round(glyph.Baseline, 1))
                .Where(row => row.Sum(static dots => DotsIn(dots.Text)) >= FewestDots && text.Any(baseline => Math.Abs(baseline - row.Key) < SameLine))
                .Select(static row => row.Key),
        ]);
    }

    public static Leaders None { get; } = new([]);

    /// <summary>Whether a glyph is one of the dots.</summary>
    public bool Holds(TextGlyph glyph) => IsDots(glyph.Text) && StandAt(glyph.Baseline);

    /// <summary>Whether a row stands on a line's baseline.</summary>
    public bool StandAt(double baseline) => _baselines.Any(row => Math.Abs(row - baseline) < SameLine);

    public static bool IsDot(char letter) => letter is '.' or '…' or '·' or '‥' or '．' or '⋯';

    private static int DotsIn(string text) => text.Sum(static letter => letter is '…' or '⋯' ? 3 : letter == '‥' ? 2 : 1);

    private static bool IsDots(string text) => text.Length > 0 && text.All(IsDot);
}
