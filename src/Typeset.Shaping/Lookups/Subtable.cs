using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Lookups;

/// <summary>One subtable of a lookup.</summary>
internal abstract class Subtable
{
    /// <summary>Applies to the glyph at <see cref="LookupRun.Index"/> and moves the index behind what was used; false, and nothing changed, where it does not apply.</summary>
    public abstract bool Apply(LookupRun run);

    /// <summary>Adds the glyphs at which <see cref="Apply"/> may do something.</summary>
    public abstract void CollectStarters(GlyphSet set);

    /// <summary>Adds the glyphs besides the first that it looks at, before or behind.</summary>
    public virtual void CollectNeighbours(GlyphSet set) { }
}
