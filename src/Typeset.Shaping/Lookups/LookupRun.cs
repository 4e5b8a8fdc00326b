using Typeset.OpenType;
using Typeset.Shaping.Runs;
using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Lookups;

/// <summary>One lookup as a plan applies it: to which characters, and how it treats joiners.</summary>
/// <param name="Index">The lookup's number in its table.</param>
/// <param name="Mask">It applies to glyphs with any of these features.</param>
/// <param name="PassesJoiners">Whether U+200C and U+200D are passed over (all but mark positioning).</param>
internal readonly record struct PlannedLookup(int Index, FeatureMask Mask, bool PassesJoiners);

/// <summary>
/// Applies lookups to a buffer: walks the glyphs, finds neighbours past those a lookup leaves out, and keeps hostile fonts in bounds.
/// </summary>
internal sealed class LookupRun
{
    /// <summary>Lookups called by contexts, nested at most so deep (as HarfBuzz has it).</summary>
    private const int MaxNesting = 64;

    /// <summary>Subtables tried and neighbours looked at for a glyph of the run, on average, before the font is taken for a trap; real fonts need some hundreds.</summary>
    private const int WorkPerGlyph = 4096;
    private const int LeastWork = 1 << 16;

    /// <summary>A run may not grow over so many times its length.</summary>
    private const int MaxGrowth = 64;

    private LayoutTable? _table;
    private bool _positioning;
    private PlannedLookup _planned;
    private int _nesting;
    private long _work;
    private int _maxCount;

    public GlyphBuffer Buffer { get; } = new();

    /// <summary>The glyph that lookups are being applied to.</summary>
    public int Index { get; set; }

    public GlyphDefinitions? Definitions { get; private set; }

    /// <summary>The flags of the lookup that is being applied.</summary>
    public LookupFlags Flags { get; set; }

    public ref BufferGlyph Current => ref Buffer[Index];

    /// <summary>Sets the bounds for a run whose characters are in the buffer.</summary>
    public void Begin(GlyphDefinitions? definitions)
    {
        Definitions = definitions;
        (_table, _nesting) = (null, 0);
        _work = Math.Max(LeastWork, (long)Buffer.Count * WorkPerGlyph);
        _maxCount = Math.Max(1024, Buffer.Count * MaxGrowth);
    }

    /// <summary>Applies lookups one after the other, each to the whole run.</summary>
    public void Apply(LayoutTable table, ReadOnlySpan<PlannedLookup> lookups, bool positioning)
    {
        _table = table;
        _positioning = positioning;
        foreach (var planned in lookups)
        {
            if (table.LookupAt(planned.Index) is not { } lookup) continue;
            _planned = planned;
            if (lookup.IsReverse) ApplyBackwards(lookup);
            else ApplyForwards(lookup);
        }
    }

    /// <summary>Makes <see cref="Next"/> work for pairs that no lookup, but another table holds.</summary>
    public void BeginPairs(PlannedLookup planned, LookupFlags flags) => (_planned, Flags, _positioning) = (planned, flags, true);

    /// <summary>Applies a lookup that a context calls, at <see cref="Index"/>.</summary>
    public bool Recurse(int lookupIndex)
    {
        if (_table!.LookupAt(lookupIndex) is not { } lookup) return false;
        if (++_nesting > MaxNesting) throw Broken("lookups call each other without end");
        var (flags, start) = (Flags, Index);
        Flags = lookup.Flags;
        var applied = ApplyHere(lookup);
        Flags = flags;
        if (!applied) Index = start;
        _nesting--;
        return applied;
    }

    /// <summary>The next glyph behind <paramref name="from"/> that the lookup sees and <paramref name="test"/> accepts, or −1.</summary>
    public int Next(int from, GlyphTest? test = null, bool context = false)
    {
        for (var i = from + 1; i < Buffer.Count; i++)
        {
            if (Look(Buffer[i], test, context) is { } found) return found ? i : -1;
        }

        return -1;
    }

