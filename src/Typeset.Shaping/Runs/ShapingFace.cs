using System.Collections.Concurrent;
using Typeset.OpenType;
using Typeset.Shaping.Lookups;
using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Runs;

/// <summary>A face with its layout tables, each read when first needed, and the plans made for it. Safe from any thread.</summary>
internal sealed class ShapingFace(FontFace face)
{
    private readonly ConcurrentDictionary<(uint Script, string Features), ShapingPlan> _plans = new();
    private LayoutParts? _parts;

    public FontFace Face { get; } = face;

    public LayoutParts Parts => _parts ??= ReadParts();

    /// <summary>Why the face is not used as it should be; null for a sound one.</summary>
    public FontFormatException? Problem { get; private set; }

    /// <summary>The plan for a script and features; one without lookups where the layout tables turn out broken.</summary>
    public ShapingPlan PlanFor(uint script, FeatureSettings features)
    {
        var key = (script, features.Key);
        if (_plans.TryGetValue(key, out var plan)) return plan;
        return _plans.GetOrAdd(key, MakePlan(script, features));
    }

    /// <summary>The glyph of a character with a variation selector, or 0 where the face has none for it.</summary>
    public ushort VariantOf(int codePoint, int selector) => Parts.Variations?.GlyphOf(codePoint, selector) switch
    {
        null => 0,
        0 => Face.GlyphOf(codePoint),
        var glyph => (ushort)glyph.Value,
    };

    /// <summary>Gives up the layout tables, which have turned out broken: from now on characters stand side by side.</summary>
    public void GiveUpLayout(FontFormatException problem)
    {
        Note(problem);
        _parts = LayoutParts.None;
        _plans.Clear();
    }

    /// <summary>Remembers what is wrong with the face.</summary>
    public void Note(FontFormatException problem) => Problem ??= problem;

    private ShapingPlan MakePlan(uint script, FeatureSettings features)
    {
        try
        {
            return new ShapingPlan(this, Parts, script, features);
        }
        catch (FontFormatException problem)
        {
            GiveUpLayout(problem);
            return new ShapingPlan(this, LayoutParts.None, script, features);
        }
    }

    private LayoutParts ReadParts()
    {
        var parts = new LayoutParts(
            Table(Tag.Gsub) is { } substitutions ? new LayoutTable(substitutions, SubtableReader.ReadSubstitution) : null,
            Table(Tag.Gpos) is { } positions ? new LayoutTable(positions, SubtableReader.ReadPositioning) : null,
            Table(Tag.Gdef) is { } definitions ? new GlyphDefinitions(definitions) : null,
            Table(Tag.Parse("kern")) is { } kern ? new KernTable(kern) : null,
            Table(Tag.Cmap) is { } characters ? new VariationSequences(characters) : null);
        return Interlocked.CompareExchange(ref _parts, parts, null) ?? parts;
    }

    private TableBytes? Table(Tag tag) =>
        Face.TryGetTable(tag, out var bytes) && bytes.Length > 0 ? new TableBytes(bytes, tag, Face.PostScriptName) : null;
}

/// <summary>The layout tables of a face, each null where it has none.</summary>
internal sealed record LayoutParts(LayoutTable? Substitutions, LayoutTable? Positions, GlyphDefinitions? Definitions, KernTable? Kern, VariationSequences? Variations)
{
    public static readonly LayoutParts None = new(null, null, null, null, null);
}
