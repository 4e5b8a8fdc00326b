using System.Globalization;
using System.Text.RegularExpressions;
using Typeset.Core;
using Typeset.Pages;
using static Typeset.Pdf.Tests.BookletBuilder;

namespace Typeset.Pdf.Tests;

/// <summary>The files as other people's programs read them.</summary>
[Trait("Category", "Conformance")]
public sealed partial class ConformanceTests
{
    private static readonly PdfOptions[] AllOptions =
    [
        Written.Plain,
        new() { CrossReferences = CrossReferences.Table },
        new() { Tagged = true },
        new() { Tagged = true, CrossReferences = CrossReferences.Table },
        PdfOptions.Reading,
        PdfOptions.Archive,
        new() { Standard = PdfStandard.A1b },
        new() { Standard = PdfStandard.A3aUa1 },
        new() { Standard = PdfStandard.X4 },
        new() { Standard = PdfStandard.X1a },
    ];

    public static TheoryData<int> Options => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

    [Theory, MemberData(nameof(Options))]
    public void Qpdf_finds_no_fault(int options)
    {
        foreach (var booklet in new[] { Samples.Small(), Samples.Structured(), Samples.Long(120, lines: 2) })
        {
            var report = Oracle.Asked(booklet, AllOptions[options], "qpdf", "--check", "{}");
            Assert.Contains("No syntax or stream encoding errors found", report);
            Assert.DoesNotContain("WARNING", report);
        }
    }

    [Theory, MemberData(nameof(Options))]
    public void Every_font_is_embedded_subset_and_mapped_to_Unicode(int options)
    {
        var fonts = Oracle.Asked(Samples.Small(), AllOptions[options], "pdffonts", "{}").Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        // The slug line of a press file has a subset of its own, so that those of its pages are the ones of every other file.
        Assert.Equal(AllOptions[options].Standard is PdfStandard.X4 or PdfStandard.X1a ? 6 : 5, fonts.Length);
        Assert.All(fonts, static f => Assert.Matches(@"^[A-Z]{6}\+\S+ +CID (TrueType|Type 0C) +Identity-H +yes yes yes", f));
    }

    [Theory]
    [InlineData("“草木萌动”，𠮷日；十五天一候……——①Ⅳ")]
    [InlineData("𪚥龍骨—～·（一）〔2026〕1号")]
    [InlineData("The ofﬁce, 100% fine (really) \\ so")]
    public void Pdftotext_gives_the_line_back(string text) =>
        Assert.Equal(text, Oracle.Asked(new BookletBuilder().Page().Line(Faces.Kai, 10.5, 40, 100, text).Build(), Written.Plain, "pdftotext", "{}", "-").Trim());