    /// <summary>The nearest glyph before <paramref name="from"/> that the lookup sees and <paramref name="test"/> accepts, or −1.</summary>
    public int Previous(int from, GlyphTest? test = null, bool context = false)
    {
        for (var i = from - 1; i >= 0; i--)
        {
            if (Look(Buffer[i], test, context) is { } found) return found ? i : -1;
        }

        return -1;
    }

    /// <summary>Whether the lookup's flags let it see a glyph.</summary>
    public bool Sees(in BufferGlyph glyph)
    {
        if ((glyph.Kind & Flags.IgnoredKinds) != 0) return false;
        if (!glyph.IsMark) return true;
        if (Flags.MarkSet >= 0) return Definitions?.MarkSetHas(Flags.MarkSet, glyph.Glyph) ?? false;
        return Flags.MarkClass == 0 || Flags.MarkClass == glyph.MarkClass;
    }

    /// <summary>Puts another glyph in the place of one.</summary>
    public void Substitute(int index, int glyph, GlyphKind guess = GlyphKind.None, GlyphHistory history = GlyphHistory.None)
    {
        ref var item = ref Buffer[index];
        item.Glyph = (ushort)glyph;
        if ((history & GlyphHistory.Ligated) != 0) item.History &= ~GlyphHistory.Multiplied;
        item.History |= GlyphHistory.Substituted | history;
        if (Definitions is { HasKinds: true } definitions)
        {
            item.Kind = definitions.KindOf(glyph);
            item.MarkClass = item.IsMark ? definitions.MarkClassOf(glyph) : (byte)0;
        }
        else if (guess != GlyphKind.None) item.Kind = guess;
    }

    /// <summary>Throws where a font would make a run grow without end.</summary>
    public void CheckGrowth(int added)
    {
        if (Buffer.Count + added > _maxCount) throw Broken("substitutions make a run grow without end");
    }

    private void ApplyForwards(Lookup lookup)
    {
        Flags = lookup.Flags;
        for (Index = 0; Index < Buffer.Count;)
        {
            var start = Index;
            if (!Applies(lookup, Current) || !ApplyHere(lookup)) Index = start + 1;
        }
    }

    private void ApplyBackwards(Lookup lookup)
    {
        Flags = lookup.Flags;
        for (var i = Buffer.Count - 1; i >= 0; i--)
        {
            Index = i;
            if (Applies(lookup, Current)) ApplyHere(lookup);
        }
    }

    private bool Applies(Lookup lookup, in BufferGlyph glyph) =>
        lookup.Starters.Contains(glyph.Glyph) && (glyph.Mask & _planned.Mask) != 0 && Sees(glyph);

    private bool ApplyHere(Lookup lookup)
    {
        foreach (var subtable in lookup.Subtables)
        {
            Spend(1);
            if (subtable.Apply(this)) return true;
        }

        return false;
    }

    /// <summary>True: taken; false: in the way; null: passed over.</summary>
    private bool? Look(in BufferGlyph glyph, GlyphTest? test, bool context)
    {
        Spend(1);
        if (!Sees(glyph)) return null;
        var skippable = MayBePassedOver(glyph, context);
        if (!context && (glyph.Mask & _planned.Mask) == 0) return skippable ? null : false;
        if (test is null) return skippable ? null : true;
        if (test.Value.Accepts(glyph.Glyph)) return true;
        return skippable ? null : false;
    }

    private bool MayBePassedOver(in BufferGlyph glyph, bool context)
    {
        if (!glyph.IsIgnorable || (glyph.Traits & CharacterTraits.Hidden) != 0) return false;
        if ((glyph.Traits & CharacterTraits.NonJoiner) != 0) return _positioning || (context && _planned.PassesJoiners);
        return (glyph.Traits & CharacterTraits.Joiner) == 0 || context || _planned.PassesJoiners;
    }

    private FontFormatException Broken(string problem) => _table?.Broken(problem) ?? new FontFormatException(Tag.Parse("kern"), problem);

    private void Spend(int work)
    {
        _work -= work;
        if (_work < 0) throw Broken("lookups take more work than any real font's");
    }
}
