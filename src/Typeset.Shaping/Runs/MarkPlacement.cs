using Typeset.OpenType;

namespace Typeset.Shaping.Runs;

/// <summary>Puts marks over and under their letters by the boxes of their ink, for faces without GPOS (as HarfBuzz does).</summary>
internal static class MarkPlacement
{
    /// <summary>Marks keep 1/16 em clear of the letter.</summary>
    private const int GapsInEm = 16;

    public static void Apply(GlyphBuffer buffer, FontFace face)
    {
        for (int start = 0, end; start < buffer.Count; start = end)
        {
            for (end = start + 1; end < buffer.Count && IsMark(buffer[end]) ; end++) { }
            if (end > start + 1 && !IsMark(buffer[start])) PlaceAround(buffer, face, start, end);
        }
    }

    private static bool IsMark(in BufferGlyph glyph) => (glyph.Traits & CharacterTraits.Mark) != 0;

    private static void PlaceAround(GlyphBuffer buffer, FontFace face, int start, int end)
    {
        ref var letter = ref buffer[start];
        var letterBox = Box.OfLetter(face, letter);
        var (back, box, lastClass) = (-letter.Advance, letterBox, 255);
        for (var i = start + 1; i < end; i++)
        {
            ref var mark = ref buffer[i];
            if (mark.CombiningClass == 0)
            {
                back -= mark.Advance;
                continue;
            }

            if (lastClass != mark.CombiningClass) (lastClass, box) = (mark.CombiningClass, letterBox);
            (mark.XOffset, mark.YOffset) = Place(ref box, Box.Of(face, mark.Glyph), mark.CombiningClass, face.UnitsPerEm / GapsInEm);
            mark.XOffset += back;
            mark.Advance = 0;
        }
    }

    /// <summary>Where the mark goes; the box grows by it, for the next of its class. Classes are those of UAX #44 table 15.</summary>
    private static (int X, int Y) Place(ref Box box, Box mark, int combiningClass, int gap)
    {
        var x = combiningClass switch
        {
            233 or 234 => box.Left - mark.Width / 2 - mark.Left,
            200 or 218 or 228 => box.Left - mark.Left,
            216 or 222 or 232 => box.Left + box.Width - mark.Width - mark.Left,
            _ => box.Left + (box.Width - mark.Width) / 2 - mark.Left,
        };
        var y = combiningClass switch
        {
            233 or 218 or 220 or 222 => PlaceBelow(ref box, mark, gap),
            200 or 202 => PlaceBelow(ref box, mark, 0),
            234 or 228 or 230 or 232 => PlaceAbove(ref box, mark, gap),
            214 or 216 => PlaceAbove(ref box, mark, 0),
            _ => 0,
        };
        return (x, y);
    }

    private static int PlaceBelow(ref Box box, Box mark, int gap)
    {
        box.Height -= gap;
        var y = box.Top + box.Height - mark.Top;
        if (y > 0)
        {
            box.Height -= y;
            y = 0;
        }

        box.Height += mark.Height;
        return y;
    }

    private static int PlaceAbove(ref Box box, Box mark, int gap)
    {
        box.Top += gap;
        box.Height -= gap;
        var y = box.Top - (mark.Top + mark.Height);
        if (y <= 0)
        {
            var correction = -y / 2;
            box.Top += correction;
            box.Height -= correction;
            y += correction;
        }

        box.Top -= mark.Height;
        box.Height += mark.Height;
        return y;
    }

    /// <summary>A box of ink in font units: height is negative, from the top down.</summary>
    private struct Box
    {
        public int Left;
        public int Top;
        public int Width;
        public int Height;

        public static Box Of(FontFace face, ushort glyph)
        {
            var bounds = face.BoundsOf(glyph);
            return new Box { Left = bounds.XMin, Top = bounds.YMax, Width = bounds.XMax - bounds.XMin, Height = bounds.YMin - bounds.YMax };
        }

        /// <summary>The letter's advance wide, so that marks stand in the middle of that, and on letters without ink too.</summary>
        public static Box OfLetter(FontFace face, in BufferGlyph letter)
        {
            var ink = Of(face, letter.Glyph);
            return ink with { Left = 0, Width = face.AdvanceOf(letter.Glyph), Top = ink.Top + letter.YOffset };
        }
    }
}
