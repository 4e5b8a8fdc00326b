using Typeset.Shaping.Lookups;
using Typeset.Shaping.Normalization;
using Typeset.Shaping.Tables;
using Typeset.Unicode;

namespace Typeset.Shaping.Runs;

/// <summary>Shapes one run of one face, all steps in HarfBuzz's order. Its buffer is reused; one thread at a time.</summary>
internal sealed class RunShaper
{
    private const int FractionSlash = 0x2044;

    private readonly LookupRun _run = new();

    private GlyphBuffer Buffer => _run.Buffer;

    /// <summary>The glyphs of a run in text order, clusters counted from <paramref name="firstCluster"/>; good until the next run.</summary>
    /// <exception cref="OpenType.FontFormatException">The face's layout tables are broken, or a trap.</exception>
    public ReadOnlySpan<BufferGlyph> Shape(ShapingPlan plan, ReadOnlySpan<char> text, int firstCluster)
    {
        RunReader.Read(Buffer, text, firstCluster);
        Normalizer.Normalize(Buffer, plan.Face);
        _run.Begin(plan.Parts.Definitions);
        if (plan.HasFractions && Buffer.HasNonAscii) MaskFractions();
        AssignKinds(plan.Parts.Definitions);
        if (plan.Parts.Substitutions is { } substitutions) _run.Apply(substitutions, plan.Substitutions, positioning: false);
        Position(plan);
        HideIgnorables(plan);
        return Buffer.Items;
    }

    private void Position(ShapingPlan plan)
    {
        Advances.Set(Buffer, plan.Face.Face);
        if (plan.Parts.Positions is { } positions) _run.Apply(positions, plan.Positions, positioning: true);
        if (plan.UsesKernTable) Kerning.Apply(_run, plan.Parts.Kern!);
        ZeroMarks(plan.PlacesMarksByBounds);
        if (Buffer.HasNonAscii) ZeroIgnorables();
        FollowAttachments();
        if (plan.PlacesMarksByBounds && Buffer.HasNonAscii) MarkPlacement.Apply(Buffer, plan.Face.Face);
    }

    private void MaskFractions()
    {
        for (var i = 0; i < Buffer.Count; i++)
        {
            if (Buffer[i].CodePoint != FractionSlash) continue;
            var (start, end) = (i, i + 1);
            while (start > 0 && IsDigit(Buffer[start - 1].CodePoint)) Buffer[--start].Mask |= FeatureMask.Numerator | FeatureMask.Fraction;
            while (end < Buffer.Count && IsDigit(Buffer[end].CodePoint)) Buffer[end++].Mask |= FeatureMask.Denominator | FeatureMask.Fraction;
            Buffer[i].Mask |= FeatureMask.Fraction;
            i = end - 1;
        }
    }

    private static bool IsDigit(int codePoint) => GeneralCategory.Of(codePoint) == GeneralCategory.DecimalNumber;

    private void AssignKinds(GlyphDefinitions? definitions)
    {
        foreach (ref var glyph in Buffer.Items)
        {
            if (definitions is { HasKinds: true })
            {
                glyph.Kind = definitions.KindOf(glyph.Glyph);
                glyph.MarkClass = glyph.IsMark ? definitions.MarkClassOf(glyph.Glyph) : (byte)0;
            }
            else glyph.Kind = KindByCharacter(glyph.Traits);
        }
    }

    private static GlyphKind KindByCharacter(CharacterTraits traits) =>
        (traits & (CharacterTraits.NonspacingMark | CharacterTraits.Ignorable)) == CharacterTraits.NonspacingMark ? GlyphKind.Mark : GlyphKind.Base;

    private void ZeroMarks(bool shift)
    {
        foreach (ref var glyph in Buffer.Items)
        {
            if (!glyph.IsMark) continue;
            if (shift) glyph.XOffset -= glyph.Advance;
            glyph.Advance = 0;
        }
    }

    private void ZeroIgnorables()
    {
        foreach (ref var glyph in Buffer.Items)
        {
            if (glyph.IsIgnorable) (glyph.Advance, glyph.XOffset, glyph.YOffset) = (0, 0, 0);
        }
    }

    /// <summary>Turns offsets from the glyph a mark stands on into offsets from the mark's own place.</summary>
    private void FollowAttachments()
    {
        for (var i = 0; i < Buffer.Count; i++)
        {
            ref var mark = ref Buffer[i];
            if (mark.AttachedBack == 0) continue;
            var on = i - mark.AttachedBack;
            mark.XOffset += Buffer[on].XOffset;
            mark.YOffset += Buffer[on].YOffset;
            for (var k = on; k < i; k++) mark.XOffset -= Buffer[k].Advance;
        }
    }

    /// <summary>Characters that show nothing get the word space's glyph, their width being none already; without one they go.</summary>
    private void HideIgnorables(ShapingPlan plan)
    {
        if (!Buffer.HasNonAscii) return;
        var space = plan.Face.Face.GlyphOf(' ');
        for (var i = 0; i < Buffer.Count; i++)
        {
            if (!Buffer[i].IsIgnorable) continue;
            if (space != 0) Buffer[i].Glyph = space;
            else
            {
                if (i + 1 < Buffer.Count) Buffer.MergeClusters(i, i + 2);
                else if (i > 0) Buffer.MergeClusters(i - 1, i + 1);
                Buffer.RemoveAt(i--);
            }
        }
    }
}
