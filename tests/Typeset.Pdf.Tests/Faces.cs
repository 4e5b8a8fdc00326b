using Typeset.OpenType;
using Typeset.Testing;

namespace Typeset.Pdf.Tests;

/// <summary>The faces under <c>fonts/</c> that the tests set in.</summary>
internal static class Faces
{
    public static FontFace Song { get; } = Open("NotoSerifSC-Regular.ttf");
    public static FontFace Kai { get; } = Open("LXGWWenKai-Regular.ttf");
    public static FontFace Fang { get; } = Open("FandolFang-Regular.otf");
    public static FontFace Latin { get; } = Open("SourceSerif4-Regular.ttf");
    public static FontFace Italic { get; } = Open("SourceSerif4-Italic.ttf");
    public static FontFace Figures { get; } = Open("LiberationSerif-Regular.ttf");

    public static FontFace Open(string file) => FontFace.Open(File.ReadAllBytes(Repository.At("fonts", file)), name: file);
}
