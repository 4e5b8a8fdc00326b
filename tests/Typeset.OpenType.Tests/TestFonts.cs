using Typeset.Testing;

namespace Typeset.OpenType.Tests;

/// <summary>The small fonts made by <c>Fonts/make-fonts.py</c>.</summary>
internal static class TestFonts
{
    public static readonly string[] Files = ["quadratic.ttf", "hinted.ttf", "cubic.otf", "cid.otf", "passed.otf", "collection.ttc"];

    public static TheoryData<string> All => [.. Files];

    public static string PathOf(string file) => Path.Combine(Repository.SourceFolder(), "Fonts", file);

    public static byte[] BytesOf(string file) => File.ReadAllBytes(PathOf(file));

    public static FontFace Open(string file) => FontFace.Open(BytesOf(file), name: file);
}
