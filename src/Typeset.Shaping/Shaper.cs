using System.Collections.Concurrent;
using Typeset.Core;
using Typeset.Shaping.Runs;

namespace Typeset.Shaping;

/// <summary>
/// Turns text into glyphs: each character in the face of its side, with fallback glyph by glyph, and OpenType substitution and
/// positioning. Safe from any thread; what it complains of goes to the reports.
/// </summary>
public sealed class Shaper(GlyphReports reports)
{
    private readonly ConcurrentBag<RunShaper> _idle = [];

    /// <summary>Shapes a text that stands alone, sides decided here.</summary>
    public ShapedText Shape(string text, TextSetting setting, SpanResolver? spanOf = null)
    {
        var sides = new TextSide[text.Length];
        TextSides.Resolve(text, sides);
        var builder = new ShapedTextBuilder();
        Shape(text, sides, setting, builder, 0, spanOf);
        return builder.Build();
    }

    /// <summary>Adds the glyphs of a stretch to what a builder holds.</summary>
    /// <param name="text">A stretch of one setting: a paragraph, or a part of it.</param>
    /// <param name="sides">The side of each UTF-16 unit, as <see cref="TextSides.Resolve"/> gives them for the whole paragraph.</param>
    /// <param name="setting">Faces, size and features.</param>
    /// <param name="into">Takes the glyphs.</param>
    /// <param name="firstCluster">The cluster of the first unit: where in the paragraph the stretch begins.</param>
    /// <param name="spanOf">Where in the manuscript a cluster stands, for complaints.</param>
    public void Shape(
        ReadOnlySpan<char> text,
        ReadOnlySpan<TextSide> sides,
        TextSetting setting,
        ShapedTextBuilder into,
        int firstCluster = 0,
        SpanResolver? spanOf = null)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(sides.Length, text.Length);
        if (text.IsEmpty || setting.Stack.IsEmpty) return;
        if (!_idle.TryTake(out var runs)) runs = new RunShaper();
        var complaints = new Complaints(reports, spanOf, firstCluster);
        new StretchShaper(text, sides, setting, into, firstCluster, runs, complaints).Run();
        _idle.Add(runs);
    }
}

/// <summary>Where complaints of one stretch go.</summary>
internal readonly record struct Complaints(GlyphReports Reports, SpanResolver? SpanOf, int FirstCluster)
{
    /// <summary>The manuscript behind a UTF-16 unit of the stretch.</summary>
    public SourceSpan At(int index) => SpanOf?.Invoke(FirstCluster + index) ?? SourceSpan.None;
}
