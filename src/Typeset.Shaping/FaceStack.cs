using System.Collections.Immutable;
using Typeset.OpenType;
using Typeset.Shaping.Runs;
using Typeset.Shaping.Tables;

namespace Typeset.Shaping;

/// <summary>
/// The faces that one kind of text is set in, best first. Han text looks for a glyph in the Han faces, then in the Latin ones, then in
/// the fallback ones; Latin text in the Latin faces, then in the Han ones, then in the fallback ones.
/// </summary>
public sealed class FaceStack
{
    private readonly ImmutableArray<ShapingFace> _han;
    private readonly ImmutableArray<ShapingFace> _latin;
    private Plans _plans;

    internal FaceStack(ImmutableArray<ShapingFace> han, ImmutableArray<ShapingFace> latin, ImmutableArray<ShapingFace> fallback)
    {
        _han = [.. han.AddRange(latin).AddRange(fallback).Distinct()];
        _latin = [.. latin.AddRange(han).AddRange(fallback).Distinct()];
        _plans = new Plans(ShapingOptions.Default, Count);
    }

    /// <summary>Whether no face could be had at all; text set in such a stack shows nothing.</summary>
    public bool IsEmpty => _han.IsEmpty;

    /// <summary>The first face for Han text.</summary>
    /// <exception cref="InvalidOperationException">The stack is empty.</exception>
    public FontFace Han => Face(_han);

    /// <summary>The first face for Latin text.</summary>
    /// <exception cref="InvalidOperationException">The stack is empty.</exception>
    public FontFace Latin => Face(_latin);

    /// <summary>How many faces text of either side may turn to.</summary>
    internal int Count => _han.Length;

    /// <summary>The plan of the <paramref name="index"/>th face for a side.</summary>
    internal ShapingPlan PlanAt(TextSide side, int index, ShapingOptions options)
    {
        var plans = _plans;
        if (!ReferenceEquals(plans.Options, options)) _plans = plans = new Plans(options, Count);
        return side == TextSide.Han
            ? plans.Han[index] ??= _han[index].PlanFor(LayoutTags.HanScript, options.Han)
            : plans.Latin[index] ??= _latin[index].PlanFor(LayoutTags.LatinScript, options.Latin);
    }

    private static FontFace Face(ImmutableArray<ShapingFace> faces) =>
        faces.IsEmpty ? throw new InvalidOperationException("The stack has no face.") : faces[0].Face;

    /// <summary>The plans made so far for the options asked for last.</summary>
    private sealed class Plans(ShapingOptions options, int count)
    {
        public ShapingOptions Options { get; } = options;
        public ShapingPlan?[] Han { get; } = new ShapingPlan?[count];
        public ShapingPlan?[] Latin { get; } = new ShapingPlan?[count];
    }
}
