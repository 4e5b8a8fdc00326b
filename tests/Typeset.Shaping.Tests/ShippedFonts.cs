using Typeset.Core;
using Typeset.Testing;

namespace Typeset.Shaping.Tests;

/// <summary>The faces of <c>fonts/</c>, each opened once.</summary>
internal static class ShippedFonts
{
    public static readonly string[] Names =
    [
        "FandolFang-Regular", "LXGWWenKai-Regular", "LiberationSerif-Bold", "LiberationSerif-Italic", "LiberationSerif-Regular", "NotoSansSC-Medium", "NotoSerifSC-Bold",
        "NotoSerifSC-Regular", "SourceSerif4-Bold", "SourceSerif4-Italic", "SourceSerif4-Regular", "SourceSerif4-SemiBold",
    ];

    public static readonly DiagnosticBag Diagnostics = new();

    public static readonly FontLibrary Library = new([.. Names.Select(Source)], Diagnostics);

    public static FontSource Source(string name) => StandIn(name, 0);

    /// <summary>A face that sets what others lack, as a user's own does.</summary>
    public static FontSource StandIn(string name, int rank) => new(name, PathOf(name), 0, () => File.ReadAllBytes(PathOf(name))) { StandIn = rank };

    public static string PathOf(string name)
    {
        var path = Repository.At("fonts", name + ".otf");
        return File.Exists(path) ? path : Repository.At("fonts", name + ".ttf");
    }

    public static FaceStack Stack(string han, string latin, params string[] fallback) => Library.Resolve(new FaceNames([han], [latin], [.. fallback]));
}
