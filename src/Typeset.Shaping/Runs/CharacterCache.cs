using System.Runtime.CompilerServices;
using Typeset.OpenType;
using Typeset.Shaping.Lookups;
using Typeset.Shaping.Normalization;
using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Runs;

/// <summary>
/// What single characters come to under a plan, worked out when first met. Han text is nearly all characters that no neighbour
/// changes; these never see a lookup again. Safe from any thread: an entry is one word, and working it out twice does no harm.
/// </summary>
internal sealed class CharacterCache
{
    private const int PageBits = 8;
    private const int PageSize = 1 << PageBits;
    private const int FractionSlash = 0x2044;

    private readonly ShapingPlan _plan;
    private readonly ulong[]?[] _pages = new ulong[]?[0x110000 >> PageBits];
    private readonly GlyphSet _starters = new();
    private readonly GlyphSet _neighbours = new();

    public CharacterCache(ShapingPlan plan)
    {
        _plan = plan;
        Collect(plan.Parts.Substitutions, plan.Substitutions);
        Collect(plan.Parts.Positions, plan.Positions);
        if (plan.UsesKernTable) plan.Parts.Kern!.CollectGlyphs(_starters, _neighbours);
    }

    /// <summary>Whether some lookup looks past letters, so that a run can be cut nowhere.</summary>
    public bool NeedsWholeRuns { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CharacterEntry EntryOf(int codePoint)
    {
        var page = _pages[codePoint >> PageBits];
        if (page is null) return WorkOut(codePoint);
        var entry = new CharacterEntry(page[codePoint & (PageSize - 1)]);
        return entry.IsKnown ? entry : WorkOut(codePoint);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private CharacterEntry WorkOut(int codePoint)
    {
        ref var page = ref _pages[codePoint >> PageBits];
        if (page is null) Interlocked.CompareExchange(ref page, new ulong[PageSize], null);
        var entry = SafeEntry(codePoint);
        Volatile.Write(ref page[codePoint & (PageSize - 1)], entry.Bits);
        return entry;
    }

    /// <summary>A character whose data are broken is as good as missing.</summary>
    private CharacterEntry SafeEntry(int codePoint)
    {
        try
        {
            return Entry(codePoint);
        }
        catch (FontFormatException problem)
        {
            _plan.Face.Note(problem);
            return CharacterEntry.Absent;
        }
    }

    private CharacterEntry Entry(int codePoint)
    {
        var traits = CharacterProperties.TraitsOf(codePoint);
        if ((traits & CharacterTraits.Ignorable) != 0) return CharacterEntry.Attaching;
        var glyph = _plan.Face.Face.GlyphOf(codePoint);
        var attaches = traits != CharacterTraits.None || RunReader.IsExtender(codePoint);
        if (glyph == 0 && !HasStandIn(codePoint)) return attaches ? CharacterEntry.Absent.AsAttached : CharacterEntry.Absent;
        if (attaches) return CharacterEntry.Attaching;
        if (codePoint == FractionSlash && _plan.HasFractions) return CharacterEntry.Spreading;
        return glyph == 0 || RunReader.IsRegional(codePoint) ? CharacterEntry.Full : PlainEntry(glyph);
    }

    private CharacterEntry PlainEntry(int glyph)
    {
        var (starts, involved) = (false, false);
        Note(glyph, ref starts, ref involved);
        foreach (var planned in _plan.Substitutions)
        {
            if (Replace(planned, glyph) is not (var other and >= 0)) continue;
            glyph = other;
            Note(glyph, ref starts, ref involved);
        }

        if (_plan.Parts.Definitions?.KindOf(glyph) == GlyphKind.Mark) return CharacterEntry.Full;
        var adjustment = new BufferGlyph { Advance = _plan.Face.Face.AdvanceOf((ushort)glyph) };
        foreach (var planned in _plan.Positions) Adjust(planned, glyph, ref adjustment);
        return CharacterEntry.Of(glyph, adjustment.Advance, adjustment.XOffset, adjustment.YOffset, involved, starts);
    }

    private void Note(int glyph, ref bool starts, ref bool involved)
    {
        starts |= _starters.Contains(glyph);
        involved |= starts || _neighbours.Contains(glyph);
    }

    private int Replace(PlannedLookup planned, int glyph)
    {
        if ((planned.Mask & FeatureMask.Global) == 0 || _plan.Parts.Substitutions!.LookupAt(planned.Index) is not { IsSingle: true } lookup) return -1;
        foreach (var subtable in lookup.Subtables)
        {
            if (((SingleSubstitution)subtable).Replace(glyph) is var other and >= 0) return other;
        }

        return -1;
    }

    private void Adjust(PlannedLookup planned, int glyph, ref BufferGlyph adjusted)
    {
        if ((planned.Mask & FeatureMask.Global) == 0 || _plan.Parts.Positions!.LookupAt(planned.Index) is not { IsSingle: true } lookup) return;
        foreach (var subtable in lookup.Subtables)
        {
            if (((SingleAdjustment)subtable).AdjustmentOf(glyph) is not { } adjustment) continue;
            adjustment.ApplyTo(ref adjusted);
            return;
        }
    }

    private bool HasStandIn(int codePoint)
    {
        if (Spaces.KindOf(codePoint) != SpaceKind.None || codePoint == Normalizer.NonBreakingHyphen) return true;
        var face = _plan.Face.Face;
        for (var depth = 0; depth < 8 && CanonicalForm.Decompose(codePoint) is var (first, second); depth++)
        {
            if (second != 0 && face.GlyphOf(second) == 0) return false;
            if (face.GlyphOf(first) != 0) return true;
            codePoint = first;
        }

        return false;
    }

    private void Collect(LayoutTable? table, PlannedLookup[] lookups)
    {
        foreach (var planned in lookups)
        {
            if (table!.LookupAt(planned.Index) is not { } lookup) continue;
            if (lookup.IsSingle && lookup.Flags.IgnoredKinds == GlyphKind.None) continue;
            _starters.AddAll(lookup.Starters);
            foreach (var subtable in lookup.Subtables) subtable.CollectNeighbours(_neighbours);
            NeedsWholeRuns |= (lookup.Flags.IgnoredKinds & (GlyphKind.Base | GlyphKind.Ligature)) != 0;
        }
    }
}
