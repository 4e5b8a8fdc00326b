using System.Collections.Concurrent;
using Typeset.OpenType;
using Typeset.Testing;

namespace Typeset.Docx.Tests.Fonts;

/// <summary>The shipped faces, read once.</summary>
internal static class ShippedFaces
{
    private static readonly ConcurrentDictionary<string, FontFace> Opened = [];

    public static string[] Files { get; } =
        [.. Directory.GetFiles(Repository.At("fonts")).Where(static path => path.EndsWith(".ttf") || path.EndsWith(".otf")).Select(Path.GetFileName).Order()!];

    public static FontFace Open(string file) =>
        Opened.GetOrAdd(file, static name => FontFace.Open(File.ReadAllBytes(Repository.At("fonts", name)), name: name));

    /// <summary>A face with other embedding rights.</summary>
    public static FontFace WithRights(string file, ushort rights)
    {
        var bytes = File.ReadAllBytes(Repository.At("fonts", file));
        Assert.True(FontFace.Open(bytes).TryGetTable(Tag.Os2, out var table));
        var at = bytes.AsSpan().IndexOf(table.Span) + 8;
        (bytes[at], bytes[at + 1]) = ((byte)(rights >> 8), (byte)rights);
        return FontFace.Open(bytes, name: file);
    }
}
