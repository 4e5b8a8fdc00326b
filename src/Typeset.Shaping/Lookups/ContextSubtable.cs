using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Lookups;

/// <summary>
/// Lookups applied where a sequence of glyphs stands in a context: GSUB types 5 and 6, GPOS types 7 and 8. Rules come by the first
/// glyph (format 1), by its class (2), or there is one with a coverage for each place (3).
/// </summary>
internal sealed class ContextSubtable : Subtable
{
    private readonly Coverage _first;
    private readonly ClassDefinition? _firstClasses;
    private readonly ContextRule[]?[] _sets;
    private readonly bool _oneSet;

    private ContextSubtable(Coverage first, ClassDefinition? firstClasses, ContextRule[]?[] sets, bool oneSet = false) =>
        (_first, _firstClasses, _sets, _oneSet) = (first, firstClasses, sets, oneSet);

    public static ContextSubtable Read(TableBytes bytes, bool chained) => bytes.U16(0) switch
    {
        1 => ReadByGlyph(bytes, chained),
        2 => ReadByClass(bytes, chained),
        3 => ReadByCoverage(bytes, chained),
        var format => throw bytes.Broken($"context format {format} is not 1, 2 or 3"),
    };

    public override bool Apply(LookupRun run)
    {
        var glyph = run.Current.Glyph;
        var index = _first.IndexOf(glyph);
        if (index < 0) return false;
        if (_firstClasses is not null) index = _firstClasses.ClassOf(glyph);
        else if (_oneSet) index = 0;
        if (index >= _sets.Length || _sets[index] is not { } rules) return false;
        foreach (var rule in rules)
        {
            if (rule.Apply(run)) return true;
        }

        return false;
    }

    public override void CollectStarters(GlyphSet set) => _first.AddTo(set);

    public override void CollectNeighbours(GlyphSet set)
    {
        foreach (var rules in _sets)
        {
            foreach (var rule in rules ?? []) rule.CollectNeighbours(set);
        }
    }

    private static ContextSubtable ReadByGlyph(TableBytes bytes, bool chained) =>
        new(new Coverage(bytes.Follow(2)), null, ReadSets(bytes, 4, chained, [null, null, null]));

    private static ContextSubtable ReadByClass(TableBytes bytes, bool chained)
    {
        var input = new ClassDefinition(bytes.Follow(chained ? 6 : 4));
        var before = chained && bytes.Leads(4) ? new ClassDefinition(bytes.Follow(4)) : input;
        var behind = chained && bytes.Leads(8) ? new ClassDefinition(bytes.Follow(8)) : input;
        return new(new Coverage(bytes.Follow(2)), input, ReadSets(bytes, chained ? 10 : 6, chained, [before, input, behind]));
    }

    private static ContextSubtable ReadByCoverage(TableBytes bytes, bool chained)
    {
        var (first, rule) = ContextReader.ReadCoverages(bytes, chained);
        return new(first, null, [[rule]], oneSet: true);
    }

    private static ContextRule[]?[] ReadSets(TableBytes bytes, int at, bool chained, ClassDefinition?[] classes)
    {
        var sets = new ContextRule[]?[bytes.U16(at)];
        bytes.Require(at + 2, sets.Length * 2L);
        for (var i = 0; i < sets.Length; i++)
        {
            if (bytes.Leads(at + 2 + i * 2)) sets[i] = ContextReader.ReadSet(bytes.Follow(at + 2 + i * 2), chained, classes);
        }

        return sets;
    }
}
