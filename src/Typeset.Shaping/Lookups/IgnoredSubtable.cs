using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Lookups;

/// <summary>A subtable of a kind that the scripts set here have no use for (cursive attachment): it never applies.</summary>
internal sealed class IgnoredSubtable : Subtable
{
    public static readonly IgnoredSubtable Instance = new();

    public override bool Apply(LookupRun run) => false;

    public override void CollectStarters(GlyphSet set) { }
}
