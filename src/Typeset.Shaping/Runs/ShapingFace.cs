using System.Collections.Concurrent;
using Typeset.OpenType;
using Typeset.Shaping.Lookups;
using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Runs;

/// <summary>A face with its layout tables, each read when first needed, and the plans made for it. Safe from any thread.</summary>
internal sealed class ShapingFace(FontFace face)
{
    private readonly ConcurrentDictionary<(uint Script, string Features), ShapingPlan> _plans = new();
    private readonly Lock _gate = new();
    private LayoutParts? _parts;
    private string? _problem;

    public FontFace Face { get; } = face;

    /// <summary>What is wrong with the face; null for a sound one. Of several problems the one that sorts first, so that threads do not decide.</summary>
    public string? Problem => _problem;

    /// <summary>The plan for a script and features; one without lookups where the layout tables are broken.</summary>
    public ShapingPlan PlanFor(uint script, FeatureSettings features)
    {
        var key = (script, features.Key);
        return _plans.TryGetValue(key, out var plan) ? plan : _plans.GetOrAdd(key, MakePlan(script, features));
    }

    /// <summary>Remembers what is wrong with the face.</summary>
    public void Note(FontFormatException problem)
    {
        lock (_gate)
        {
            if (_problem is null || string.CompareOrdinal(problem.Message, _problem) < 0) _problem = problem.Message;
        }
    }

    /// <summary>The glyph of a character with a variation selector, or 0 where the face has none for it.</summary>
    public ushort VariantOf(int codePoint, int selector) => _parts?.Variations?.GlyphOf(codePoint, selector) switch
    {
        null => 0,
        0 => Face.GlyphOf(codePoint),
        var glyph => (ushort)glyph.Value,
    };

    private ShapingPlan MakePlan(uint script, FeatureSettings features)
    {
        try
        {
            return new ShapingPlan(this, _parts ??= ReadParts(), script, features);
        }
        catch (FontFormatException problem)
        {
            Note(problem);
            return new ShapingPlan(this, LayoutParts.None, script, features);
        }
    }

    private LayoutParts ReadParts() => new(
        Table(Tag.Gsub) is { } substitutions ? new LayoutTable(substitutions, SubtableReader.ReadSubstitution) : null,
        Table(Tag.Gpos) is { } positions ? new LayoutTable(positions, SubtableReader.ReadPositioning) : null,
        Table(Tag.Gdef) is { } definitions ? new GlyphDefinitions(definitions) : null,
        Table(Tag.Parse("kern")) is { } kern ? new KernTable(kern) : null,
        Table(Tag.Cmap) is { } characters ? new VariationSequences(characters) : null);

    private TableBytes? Table(Tag tag) =>
        Face.TryGetTable(tag, out var bytes) && bytes.Length > 0 ? new TableBytes(bytes, tag, Face.PostScriptName) : null;
}

/// <summary>The layout tables of a face, each null where it has none.</summary>
internal sealed record LayoutParts(LayoutTable? Substitutions, LayoutTable? Positions, GlyphDefinitions? Definitions, KernTable? Kern, VariationSequences? Variations)
{
    public static readonly LayoutParts None = new(null, null, null, null, null);
}
