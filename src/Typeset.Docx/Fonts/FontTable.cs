using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Typeset.OpenType;

namespace Typeset.Docx.Fonts;

/// <summary>Writes the font table of a document and the fonts inside it (ECMA-376 part 1, §17.8.3).</summary>
internal static class FontTable
{
    private const string HanCharset = "86", LatinCharset = "00";

    /// <summary>The table of faces; those of one family share an entry. Embedded faces are referred to by <see cref="IdOf"/>.</summary>
    public static DocumentFormat.OpenXml.Wordprocessing.Fonts Make(IReadOnlyCollection<FaceUse> faces, IReadOnlyList<EmbeddedFace> embedded)
    {
        var references = new Dictionary<FaceUse, (string Id, string Key)>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < embedded.Count; i++) references[embedded[i].Use] = (IdOf(i), embedded[i].Font.Key);
        return new DocumentFormat.OpenXml.Wordprocessing.Fonts(faces
            .GroupBy(static face => face.Names.Family, StringComparer.Ordinal)
            .OrderBy(static family => family.Key, StringComparer.Ordinal)
            .Select(family => Entry([.. family.OrderBy(static face => face.Names.IsItalic).ThenBy(static face => face.Names.IsBold)], references)));
    }

    /// <summary>The relationship id of an embedded face by its index.</summary>
    public static string IdOf(int index) => string.Create(CultureInfo.InvariantCulture, $"rId{index + 1}");

    /// <summary>The name of its part below <c>word/</c>.</summary>
    public static string PartOf(int index) => string.Create(CultureInfo.InvariantCulture, $"fonts/font{index + 1}.odttf");

    private static Font Entry(FaceUse[] styles, Dictionary<FaceUse, (string Id, string Key)> references)
    {
        var face = styles[0].Face;
        var isHan = FontSubstitutes.IsHan(face);
        var font = new Font { Name = styles[0].Names.Family };
        font.Append(new AltName { Val = string.Join(',', FontSubstitutes.For(face)) });
        var signature = FontSignatureOf(face, font);
        font.Append(
            new FontCharSet { Val = isHan ? HanCharset : LatinCharset },
            new FontFamily { Val = FamilyOf(face) },
            new Pitch { Val = face.IsFixedPitch ? FontPitchValues.Fixed : FontPitchValues.Variable });
        if (signature is not null) font.Append(signature);
        foreach (var style in styles)
        {
            if (references.TryGetValue(style, out var reference)) font.Append(Reference(style.Names, reference.Id, reference.Key));
        }

        return font;
    }

    // PANOSE goes in before the charset, the signature behind the pitch.
    private static FontSignature? FontSignatureOf(FontFace face, Font font)
    {
        if (!face.TryGetTable(OpenType.Tag.Os2, out var table) || table.Length < 86) return null;
        font.Append(new Panose1Number { Val = HexBinaryValue.FromString(Convert.ToHexString(table.Span.Slice(32, 10))) });
        var words = table.Span;
        return new FontSignature
        {
            UnicodeSignature0 = Hex(words, 42), UnicodeSignature1 = Hex(words, 46), UnicodeSignature2 = Hex(words, 50), UnicodeSignature3 = Hex(words, 54),
            CodePageSignature0 = Hex(words, 78), CodePageSignature1 = Hex(words, 82),
        };
    }

    private static HexBinaryValue Hex(ReadOnlySpan<byte> table, int offset) => HexBinaryValue.FromString(Convert.ToHexString(table.Slice(offset, 4)));

    private static FontFamilyValues FamilyOf(FontFace face) => FontSubstitutes.For(face)[0] switch
    {
        "黑体" or "Arial" => FontFamilyValues.Swiss,
        "楷体" => FontFamilyValues.Script,
        "仿宋" => FontFamilyValues.Modern,
        _ => FontFamilyValues.Roman,
    };

    private static FontRelationshipType Reference(FontNames names, string id, string key) => (names.IsBold, names.IsItalic) switch
    {
        (false, false) => new EmbedRegularFont { Id = id, FontKey = key },
        (true, false) => new EmbedBoldFont { Id = id, FontKey = key },
        (false, true) => new EmbedItalicFont { Id = id, FontKey = key },
        (true, true) => new EmbedBoldItalicFont { Id = id, FontKey = key },
    };
}
