using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Lookups;

/// <summary>One of several alternates; a feature that is on takes the first (GSUB lookup type 3).</summary>
internal sealed class AlternateSubstitution : Subtable
{
    private readonly TableBytes _bytes;
    private readonly Coverage _coverage;

    public AlternateSubstitution(TableBytes bytes)
    {
        _bytes = bytes;
        if (bytes.U16(0) != 1) throw bytes.Broken($"alternate substitution format {bytes.U16(0)} is not 1");
        _coverage = new Coverage(bytes.Follow(2));
    }

    public override bool Apply(LookupRun run)
    {
        var index = _coverage.IndexOf(run.Current.Glyph);
        if (index < 0 || index >= _bytes.U16(4)) return false;
        var alternates = _bytes.Follow(6 + index * 2);
        if (alternates.U16(0) == 0) return false;
        run.Substitute(run.Index++, alternates.U16(2));
        return true;
    }

    public override void CollectStarters(GlyphSet set) => _coverage.AddTo(set);
}
