using Typeset.OpenType.Subsetting;

namespace Typeset.OpenType.Desktop;

/// <summary>Writes OS/2 as the face has it, with the style and the span of characters of the file (OpenType, "OS/2").</summary>
internal static class Os2Writer
{
    private const int SmallestSize = 78, Italic = 1 << 0, Bold = 1 << 5, Regular = 1 << 6, MediumWidth = 5;

    public static ReadOnlyMemory<byte> Write(FontFace face, FontNames names, ReadOnlySpan<CharacterGlyph> map)
    {
        var writer = face.TryGetTable(Tag.Os2, out var table) && table.Length >= SmallestSize ? Copy(table) : Make(face);
        var selection = writer.Written[62] << 8 | writer.Written[63];
        selection &= ~(Italic | Bold | Regular);
        selection |= (names.IsItalic ? Italic : 0) | (names.IsBold ? Bold : 0) | (names is { IsItalic: false, IsBold: false } ? Regular : 0);
        writer.SetU16(62, selection);
        writer.SetU16(64, map.IsEmpty ? 0 : Math.Min(map[0].Code, 0xFFFF));
        writer.SetU16(66, map.IsEmpty ? 0 : Math.Min(map[^1].Code, 0xFFFF));
        return writer.ToMemory();
    }

    private static FontWriter Copy(ReadOnlyMemory<byte> table)
    {
        var writer = new FontWriter(table.Length);
        writer.Bytes(table.Span);
        return writer;
    }

    private static FontWriter Make(FontFace face)
    {
        var writer = new FontWriter(SmallestSize);
        writer.Bytes(new byte[SmallestSize]);
        writer.SetU16(4, face.Weight);
        writer.SetU16(6, MediumWidth);
        foreach (var offset in (ReadOnlySpan<int>)[68, 74]) writer.SetU16(offset, face.Ascender);
        writer.SetU16(70, face.Descender);
        writer.SetU16(76, -face.Descender);
        return writer;
    }
}
