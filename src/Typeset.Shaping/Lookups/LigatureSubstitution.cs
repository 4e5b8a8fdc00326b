using Typeset.Shaping.Runs;
using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Lookups;

/// <summary>Several glyphs for one (GSUB lookup type 4).</summary>
internal sealed class LigatureSubstitution : Subtable
{
    private readonly TableBytes _bytes;
    private readonly Coverage _coverage;

    public LigatureSubstitution(TableBytes bytes)
    {
        _bytes = bytes;
        if (bytes.U16(0) != 1) throw bytes.Broken($"ligature substitution format {bytes.U16(0)} is not 1");
        _coverage = new Coverage(bytes.Follow(2));
    }

    public override bool Apply(LookupRun run)
    {
        var index = _coverage.IndexOf(run.Current.Glyph);
        if (index < 0 || index >= _bytes.U16(4)) return false;
        var set = _bytes.Follow(6 + index * 2);
        var count = set.U16(0);
        for (var i = 0; i < count; i++)
        {
            if (Apply(run, set.Follow(2 + i * 2))) return true;
        }

        return false;
    }

    public override void CollectStarters(GlyphSet set) => _coverage.AddTo(set);

    public override void CollectNeighbours(GlyphSet set)
    {
        var sets = _bytes.U16(4);
        for (var i = 0; i < sets; i++)
        {
            var ligatures = _bytes.Follow(6 + i * 2);
            var count = ligatures.U16(0);
            ligatures.Spend(count);
            for (var j = 0; j < count; j++) AddComponents(ligatures.Follow(2 + j * 2), set);
        }
    }

    private static void AddComponents(TableBytes ligature, GlyphSet set)
    {
        var count = Math.Min((int)ligature.U16(2), SequenceMatch.MaxLength);
        ligature.Spend(count);
        for (var i = 1; i < count; i++) set.Add(ligature.U16(4 + (i - 1) * 2));
    }

    private static bool Apply(LookupRun run, TableBytes ligature)
    {
        var (glyph, count) = (ligature.U16(0), ligature.U16(2));
        if (count is 0 or > SequenceMatch.MaxLength) return false;
        if (count == 1)
        {
            run.Substitute(run.Index++, glyph);
            return true;
        }

        if (run.Next(run.Index, GlyphTest.ForGlyph(ligature.U16(4))) < 0) return false;
        var tests = new GlyphTest[count - 1];
        for (var i = 0; i < tests.Length; i++) tests[i] = GlyphTest.ForGlyph(ligature.U16(4 + i * 2));
        Span<int> places = stackalloc int[count];
        var components = run.MatchInput(tests, places);
        if (components == 0) return false;
        Ligate(run, places, components, glyph);
        return true;
    }

    /// <summary>
    /// Joins the matched glyphs. Marks passed over in between stay, each remembering the component it stood on, so that
    /// positioning finds its anchor; a ligature of a base with marks, or of marks alone, is no ligature to later marks.
    /// </summary>
    private static void Ligate(LookupRun run, ReadOnlySpan<int> places, int components, int glyph)
    {
        var buffer = run.Buffer;
        buffer.MergeClusters(run.Index, places[^1] + 1);
        var firstIsMark = run.Current.IsMark;
        var marksFollow = AllMarks(buffer, places[1..]);
        var isLigature = !(marksFollow && (firstIsMark || (run.Current.Kind & GlyphKind.Base) != 0));
        var id = isLigature ? buffer.NextLigature() : (byte)0;
        var before = run.Current;
        if (isLigature) MakeLigature(ref run.Current, id, components);
        run.Substitute(run.Index, glyph, isLigature ? GlyphKind.Ligature : GlyphKind.None, isLigature ? GlyphHistory.Ligated : GlyphHistory.None);
        RemoveComponents(run, places, before, id, isLigature);
    }

    private static bool AllMarks(GlyphBuffer buffer, ReadOnlySpan<int> places)
    {
        foreach (var place in places)
        {
            if (!buffer[place].IsMark) return false;
        }

        return true;
    }

    private static void MakeLigature(ref BufferGlyph glyph, byte id, int components)
    {
        glyph.LigatureId = id;
        glyph.Component = 0;
        glyph.ComponentCount = (byte)Math.Min(components, byte.MaxValue);
        glyph.Traits &= ~CharacterTraits.NonspacingMark;
    }

    private static void RemoveComponents(LookupRun run, ReadOnlySpan<int> places, in BufferGlyph first, byte id, bool isLigature)
    {
        var buffer = run.Buffer;
        var (lastId, lastCount, soFar) = (first.LigatureId, (int)first.ComponentCount, (int)first.ComponentCount);
        var index = run.Index + 1;
        for (var removed = 0; removed < places.Length - 1; removed++)
        {
            for (; index < places[removed + 1] - removed; index++)
            {
                if (isLigature) StandOn(ref buffer[index], id, soFar - lastCount, lastCount);
            }

            (lastId, lastCount) = (buffer[index].LigatureId, buffer[index].ComponentCount);
            soFar += lastCount;
            buffer.RemoveAt(index);
        }

        run.Index = index;
        if (first.IsMark && !isLigature || lastId == 0) return;
        for (; index < buffer.Count && buffer[index].LigatureId == lastId && buffer[index].Component != 0; index++)
        {
            StandOn(ref buffer[index], id, soFar - lastCount, lastCount);
        }
    }

    private static void StandOn(ref BufferGlyph mark, byte id, int before, int lastCount)
    {
        var component = mark.Component == 0 ? lastCount : mark.Component;
        mark.LigatureId = id;
        mark.Component = (byte)Math.Min(before + Math.Min(component, lastCount), byte.MaxValue);
        mark.ComponentCount = 1;
    }
}