    [Fact]
    public void Pdftotext_takes_ligatures_clusters_and_second_texts_as_told()
    {
        // f stands for ffi, the accent for nothing of its own, the full stop for nothing at all.
        var line = Run(Faces.Latin, 10, 60, 100, "ofce^e.");
        (int Start, int Length)[] texts = [(0, 1), (1, 3), (4, 1), (5, 1), (6, 0), (6, 1), (7, 0)];
        var glyphs = line.Glyphs.Zip(texts, static (glyph, text) => glyph with { TextStart = text.Start, TextLength = (ushort)text.Length });
        var again = Run(Faces.Latin, 10, 60, 130, "co") with { Text = "cσ" };
        var booklet = new BookletBuilder().Page().Add(line with { Glyphs = [.. glyphs], Text = "officez" }, again).Build();
        var text = Oracle.Asked(booklet, Written.Plain, "pdftotext", "{}", "-");
        Assert.Equal(["officez", "cσ"], text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData(10.5, 1000)]
    [InlineData(26.25, 1000)]
    [InlineData(9.7, 850)]
    public void Mutool_places_every_glyph_where_the_display_list_has_it(double size, int scale)
    {
        foreach (var face in new[] { Faces.Song, Faces.Latin, Faces.Fang, Faces.Kai, Faces.Figures })
        {
            var run = Run(face, size, 33.3, 99.9, "春江Widths of 1234，。fi") with { HorizontalScale = scale };
            for (var i = 0; i < run.Glyphs.Length; i++) run.Glyphs[i] = run.Glyphs[i] with { X = run.Glyphs[i].X + i * 7777 };
            AssertTraced(run, Oracle.Asked(new BookletBuilder().Page().Add(run).Build(), Written.Plain, "mutool", "trace", "{}"));
        }
    }

    [Theory, MemberData(nameof(Options))]
    public void Mutool_and_pdftoppm_draw_every_page_without_a_warning(int options)
    {
        foreach (var booklet in new[] { Samples.Small(), Samples.Structured(), new BookletBuilder().Page().Build() })
        {
            var drawn = Oracle.Asked(booklet, AllOptions[options], "mutool", "draw", "-q", "-F", "pgm", "-r", "30", "-o", "/dev/null", "{}");
            Assert.DoesNotContain(drawn.Split('\n', StringSplitOptions.RemoveEmptyEntries), static l => l != "warning: ICC support is not available");
            Assert.DoesNotContain("Error", Oracle.Asked(booklet, AllOptions[options], "pdftocairo", "-ps", "-r", "30", "{}", "/dev/null"));
        }
    }

    [Fact]
    public void Mutool_shows_the_outline_with_its_pages()
    {
        var outline = Oracle.Asked(Samples.Small(), Written.Plain, "mutool", "show", "{}", "outline");
        Assert.Equal(["封面", "目录", "雨水", "（无）", "尾"], Quoted().Matches(outline).Select(static m => m.Groups[1].Value));
    }

    [Fact]
    public void Qpdf_reads_labels_outline_and_places()
    {
        var json = System.Text.Json.JsonDocument.Parse(Oracle.Asked(Samples.Small(), Written.Plain, "qpdf", "--json=1", "--json-key=pages", "--json-key=pagelabels", "--json-key=outlines", "{}")).RootElement;
        Assert.Equal(4, json.GetProperty("pages").GetArrayLength());
        Assert.Equal(3, json.GetProperty("pagelabels").GetArrayLength());
        var outlines = json.GetProperty("outlines").EnumerateArray().ToList();
        Assert.Equal([1, 2, 3], outlines.Select(static o => o.GetProperty("destpageposfrom1").GetInt32()));
    }

    [Fact]
    public void Pdfinfo_reads_the_structure_across_pages()
    {
        var text = Oracle.Asked(Samples.Structured(), new PdfOptions { Tagged = true }, "pdfinfo", "-struct-text", "{}");
        var flat = string.Join(' ', text.Split('\n').Select(static l => l.Trim()).Where(static l => l.Length > 0));
        Assert.StartsWith("Document Art H1 (block) \"标题\" P (block) \"正文在此，\" Link (inline) \"link\" Object", flat);
        Assert.Contains("\"接着。\" Link (inline) Object", flat);
        Assert.Contains("TR TH: /Scope /Column \"表头\" TD Note", flat);
        Assert.DoesNotContain("书眉", flat);
    }

    [Fact]
    public void Pdfinfo_reads_title_date_and_size()
    {
        var info = Oracle.Asked(Samples.Small(), Written.Plain, "pdfinfo", "-isodates", "{}");
        Assert.Matches(@"Title: +样张\n", info);
        Assert.Matches(@"CreationDate: +2026-03-0[34]T", info);
        Assert.Matches(@"Page size: +419\.528 x 595\.276 pts", info);
    }

    private static void AssertTraced(GlyphRun run, string trace)
    {
        var glyphs = TracedGlyph().Matches(trace);
        var height = A5.Height.Points;
        Assert.Equal(run.Glyphs.Length, glyphs.Count);
        for (var i = 0; i < glyphs.Count; i++)
        {
            Assert.Equal((run.Origin.X + new Length(run.Glyphs[i].X)).Points, Number(glyphs[i].Groups[1].Value), 0.01);
            Assert.Equal(height - run.Origin.Y.Points, Number(glyphs[i].Groups[2].Value), 0.01);
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("""<g [^>]*x="([^"]+)" y="([^"]+)"[^>]*/>""")]
    private static partial Regex TracedGlyph();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();
}
