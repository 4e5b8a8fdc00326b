using System.Collections.Concurrent;
using Typeset.Testing;

namespace Typeset.OpenType.Tests;

/// <summary>The shipped faces, read once.</summary>
internal static class Faces
{
    private static readonly ConcurrentDictionary<string, FontFace> Opened = [];

    public static readonly string[] Files =
    [
        "NotoSerifSC-Regular.ttf", "NotoSerifSC-Bold.ttf", "NotoSansSC-Medium.ttf", "LXGWWenKai-Regular.ttf", "FandolFang-Regular.otf",
        "SourceSerif4-Regular.ttf", "SourceSerif4-Italic.ttf", "SourceSerif4-SemiBold.ttf", "SourceSerif4-Bold.ttf",
        "LiberationSerif-Regular.ttf", "LiberationSerif-Italic.ttf", "LiberationSerif-Bold.ttf",
    ];

    public static TheoryData<string> All => [.. Files];

    public static string PathOf(string file) => Repository.At("fonts", file);

    public static byte[] BytesOf(string file) => File.ReadAllBytes(PathOf(file));

    public static FontFace Open(string file) => Opened.GetOrAdd(file, OpenAnew);

    /// <summary>A face that has read nothing yet.</summary>
    public static FontFace OpenAnew(string file) => FontFace.Open(BytesOf(file), name: file);
}
