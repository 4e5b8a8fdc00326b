using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Lookups;

/// <summary>What a place in a context asks of a glyph: to be one glyph, of one class, or in a coverage.</summary>
internal readonly struct GlyphTest
{
    private readonly ClassDefinition? _classes;
    private readonly Coverage? _coverage;
    private readonly int _value;

    private GlyphTest(ClassDefinition? classes, Coverage? coverage, int value) => (_classes, _coverage, _value) = (classes, coverage, value);

    public static GlyphTest ForGlyph(int glyph) => new(null, null, glyph);

    public static GlyphTest ForClass(ClassDefinition classes, int value) => new(classes, null, value);

    public static GlyphTest ForCoverage(Coverage coverage) => new(null, coverage, 0);

    public bool Accepts(int glyph)
    {
        if (_coverage is not null) return _coverage.Contains(glyph);
        return (_classes?.ClassOf(glyph) ?? glyph) == _value;
    }

    public void AddTo(GlyphSet set)
    {
        if (_coverage is not null) _coverage.AddTo(set);
        else if (_classes is null) set.Add(_value);
        else if (_value == 0) set.AddAll();
        else _classes.AddTo(set);
    }
}
