using Typeset.Shaping.Runs;

namespace Typeset.Shaping.Lookups;

/// <summary>Matches sequences of glyphs from <see cref="LookupRun.Index"/> on: ligatures, and the input of contexts.</summary>
internal static class SequenceMatch
{
    /// <summary>The longest sequence a lookup may match (as HarfBuzz has it).</summary>
    public const int MaxLength = 64;

    extension(LookupRun run)
    {
        /// <summary>
        /// Matches the glyphs behind the current one with <paramref name="tests"/> and gives all places, the current one first.
        /// Marks on different components of a ligature never match together. Gives the sum of components, or 0 for no match.
        /// </summary>
        public int MatchInput(ReadOnlySpan<GlyphTest> tests, Span<int> places)
        {
            if (tests.Length >= MaxLength) return 0;
            var first = run.Current;
            var components = (int)first.ComponentCount;
            places[0] = run.Index;
            bool? mayLeaveLigature = null;
            for (var i = 0; i < tests.Length; i++)
            {
                var place = run.Next(places[i], tests[i]);
                if (place < 0) return 0;
                places[i + 1] = place;
                ref var item = ref run.Buffer[place];
                if (!run.BelongTogether(first, item, ref mayLeaveLigature)) return 0;
                components += item.ComponentCount;
            }

            return components;
        }

        /// <summary>Whether what stands before the current glyph matches, nearest first.</summary>
        public bool MatchBefore(ReadOnlySpan<GlyphTest> tests)
        {
            var place = run.Index;
            foreach (var test in tests)
            {
                place = run.Previous(place, test, context: true);
                if (place < 0) return false;
            }

            return true;
        }

        /// <summary>Whether what stands behind <paramref name="last"/> matches.</summary>
        public bool MatchBehind(int last, ReadOnlySpan<GlyphTest> tests)
        {
            foreach (var test in tests)
            {
                last = run.Next(last, test, context: true);
                if (last < 0) return false;
            }

            return true;
        }

        private bool BelongTogether(in BufferGlyph first, in BufferGlyph other, ref bool? mayLeaveLigature)
        {
            if (first.LigatureId == 0 || first.Component == 0)
                return other.LigatureId == 0 || other.Component == 0 || other.LigatureId == first.LigatureId;
            if (first.LigatureId == other.LigatureId && first.Component == other.Component) return true;
            return mayLeaveLigature ??= run.PassesOverLigature(first.LigatureId);
        }

        private bool PassesOverLigature(byte ligature)
        {
            for (var i = run.Index - 1; i >= 0 && run.Buffer[i].LigatureId == ligature; i--)
            {
                if (run.Buffer[i].Component == 0) return !run.Sees(run.Buffer[i]);
            }

            return false;
        }
    }
}
