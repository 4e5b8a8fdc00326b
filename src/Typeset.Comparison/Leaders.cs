using System.Collections.Immutable;
using Typeset.Preflight;

namespace Typeset.Comparison;

/// <summary>Rows of dots that lead to page numbers and are marked as artifacts, by their baselines.</summary>
internal sealed class Leaders
{
    private const int FewestDots = 4;

    /// <summary>Points between the baselines of a row and of its line.</summary>
    private const double SameLine = 2;

    private readonly ImmutableArray<double> _baselines;

    private Leaders(ImmutableArray<double> baselines) => _baselines = baselines;

    public static Leaders In(IEnumerable<TextGlyph> glyphs) => new(
    [
        .. glyphs.Where(static glyph => glyph.IsFurniture && IsDots(glyph.Text))
            .GroupBy(static glyph => Math.Round(glyph.Baseline, 1))
            .Where(static row => row.Count() >= FewestDots).Select(static row => row.Key),
    ]);

    public static Leaders None { get; } = new([]);

    /// <summary>Whether a glyph is one of the dots.</summary>
    public bool Holds(TextGlyph glyph) => IsDots(glyph.Text) && StandAt(glyph.Baseline);

    /// <summary>Whether a row stands on a line's baseline.</summary>
    public bool StandAt(double baseline) => _baselines.Any(row => Math.Abs(row - baseline) < SameLine);

    public static bool IsDot(char letter) => letter is '.' or '…' or '·' or '‥' or '．' or '⋯';

    private static bool IsDots(string text) => text.Length > 0 && text.All(IsDot);
}
