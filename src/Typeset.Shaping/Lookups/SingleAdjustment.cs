using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Lookups;

/// <summary>One glyph moved or made narrower: halt, palt, vhal (GPOS lookup type 1).</summary>
internal sealed class SingleAdjustment : Subtable
{
    private readonly TableBytes _bytes;
    private readonly Coverage _coverage;
    private readonly ValueFormat _format;
    private readonly bool _shared;

    public SingleAdjustment(TableBytes bytes)
    {
        _bytes = bytes;
        _shared = bytes.U16(0) switch
        {
            1 => true,
            2 => false,
            var format => throw bytes.Broken($"single adjustment format {format} is not 1 or 2"),
        };
        _coverage = new Coverage(bytes.Follow(2));
        _format = new ValueFormat(bytes.U16(4));
        if (_shared) bytes.Require(6, _format.Size);
        else bytes.Require(8, bytes.U16(6) * (long)_format.Size);
    }

    /// <summary>What is done to the glyph, or null where it is not covered.</summary>
    public Adjustment? AdjustmentOf(int glyph)
    {
        var index = _coverage.IndexOf(glyph);
        if (index < 0) return null;
        if (_shared) return _format.Read(_bytes, 6);
        return index < _bytes.U16(6) ? _format.Read(_bytes, 8 + index * _format.Size) : null;
    }

    public override bool Apply(LookupRun run)
    {
        if (AdjustmentOf(run.Current.Glyph) is not { } adjustment) return false;
        adjustment.ApplyTo(ref run.Current);
        run.Index++;
        return true;
    }

    public override void CollectStarters(GlyphSet set) => _coverage.AddTo(set);
}
