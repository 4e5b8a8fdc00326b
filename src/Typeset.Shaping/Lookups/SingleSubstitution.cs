using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Lookups;

/// <summary>One glyph for another: language forms, vertical forms, widths (GSUB lookup type 1).</summary>
internal sealed class SingleSubstitution : Subtable
{
    private readonly TableBytes _bytes;
    private readonly Coverage _coverage;
    private readonly bool _delta;

    public SingleSubstitution(TableBytes bytes)
    {
        _bytes = bytes;
        _delta = bytes.U16(0) switch
        {
            1 => true,
            2 => false,
            var format => throw bytes.Broken($"single substitution format {format} is not 1 or 2"),
        };
        _coverage = new Coverage(bytes.Follow(2));
        bytes.Require(4, _delta ? 2 : 2 + bytes.U16(4) * 2L);
    }

    /// <summary>The other glyph, or −1 where the glyph stays.</summary>
    public int Replace(int glyph)
    {
        var index = _coverage.IndexOf(glyph);
        if (index < 0) return -1;
        if (_delta) return (ushort)(glyph + _bytes.S16(4));
        return index < _bytes.U16(4) ? _bytes.U16(6 + index * 2) : -1;
    }

    public override bool Apply(LookupRun run)
    {
        var glyph = Replace(run.Current.Glyph);
        if (glyph < 0) return false;
        run.Substitute(run.Index++, glyph);
        return true;
    }

    public override void CollectStarters(GlyphSet set) => _coverage.AddTo(set);
}
