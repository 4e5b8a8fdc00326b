using System.Numerics;
using System.Runtime.InteropServices;
using Typeset.OpenType.Subsetting;

namespace Typeset.OpenType.Desktop;

/// <summary>Writes characters of the basic plane in segments (OpenType, "cmap", format 4).</summary>
internal static class SegmentMapWriter
{
    private const int HeaderSize = 16; // with the padding behind the end codes

    /// <summary>Codes that a segment may lack before a new one is shorter: a segment costs eight bytes, a code two.</summary>
    private const int LargestGap = 3;

    /// <summary>Codes in a row with their glyphs; straight where the glyphs are in a row too.</summary>
    private readonly record struct Segment(int First, ushort[] Glyphs, bool IsStraight)
    {
        public int Last => First + Glyphs.Length - 1;

        public static Segment Of(int first, ReadOnlySpan<ushort> glyphs)
        {
            var isStraight = true;
            for (var i = 1; i < glyphs.Length; i++) isStraight &= glyphs[i] - glyphs[0] == i;
            return new(first, glyphs.ToArray(), isStraight);
        }
    }

    /// <summary>The subtable, or null where it would be too long for its own length field.</summary>
    public static FontWriter? Write(ReadOnlySpan<CharacterGlyph> map)
    {
        var segments = Split(map);
        segments.Add(Segment.Of(0xFFFF, [0])); // the closing segment that the format asks for
        var count = segments.Count;
        var length = HeaderSize + 8 * count + 2 * segments.Where(static segment => !segment.IsStraight).Sum(static segment => segment.Glyphs.Length);
        if (length > ushort.MaxValue) return null;
        var writer = new FontWriter(length);
        WriteHeader(writer, length, count);
        foreach (var segment in segments) writer.U16(segment.Last);
        writer.U16(0);
        foreach (var segment in segments) writer.U16(segment.First);
        foreach (var segment in segments) writer.U16(segment.IsStraight ? segment.Glyphs[0] - segment.First : 0);
        WriteArrays(writer, segments);
        return writer;
    }

    private static List<Segment> Split(ReadOnlySpan<CharacterGlyph> map)
    {
        var segments = new List<Segment>();
        var glyphs = new List<ushort>();
        var first = 0;
        foreach (var (code, glyph) in map)
        {
            if (glyphs.Count > 0 && code > first + glyphs.Count + LargestGap) End();
            if (glyphs.Count == 0) first = code;
            while (first + glyphs.Count < code) glyphs.Add(0);
            glyphs.Add(glyph);
        }

        End();
        return segments;

        void End()
        {
            if (glyphs.Count > 0) segments.Add(Segment.Of(first, CollectionsMarshal.AsSpan(glyphs)));
            glyphs.Clear();
        }
    }

    private static void WriteHeader(FontWriter writer, int length, int count)
    {
        var selector = BitOperations.Log2((uint)count);
        foreach (var value in (ReadOnlySpan<int>)[4, length, 0, 2 * count, 2 << selector, selector, 2 * count - (2 << selector)]) writer.U16(value);
    }

    private static void WriteArrays(FontWriter writer, List<Segment> segments)
    {
        var offset = 2 * segments.Count;
        foreach (var segment in segments)
        {
            writer.U16(segment.IsStraight ? 0 : offset);
            offset += (segment.IsStraight ? 0 : 2 * segment.Glyphs.Length) - 2;
        }

        foreach (var segment in segments)
        {
            if (segment.IsStraight) continue;
            foreach (var glyph in segment.Glyphs) writer.U16(glyph);
        }
    }
}
