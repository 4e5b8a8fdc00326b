using Typeset.Core;
using Typeset.Pages;
using static Typeset.Pdf.Tests.BookletBuilder;

namespace Typeset.Pdf.Tests;

/// <summary>Booklets that several tests look at.</summary>
internal static class Samples
{
    /// <summary>Text in four faces, colours, rules, a path, images, links, labels and an outline, on four pages.</summary>
    public static PagedBooklet Small()
    {
        var builder = new BookletBuilder();
        builder.Page(new PageLabel(PageLabelStyle.None, 0, "封面"))
            .Add(new Rule(Box(0, 0, 420, 60), new Ink(153, 27, 30)))
            .Line(Faces.Song, 26, 60, 140, "春江水暖", new Ink(153, 27, 30))
            .Line(Faces.Latin, 10.5, 60, 170, "The office (of) fine \\ affairs")
            .Destination("cover", 0, Length.Zero);
        builder.Page(new PageLabel(PageLabelStyle.LowerRoman, 1))
            .Line(Faces.Kai, 16, 180, 80, "目　录")
            .Line(Faces.Song, 10.5, 60, 120, "一、雨水节气")
            .Add(new LinkItem(Box(60, 108, 300, 16), "雨水", null, "第 1 页：雨水节气"), new LinkItem(Box(60, 130, 300, 16), "nowhere", null, "无处"))
            .Destination("contents", 1, 40.Pt);
        builder.Page(new PageLabel(PageLabelStyle.Decimal, 1))
            .Line(Faces.Fang, 15.75, 60, 90, "雨水节气的一日")
            .Line(Faces.Song, 10.5, 60, 120, "“草木萌动”，𠮷日；十五天一候。")
            .Line(Faces.Figures, 10.5, 60, 140, "1234567890")
            .Add(new Rule(Box(60, 150, 300, 0.5), Ink.Black), new Rule(Box(60, 153, 300, 0.5), Ink.Black), new Rule(Box(60, 160, 300, 20), Ink.Black with { BlackTint = 150 }))
            .Add(Triangle(60, 200, 40))
            .Destination("雨水", 2, 70.Pt);
        builder.Page(new PageLabel(PageLabelStyle.Decimal, 2))
            .Add(new ImageItem(TestImages.Png(), Box(60, 60, 120, 80), SourceSpan.None), new ImageItem(TestImages.Png(), Box(200, 60, 60, 40), SourceSpan.None))
            .Add(new LinkItem(Box(60, 160, 100, 12), null, "https://example.org/春?a=1", "网址"));
        return builder.Outline(1, "封面", "cover").Outline(1, "目录", "contents").Outline(3, "雨水", "雨水").Outline(2, "（无）", "nowhere").Outline(1, "尾", "雨水").Build();
    }

    /// <summary>A tagged page turn: an article whose paragraph goes on over the page, furniture, a link, a table with an empty cell, a note.</summary>
    public static PagedBooklet Structured()
    {
        var builder = new BookletBuilder();
        var document = builder.Element(StructureRole.Document, -1);
        var article = builder.Element(StructureRole.Article, document);
        var heading = builder.Element(StructureRole.Heading1, article);
        var paragraph = builder.Element(StructureRole.Paragraph, article);
        var link = builder.Element(StructureRole.Link, paragraph);
        var furniture = builder.Element(StructureRole.Artifact, document);
        var table = builder.Element(StructureRole.Table, article);
        var row = builder.Element(StructureRole.TableRow, table);
        var head = builder.Element(StructureRole.TableHeaderCell, row);
        builder.Element(StructureRole.TableDataCell, row);
        var note = builder.Element(StructureRole.Note, article);
        var figure = builder.Element(StructureRole.Figure, article, "一张小图");
        builder.Page().Add(new StructureBegin(furniture), Run(Faces.Kai, 9, 60, 40, "书眉"), new StructureEnd())
            .Add(new StructureBegin(article), new StructureBegin(heading), Run(Faces.Song, 16, 60, 80, "标题"), new StructureEnd())
            .Add(new StructureBegin(paragraph), Run(Faces.Song, 10.5, 60, 110, "正文在此，"), new StructureBegin(link))
            .Add(Run(Faces.Latin, 10.5, 120, 110, "link"), new LinkItem(Box(120, 100, 20, 12), null, "https://example.org/", "example"), new StructureEnd())
            .Add(Run(Faces.Song, 10.5, 145, 110, "未完"), new StructureEnd(), new StructureEnd());
        builder.Page().Add(new StructureBegin(article), new StructureBegin(paragraph), Run(Faces.Song, 10.5, 60, 80, "接着。"))
            .Add(new LinkItem(Box(60, 70, 20, 12), "back", null, "回去"), new StructureEnd())
            .Add(new StructureBegin(table), new StructureBegin(row), new StructureBegin(head), Run(Faces.Song, 10.5, 60, 110, "表头"))
            .Add(new StructureEnd(), new StructureEnd(), new StructureEnd(), new StructureBegin(note), Run(Faces.Song, 9, 60, 400, "注。"), new StructureEnd())
            .Add(new StructureBegin(figure), new ImageItem(TestImages.Png(), Box(60, 200, 60, 40), SourceSpan.None), new StructureEnd(), new StructureEnd())
            .Add(new Rule(Box(60, 390, 100, 0.5), Ink.Black));
        return builder.Destination("back", 0, 60.Pt).Build();
    }

    /// <summary>Many pages of many characters, every page differently.</summary>
    public static PagedBooklet Long(int pages, int lines = 20, int charactersPerLine = 30)
    {
        var infos = Enumerable.Range(1, pages).Select(static i => new PageInfo(A5, new PageLabel(PageLabelStyle.Decimal, i)));
        return new PagedBooklet
        {
            Info = new DocumentInfo("长", "", "", "zh-CN", null),
            Pages = [.. infos],
            Compose = page => new Page(page, A5, [.. Enumerable.Range(0, lines).Select(line => LongLine(page, line, charactersPerLine))]),
        };
    }

    private static GlyphRun LongLine(int page, int line, int characters)
    {
        var text = string.Create(characters, (page, line), static (span, place) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = (char)(0x4E00 + (place.page * 31 + place.line * 7 + i * i) % 1500);
        });
        return Run(line % 3 == 0 ? Faces.Kai : Faces.Song, 10.5, 50 + page % 2 * 10, 60 + line * 20, text);
    }

    private static PathItem Triangle(double x, double y, double side) => new(
    [
        new(PathVerb.Move, default, default, new Point(x.Pt, y.Pt)),
        new(PathVerb.Line, default, default, new Point((x + side).Pt, y.Pt)),
        new(PathVerb.Cubic, new Point((x + side).Pt, (y + side).Pt), new Point(x.Pt, (y + side).Pt), new Point(x.Pt, (y + side / 2).Pt)),
        new(PathVerb.Close, default, default, default),
    ], new Ink(0, 102, 204));
}
