using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Lookups;

/// <summary>Reads the parts that contexts are made of.</summary>
internal static class ContextReader
{
    /// <summary>The rules of a set: <paramref name="classes"/> says what numbers in them mean (before, input, behind), glyphs where null.</summary>
    public static ContextRule[] ReadSet(TableBytes set, bool chained, ClassDefinition?[] classes)
    {
        var rules = new ContextRule[set.U16(0)];
        set.Require(2, rules.Length * 2L);
        set.Spend(rules.Length);
        for (var i = 0; i < rules.Length; i++) rules[i] = ReadRule(set.Follow(2 + i * 2), chained, classes);
        return rules;
    }

    /// <summary>The one rule of a format 3 subtable, with the coverage of its first glyph.</summary>
    public static (Coverage First, ContextRule Rule) ReadCoverages(TableBytes bytes, bool chained)
    {
        var at = 2;
        var before = chained ? ReadCoverageArray(bytes, ref at, bytes.U16(at), 2) : [];
        var inputCount = bytes.U16(at);
        var lookupCount = chained ? -1 : bytes.U16(at + 2);
        var input = ReadCoverageArray(bytes, ref at, inputCount, chained ? 2 : 4);
        if (input.Length == 0) throw bytes.Broken("a context has no input");
        var behind = chained ? ReadCoverageArray(bytes, ref at, bytes.U16(at), 2) : [];
        var lookups = ReadLookups(bytes, chained ? at + 2 : at, chained ? bytes.U16(at) : lookupCount);
        var rule = new ContextRule(Tests(before), Tests(input[1..]), Tests(behind), lookups);
        return (input[0], rule);
    }

    private static ContextRule ReadRule(TableBytes bytes, bool chained, ClassDefinition?[] classes)
    {
        var at = 0;
        if (!chained)
        {
            var (count, lookupCount) = (bytes.U16(0), bytes.U16(2));
            at = 4;
            var sequence = ReadTests(bytes, ref at, count - 1, classes[1]);
            return new ContextRule([], sequence, [], ReadLookups(bytes, at, lookupCount));
        }

        var before = ReadCounted(bytes, ref at, 0, classes[0]);
        var input = ReadCounted(bytes, ref at, 1, classes[1]);
        var behind = ReadCounted(bytes, ref at, 0, classes[2]);
        return new ContextRule(before, input, behind, ReadLookups(bytes, at + 2, bytes.U16(at)));
    }

    private static GlyphTest[] ReadCounted(TableBytes bytes, ref int at, int less, ClassDefinition? classes)
    {
        var count = bytes.U16(at) - less;
        at += 2;
        return ReadTests(bytes, ref at, count, classes);
    }

    private static GlyphTest[] ReadTests(TableBytes bytes, ref int at, int count, ClassDefinition? classes)
    {
        if (count < 0) throw bytes.Broken("a context rule has no input");
        bytes.Spend(count);
        bytes.Require(at, count * 2L);
        var tests = new GlyphTest[count];
        for (var i = 0; i < count; i++, at += 2)
        {
            var value = bytes.U16(at);
            tests[i] = classes is null ? GlyphTest.ForGlyph(value) : GlyphTest.ForClass(classes, value);
        }

        return tests;
    }

    private static Coverage[] ReadCoverageArray(TableBytes bytes, ref int at, int count, int headerSize)
    {
        bytes.Spend(count);
        at += headerSize;
        bytes.Require(at, count * 2L);
        var coverages = new Coverage[count];
        for (var i = 0; i < count; i++, at += 2) coverages[i] = new Coverage(bytes.Follow(at));
        return coverages;
    }

    private static NestedLookup[] ReadLookups(TableBytes bytes, int at, int count)
    {
        bytes.Spend(count);
        bytes.Require(at, count * 4L);
        var lookups = new NestedLookup[count];
        for (var i = 0; i < count; i++) lookups[i] = new NestedLookup(bytes.U16(at + i * 4), bytes.U16(at + i * 4 + 2));
        return lookups;
    }

    private static GlyphTest[] Tests(Coverage[] coverages) => Array.ConvertAll(coverages, GlyphTest.ForCoverage);
}
