using System.Collections.Immutable;
using Typeset.OpenType;
using Typeset.Shaping.Runs;
using Typeset.Shaping.Tables;

namespace Typeset.Shaping;

/// <summary>
/// The faces that one kind of text is set in, best first. Han text looks for a glyph in the Han faces, then in the Latin ones, then in
/// the fallback ones; Latin text in the Latin faces, then in the Han ones, then in the fallback ones. A face is opened when text first
/// needs it; one that cannot be read is passed over.
/// </summary>
public sealed class FaceStack
{
    private readonly ImmutableArray<Lazy<ShapingFace?>> _han;
    private readonly ImmutableArray<Lazy<ShapingFace?>> _latin;
    private Plans _plans;

    internal FaceStack(ImmutableArray<Lazy<ShapingFace?>> han, ImmutableArray<Lazy<ShapingFace?>> latin, ImmutableArray<Lazy<ShapingFace?>> fallback)
    {
        _han = [.. han.AddRange(latin).AddRange(fallback).Distinct()];
        _latin = [.. latin.AddRange(han).AddRange(fallback).Distinct()];
        _plans = new Plans(ShapingOptions.Default, Count);
    }

    /// <summary>Whether no face can be had at all; text set in such a stack comes to nothing.</summary>
    public bool IsEmpty => FirstOf(TextSide.Han) == Count;

    /// <summary>The first face for Han text.</summary>
    /// <exception cref="InvalidOperationException">The stack is empty.</exception>
    public FontFace Han => FirstFace(TextSide.Han);

    /// <summary>The first face for Latin text.</summary>
    /// <exception cref="InvalidOperationException">The stack is empty.</exception>
    public FontFace Latin => FirstFace(TextSide.Latin);

    /// <summary>The first face, in the order of Han text, that has a character; null where none has.</summary>
    public FontFace? FirstWith(int codePoint)
    {
        foreach (var face in _han)
        {
            if (face.Value?.Face is { } found && found.GlyphOf(codePoint) != 0) return found;
        }

        return null;
    }

    /// <summary>How many faces text of either side may turn to.</summary>
    internal int Count => _han.Length;

    /// <summary>Which face of a side comes first, of those that can be read; <see cref="Count"/> for none.</summary>
    internal int FirstOf(TextSide side)
    {
        var faces = FacesOf(side);
        var first = 0;
        while (first < faces.Length && faces[first].Value is null) first++;
        return first;
    }

    /// <summary>The plan of the <paramref name="index"/>th face for a side, or null where it cannot be read.</summary>
    internal ShapingPlan? PlanAt(TextSide side, int index, ShapingOptions options)
    {
        var plans = _plans;
        if (!ReferenceEquals(plans.Options, options)) _plans = plans = new Plans(options, Count);
        return side == TextSide.Han
            ? plans.Han[index] ??= _han[index].Value?.PlanFor(LayoutTags.HanScript, options.Han)
            : plans.Latin[index] ??= _latin[index].Value?.PlanFor(LayoutTags.LatinScript, options.Latin);
    }

    private ImmutableArray<Lazy<ShapingFace?>> FacesOf(TextSide side) => side == TextSide.Han ? _han : _latin;

    private FontFace FirstFace(TextSide side)
    {
        var first = FirstOf(side);
        return first < Count ? FacesOf(side)[first].Value!.Face : throw new InvalidOperationException("The stack has no face.");
    }

    /// <summary>The plans made so far for the options asked for last.</summary>
    private sealed class Plans(ShapingOptions options, int count)
    {
        public ShapingOptions Options { get; } = options;
        public ShapingPlan?[] Han { get; } = new ShapingPlan?[count];
        public ShapingPlan?[] Latin { get; } = new ShapingPlan?[count];
    }
}
