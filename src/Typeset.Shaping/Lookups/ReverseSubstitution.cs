using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Lookups;

/// <summary>One glyph for another in a context, the run walked from its end (GSUB lookup type 8).</summary>
internal sealed class ReverseSubstitution : Subtable
{
    private readonly TableBytes _bytes;
    private readonly Coverage _coverage;
    private readonly GlyphTest[] _before;
    private readonly GlyphTest[] _behind;
    private readonly int _substitutes;

    public ReverseSubstitution(TableBytes bytes)
    {
        _bytes = bytes;
        if (bytes.U16(0) != 1) throw bytes.Broken($"reverse substitution format {bytes.U16(0)} is not 1");
        _coverage = new Coverage(bytes.Follow(2));
        var at = 4;
        _before = ReadCoverages(bytes, ref at);
        _behind = ReadCoverages(bytes, ref at);
        _substitutes = at;
        bytes.Require(at + 2, bytes.U16(at) * 2L);
    }

    public override bool Apply(LookupRun run)
    {
        var index = _coverage.IndexOf(run.Current.Glyph);
        if (index < 0 || index >= _bytes.U16(_substitutes)) return false;
        if (!run.MatchBefore(_before) || !run.MatchBehind(run.Index, _behind)) return false;
        run.Substitute(run.Index, _bytes.U16(_substitutes + 2 + index * 2));
        return true;
    }

    public override void CollectStarters(GlyphSet set) => _coverage.AddTo(set);

    public override void CollectNeighbours(GlyphSet set)
    {
        foreach (var test in _before) test.AddTo(set);
        foreach (var test in _behind) test.AddTo(set);
    }

    private static GlyphTest[] ReadCoverages(TableBytes bytes, ref int at)
    {
        var tests = new GlyphTest[bytes.U16(at)];
        bytes.Require(at + 2, tests.Length * 2L);
        for (var i = 0; i < tests.Length; i++) tests[i] = GlyphTest.ForCoverage(new Coverage(bytes.Follow(at + 2 + i * 2)));
        at += 2 + tests.Length * 2;
        return tests;
    }
}
