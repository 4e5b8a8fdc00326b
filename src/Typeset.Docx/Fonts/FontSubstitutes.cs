using System.Collections.Immutable;
using Typeset.OpenType;

namespace Typeset.Docx.Fonts;

/// <summary>Which fonts of common machines come nearest to a face, for programs that do not read embedded fonts.</summary>
internal static class FontSubstitutes
{
    private static readonly (string Word, ImmutableArray<string> Families)[] Known =
    [
        ("Fang", ["仿宋", "FangSong", "STFangsong"]),
        ("Kai", ["楷体", "KaiTi", "STKaiti"]),
        ("Sans", ["黑体", "SimHei", "Microsoft YaHei"]),
        ("Hei", ["黑体", "SimHei", "Microsoft YaHei"]),
    ];

    private static readonly ImmutableArray<string> Song = ["宋体", "SimSun", "Songti SC"];
    private static readonly ImmutableArray<string> Serif = ["Times New Roman", "Liberation Serif"], SansSerif = ["Arial", "Liberation Sans"];

    /// <summary>Families from the best to the worst; never none.</summary>
    public static ImmutableArray<string> For(FontFace face)
    {
        if (!IsHan(face)) return face.MenuName.Contains("Sans", StringComparison.OrdinalIgnoreCase) ? SansSerif : Serif;
        foreach (var (word, families) in Known)
        {
            if (face.MenuName.Contains(word, StringComparison.OrdinalIgnoreCase)) return families;
        }

        return Song;
    }

    /// <summary>Whether the face has Han characters.</summary>
    public static bool IsHan(FontFace face) => face.GlyphOf('一') != 0 && face.GlyphOf('中') != 0;
}
