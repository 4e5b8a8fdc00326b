using System.Text;
using Typeset.Core;

namespace Typeset.Manuscripts.Tests;

/// <summary>The suites: manuscripts, booklet files and styles in, model and complaints out.</summary>
public sealed class SuiteTests
{
    public static TheoryData<string> Articles => SuiteFile.FilesIn("Articles");
    public static TheoryData<string> Booklets => SuiteFile.FilesIn("Booklets");
    public static TheoryData<string> Styles => SuiteFile.FilesIn("Styles");

    [Theory, MemberData(nameof(Articles))]
    public void A_manuscript_is_read_as_the_suite_says(string suite) => SuiteFile.Check("Articles", suite, DumpArticle);

    [Theory, MemberData(nameof(Booklets))]
    public void A_booklet_file_is_read_as_the_suite_says(string suite) => SuiteFile.Check("Booklets", suite, DumpBooklet);

    [Theory, MemberData(nameof(Styles))]
    public void A_style_is_settled_as_the_suite_says(string suite) => SuiteFile.Check("Styles", suite, DumpStyle);

    private static string DumpArticle(string input)
    {
        var (source, diagnostics) = Samples.ReadArticle(input);
        return ModelDump.Of(source!.Booklet.Parts[0].Articles[0]) + ModelDump.Of(diagnostics);
    }

    private static string DumpBooklet(string input)
    {
        var (source, diagnostics) = Samples.ReadBooklet(input);
        if (source is null) return ModelDump.Of(diagnostics);
        return ModelDump.Of(source.Booklet) + $"style: {source.StyleName}\n" + ModelDump.Of(diagnostics);
    }

    private static string DumpStyle(string input)
    {
        var diagnostics = new DiagnosticBag();
        var style = StyleReader.Resolve("own", [], name => name == "own" ? new SourceText("own.yaml", input) : StyleFiles.Find(name), diagnostics);
        return (style is null || diagnostics.HasErrors ? "" : StyleDump.Of(style)) + ModelDump.Of(diagnostics);
    }
}

/// <summary>Folders round one file under test.</summary>
internal static class Samples
{
    /// <summary>A PNG of 6 × 4 pixels at 300 ppi.</summary>
    public static byte[] Png { get; } = Convert.FromHexString(
        "89504E470D0A1A0A0000000D4948445200000006000000040800000000" + "00000000" + "00000009704859730000" + "2E2300002E2301" + "00000000" + "0000000049444154" + "00000000" + "0000000049454E44" + "AE426082");

    /// <summary>A JPEG's head: JFIF at 96 ppi, a frame of 20 × 10 pixels.</summary>
    public static byte[] Jpeg { get; } = Convert.FromHexString("FFD8FFE000104A46494600010101006000600000FFC0000B080" + "00A0014010111" + "00FFD9");

    public static (BookletSource? Booklet, DiagnosticBag Diagnostics) ReadArticle(string text) => Read(new()
    {
        ["booklet.yaml"] = Encoding.UTF8.GetBytes("title: 册\narticles: [articles/a.md, articles/b.md]\n"),
        ["articles/a.md"] = Encoding.UTF8.GetBytes(text),
        ["articles/b.md"] = Encoding.UTF8.GetBytes("---\ntitle: 乙\n---\n文\n"),
    });

    public static (BookletSource? Booklet, DiagnosticBag Diagnostics) ReadBooklet(string text) => Read(new()
    {
        ["booklet.yaml"] = Encoding.UTF8.GetBytes(text),
        ["articles/a.md"] = Encoding.UTF8.GetBytes("---\ntitle: 甲\n---\n文\n"),
        ["articles/b.md"] = Encoding.UTF8.GetBytes("---\ntitle: 乙\n---\n文\n"),
    });

    private static (BookletSource? Booklet, DiagnosticBag Diagnostics) Read(Dictionary<string, byte[]> files)
    {
        files["images/a.png"] = Png;
        files["images/b.jpg"] = Jpeg;
        files["images/cut.png"] = Png[..20];
        files["images/c.gif"] = Encoding.ASCII.GetBytes("GIF89a");
        var diagnostics = new DiagnosticBag();
        return (BookletReader.Read(Folders.Of(files), diagnostics, CancellationToken.None), diagnostics);
    }
}
