using Typeset.OpenType;
using Typeset.Shaping.Lookups;
using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Runs;

/// <summary>
/// What is done to runs of one face, script and set of features: the lookups of both tables in order, and who positions what.
/// The choices are HarfBuzz's.
/// </summary>
internal sealed class ShapingPlan
{
    private static readonly Tag Kern = Tag.Parse("kern");
    private static readonly Tag Mark = Tag.Parse("mark");
    private static readonly Tag MarkToMark = Tag.Parse("mkmk");
    private static readonly Tag Required = new(0);

    /// <summary>On in every horizontal text (OpenType registered features; the set and its order-free union are HarfBuzz's).</summary>
    private static readonly HashSet<Tag> AlwaysOn =
    [
        Required, Tag.Parse("rvrn"), Tag.Parse("ltra"), Tag.Parse("ltrm"), Tag.Parse("abvm"), Tag.Parse("blwm"), Tag.Parse("ccmp"),
        Tag.Parse("locl"), Mark, MarkToMark, Tag.Parse("rlig"), Tag.Parse("calt"), Tag.Parse("clig"), Tag.Parse("curs"),
        Tag.Parse("dist"), Kern, Tag.Parse("liga"), Tag.Parse("rclt"),
    ];

    public ShapingPlan(ShapingFace face, LayoutParts parts, uint script, FeatureSettings features)
    {
        Face = face;
        Parts = parts;
        (Substitutions, HasFractions, _) = Collect(Parts.Substitutions, script, features);
        (Positions, _, var kerns) = Collect(Parts.Positions, script, features);
        UsesKernTable = !kerns && Parts.Kern is not null && features.StateOf(Kern) != false;
        PlacesMarksByBounds = !ReferenceEquals(parts, LayoutParts.None) && Parts.Positions is not { HasScripts: true };
        Characters = new CharacterCache(this);
    }

    public ShapingFace Face { get; }
    public LayoutParts Parts { get; }
    public PlannedLookup[] Substitutions { get; }
    public PlannedLookup[] Positions { get; }

    /// <summary>Whether U+2044 between digits makes a fraction.</summary>
    public bool HasFractions { get; }

    /// <summary>Whether the kern table is used, GPOS having no kerning for the script.</summary>
    public bool UsesKernTable { get; }

    /// <summary>Whether marks are put over and under letters by their boxes, the face having no GPOS.</summary>
    public bool PlacesMarksByBounds { get; }

    /// <summary>The same without lookups: characters side by side, for runs that broken lookups fail on.</summary>
    public ShapingPlan Bare => field ??= new ShapingPlan(Face, LayoutParts.None, LayoutTags.DefaultScript, FeatureSettings.Default);

    /// <summary>Characters that stand for themselves, remembered.</summary>
    public CharacterCache Characters { get; }

    private static (PlannedLookup[] Lookups, bool HasFractions, bool Kerns) Collect(LayoutTable? table, uint script, FeatureSettings features)
    {
        if (table is null) return ([], false, false);
        var planned = new SortedDictionary<int, PlannedLookup>();
        var (masks, kerns) = (FeatureMask.None, false);
        foreach (var feature in table.FeaturesOf([script], LayoutTags.SimplifiedChinese))
        {
            var tag = new Tag(feature.Tag);
            kerns |= tag == Kern;
            var mask = MaskOf(tag, features);
            masks |= mask;
            if (mask != FeatureMask.None) Add(planned, table, feature, mask, passesJoiners: tag != Mark && tag != MarkToMark);
        }

        var fractions = (masks & FeatureMask.Fraction) != 0
            || (masks & (FeatureMask.Numerator | FeatureMask.Denominator)) == (FeatureMask.Numerator | FeatureMask.Denominator);
        return ([.. planned.Values], fractions, kerns);
    }

    private static void Add(SortedDictionary<int, PlannedLookup> planned, LayoutTable table, LayoutFeature feature, FeatureMask mask, bool passesJoiners)
    {
        foreach (var index in table.LookupsOf(feature))
        {
            planned.TryGetValue(index, out var before);
            planned[index] = before.Mask == FeatureMask.None
                ? new PlannedLookup(index, mask, passesJoiners)
                : new PlannedLookup(index, before.Mask | mask, before.PassesJoiners && passesJoiners);
        }
    }

    private static FeatureMask MaskOf(Tag tag, FeatureSettings features) => features.StateOf(tag) switch
    {
        true => FeatureMask.Global,
        false => FeatureMask.None,
        null when AlwaysOn.Contains(tag) => FeatureMask.Global,
        null => tag.ToString() switch
        {
            "frac" => FeatureMask.Fraction,
            "numr" => FeatureMask.Numerator,
            "dnom" => FeatureMask.Denominator,
            _ => FeatureMask.None,
        },
    };
}
