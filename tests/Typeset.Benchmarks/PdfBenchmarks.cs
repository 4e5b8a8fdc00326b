using BenchmarkDotNet.Attributes;
using Typeset.Core;
using Typeset.OpenType;
using Typeset.Pages;
using Typeset.Pdf;

namespace Typeset.Benchmarks;

/// <summary>Writing a PDF from pages that are already composed: numbering, content streams, deflating, subsetting, objects.</summary>
[MemoryDiagnoser]
public class PdfBenchmarks
{
    private const int LinesPerPage = 22;
    private const int CharactersPerLine = 28;
    private const int DistinctCharacters = 2500;

    private PagedBooklet _booklet = null!;

    /// <summary>An issue, and the annual volume.</summary>
    [Params(60, 1260)]
    public int Pages { get; set; }

    [Params(1, 2)]
    public int Threads { get; set; }

    [Params(false, true)]
    public bool Tagged { get; set; }

    [GlobalSetup]
    public void Compose()
    {
        FontFace[] faces = [Open("NotoSerifSC-Regular.ttf"), Open("LXGWWenKai-Regular.ttf"), Open("FandolFang-Regular.otf"), Open("NotoSansSC-Medium.ttf")];
        var size = new Size(210.Mm, 297.Mm);
        var pages = Enumerable.Range(0, Pages).Select(index => Compose(index, size, faces)).ToArray();
        _booklet = new PagedBooklet
        {
            Info = new DocumentInfo("", "", "", "zh-CN", null),
            Pages = [.. pages.Select(static p => new PageInfo(p.Trim, new PageLabel(PageLabelStyle.Decimal, p.Index + 1)))],
            Compose = index => pages[index],
            Structure = [new StructureElement(StructureRole.Document, -1), .. pages.Select(static _ => new StructureElement(StructureRole.Paragraph, 0))],
        };
    }

    [Benchmark]
    public void Write() => PdfWriter.Write(_booklet, Stream.Null, new PdfOptions { Threads = Threads, Tagged = Tagged });

    private static Page Compose(int index, Size size, FontFace[] faces)
    {
        var items = new List<PageItem> { new StructureBegin(index + 1) };
        for (var line = 0; line < LinesPerPage; line++) items.Add(Line(index, line, faces[line is 0 ? 1 + index % 3 : 0]));
        items.Add(StructureEnd.Instance);
        return new Page(index, size, [.. items]);
    }

    /// <summary>A line flush on both sides: every third one is expanded. Frequent characters are frequent: their rank falls with a product of two even draws.</summary>
    private static GlyphRun Line(int page, int line, FontFace face)
    {
        var text = new char[CharactersPerLine];
        var glyphs = new PlacedGlyph[CharactersPerLine];
        var draw = (uint)(page * LinesPerPage + line) * 2654435761;
        var advance = 16.Pt.Raw + (line % 3 == 0 ? draw % 30000 : 0);
        for (var i = 0; i < text.Length; i++)
        {
            draw = draw * 1664525 + 1013904223;
            var rank = (draw >> 16) * (draw & 0xFFFF) / 65536 * DistinctCharacters / 65536;
            text[i] = (char)(0x4E00 + rank * 3);
            glyphs[i] = new PlacedGlyph(face.GlyphOf(text[i]), (int)(i * advance), 0, i, 1);
        }

        return new GlyphRun(face, 16.Pt, Ink.Black, new Point(80.Pt, (90 + line * 28).Pt), glyphs, new string(text), SourceSpan.None);
    }

    private static FontFace Open(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "fonts"))) folder = folder.Parent!;
        return FontFace.Open(File.ReadAllBytes(Path.Combine(folder.FullName, "fonts", file)), name: file);
    }
}
