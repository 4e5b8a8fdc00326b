using System.Diagnostics;
using System.Text;
using Typeset.Parity;
using Typeset.Testing;

namespace Typeset.Comparison.Tests.Twins;

/// <summary>
/// A machine that has none of the booklet's fonts shows the same booklet: LibreOffice sees one face that the booklet has no use for (it does not start without
/// any) and takes all others from the document.
/// </summary>
[Trait("Category", "Conformance")]
public sealed class HiddenFontTests : IDisposable
{
    private const string Foreign = "LiberationSerif-Bold.ttf";
    private const string Tagged = """pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}""";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("typeset-hidden-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("shancheng-zhiwu", "book-a5")]
    [InlineData("lilun-xuebian", "book-16k")]
    public void Lines_pages_and_faces_are_those_of_the_pdf(string sample, string style)
    {
        var result = Specimen.Of(sample).LayOut(style);
        File.WriteAllBytes(At("twin.docx"), TwinFiles.Docx(result));
        var expected = Rendering.Read(TwinFiles.Pdf(result), CancellationToken.None);

        RenderWithoutFonts();

        var pdf = File.ReadAllBytes(At("twin.pdf"));
        var comparison = RenderingComparison.Of(expected, Rendering.Read(pdf, CancellationToken.None));
        Assert.Empty(comparison.PagesThatDiffer);
        foreach (var face in (string[])["NotoSerifSC-Regular", "LXGWWenKai-Regular", "SourceSerif4-Regular"]) Assert.Contains("+" + face, Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        Assert.DoesNotContain("LiberationSerif", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private void RenderWithoutFonts()
    {
        Directory.CreateDirectory(At("faces"));
        File.Copy(Repository.At("fonts", Foreign), At("faces/" + Foreign));
        File.WriteAllText(At("fonts.conf"), $"<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>{At("faces")}</dir><cachedir>{At("cache")}</cachedir></fontconfig>");
        var start = new ProcessStartInfo("soffice", ["-env:UserInstallation=" + new Uri(At("profile")), "--headless", "--convert-to", Tagged, "--outdir", _folder.FullName, At("twin.docx")])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["FONTCONFIG_FILE"] = At("fonts.conf");
        using var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Assert.True(process.WaitForExit(Patience));
    }
}
