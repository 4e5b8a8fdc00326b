using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Manuscripts.Writing;
using Typeset.Testing;

namespace Typeset.Manuscripts.Tests;

/// <summary>What is written is read back as it was. <c>TYPESET_ROUND_TRIPS</c> asks for so many booklets that no run had before.</summary>
public sealed class BookletWriterTests
{
    /// <summary>Booklets of every run, the same each time: a change is judged by what it changes, not by chance.</summary>
    private static readonly Config Usual = Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(17056131070405418214, 7825112889545341353);

    [Fact]
    public void Any_booklet_written_is_read_back_the_same() => Prop.ForAll(Models.Booklets.ToArbitrary(), static booklet => AssertSame(booklet)).Check(
        int.TryParse(Environment.GetEnvironmentVariable("TYPESET_ROUND_TRIPS"), CultureInfo.InvariantCulture, out var asked) ? Config.QuickThrowOnFailure.WithMaxTest(asked) : Usual);

    public static TheoryData<string> Seeds => [.. Directory.GetDirectories(Repository.At("seeds")).Select(static folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Seeds))]
    public void Every_sample_booklet_written_is_read_back_the_same(string seed)
    {
        var root = Repository.At("seeds", seed);
        var files = Directory.GetFiles(root, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllBytes);
        var booklet = BookletReader.Read(Folders.Of(files), new DiagnosticBag(), CancellationToken.None)!.Booklet;
        AssertSame(booklet);
    }

    [Theory]
    [InlineData("1. 数字开头")]
    [InlineData("# 井号开头")]
    [InlineData("- 横线开头")]
    [InlineData("> 大于号")]
    [InlineData("---")]
    [InlineData(": 冒号")]
    [InlineData("表：不是图表标题")]
    [InlineData("| 甲 | 乙 |")]
    [InlineData("*星*_线_`码`[方](圆)<尖>&amp;{花}$$")]
    [InlineData("\\newpage")]
    [InlineData("[^1]: 不是注")]
    [InlineData("文字 {.center}")]
    [InlineData("反斜杠\\")]
    [InlineData("1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9")]
    [InlineData("http://a_b.c/*d*?e=1&copy;f=(2)")]
    [InlineData("行首\u2028\t制表")]
    [InlineData("行首\u2028  \t空格与制表")]
    public void Text_that_looks_like_markup_stays_text(string text)
    {
        var table = new Table([ColumnAlignment.Start], 0, [new TableRow([RichText.Plain(text, default, false)], default)], RichText.Empty, default);
        AssertSame(Models.Of([table, Models.Paragraph(text), new Heading(2, RichText.Plain(text, default, false), default), new Quote([Models.Paragraph(text)], default)]));
    }

    [Fact]
    public void Three_thousand_stars_in_one_paragraph_are_kept() => AssertSame(Models.Of([Models.Paragraph(string.Concat(Enumerable.Repeat("文*", 3_000)))]));

    [Fact]
    public void A_link_of_nothing_but_a_tab_at_the_head_of_a_line_is_kept()
    {
        const string Text = "甲\u2028\t乙";
        AssertSame(Models.Of([new Paragraph(new RichText(Text, [Run(0, 2, null), Run(2, 3, "https://example.org/"), Run(3, 4, null)]), ParagraphRole.Body, default)]));
        static InlineRun Run(int start, int end, string? link) => new(start, end, InlineFormat.None, default, false, link);
    }

    [Theory]
    [InlineData("]:", InlineFormat.Code)]
    [InlineData("]: x", InlineFormat.Code | InlineFormat.Strong)]
    [InlineData("]: x", InlineFormat.None)]
    [InlineData("^1", InlineFormat.None)]
    [InlineData("^1", InlineFormat.Code)]
    public void A_link_that_begins_a_paragraph_is_no_definition_and_no_note(string text, InlineFormat format)
    {
        var link = new Paragraph(new RichText(text, [new InlineRun(0, text.Length, format, default, false, "https://example.org/")]), ParagraphRole.Body, default);
        var article = new Article { Id = "a", Title = ["甲"], Blocks = [link, new Quote([link], default), Models.Paragraph("甲"), new Figure(Models.Image, "图", link.Text, null, default)] };
        AssertSame(new Booklet { Title = ["册"], Parts = [new Part("", [Notes.Placed(article, [RichText.Plain("注", default, false)])])] });
    }

    [Fact]
    public void Names_that_no_file_can_have_are_replaced_and_links_follow()
    {
        var link = new RichText("见", [new InlineRun(0, 1, InlineFormat.None, default, false, "#../../甲")]);
        var article = new Article { Id = "../../甲", Title = ["甲"], Blocks = [new Paragraph(link, ParagraphRole.Body, default)] };
        var written = BookletWriter.Write(new Booklet { Title = ["册"], Parts = [new Part("", [article, article with { Id = "COM:1" }])] });
        Assert.Equal(["booklet.yaml", "articles/article.md", "articles/article-2.md"], written.Select(static entry => entry.Path));
        Assert.Equal("#article", Read(written).Booklet.Parts[0].Articles[0].Blocks.OfType<Paragraph>().Single().Text.Runs[0].LinkTarget);
    }

    private static void AssertSame(Booklet booklet)
    {
        var written = BookletWriter.Write(booklet);
        var source = Read(written);
        var (expected, actual) = (Placeless.Dump(booklet), Placeless.Dump(source.Booklet));
        if (expected != actual) Assert.Fail($"written:\n{string.Join('\n', written.Where(IsText).Select(static entry => Encoding.UTF8.GetString(entry.Bytes.Span)))}\n{Difference(expected, actual)}");
    }

    private static bool IsText(BookletEntry entry) => entry.Path.EndsWith(".md", StringComparison.Ordinal) || entry.Path.EndsWith(".yaml", StringComparison.Ordinal);

    private static string Difference(string expected, string actual)
    {
        var lines = expected.Split('\n').Zip(actual.Split('\n')).Where(static pair => pair.First != pair.Second).Take(5);
        return string.Join('\n', lines.Select(static pair => $"expected: {pair.First}\n  actual: {pair.Second}"));
    }

    private static BookletSource Read(ImmutableArray<BookletEntry> written)
    {
        var diagnostics = new DiagnosticBag();
        var source = BookletReader.Read(Folders.Of(written.ToDictionary(static entry => entry.Path, static entry => entry.Bytes.ToArray())), diagnostics, CancellationToken.None);
        Assert.DoesNotContain(diagnostics.Sorted(), static diagnostic => diagnostic.Severity == Severity.Error);
        return source!;
    }
}

/// <summary>Booklets of any shape, with texts that mean mischief.</summary>
internal static class Models
{
    private static readonly string[] Pieces =
    [
        "山城", "植物，", "“笔记”", "。", "abc", "3.14", "·", "《书》", "——", "！", "𠀀", "1. ", "2) ", "# ", "- ", "+ ", "> ", "* ", "**", "*", "_", "__", "`", "``", "[", "]", "(", ")", "![", "](", "[^1]", ": ", "表：",
        "|", "|-|", "---", "===", "~~~", "<", "<b>", "<br>", "<em>", "</sup>", "<!--", "-->", "&", "&amp;", "&#42;", "{", "}", "{.center}", "$", "$$", "\\", "\\newpage", "\"", "'", "!", "^", "~", "=", " ", "  ", "\u3000", "\u00A0", "\t", "a b", "x", ".", "：", "（", "₂",
    ];

    public static readonly ImageData Image = new("images/图 (1).png", ImageFormat.Png, 1, 1, 72, 72, Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="));

    public static Gen<Booklet> Booklets { get; } =
        from title in Line().NonEmptyListOf()
        from fields in Line().ArrayOf(6)
        from articles in ArticleOf().ListOf()
        from parts in Gen.Choose(1, 3)
        select Booklet([.. title], fields, [.. articles], parts);

    public static Booklet Of(ImmutableArray<Block> blocks) => new() { Title = ["册"], Parts = [new Part("", [new Article { Id = "a", Title = ["甲"], Blocks = blocks }])] };

    public static Paragraph Paragraph(string text) => new(RichText.Plain(text, default, false), ParagraphRole.Body, default);

    private static Booklet Booklet(ImmutableArray<string> title, string[] fields, ImmutableArray<Article> articles, int parts)
    {
        if (articles.IsEmpty) articles = [new Article { Id = "", Title = ["甲"] }];
        articles = [.. articles.Select(static (article, index) => article with { Id = $"{index:00}-篇" })];
        var first = new Part(parts == 1 ? "" : fields[4], articles);
        return new Booklet
        {
            Title = title, Subtitle = fields[0], Issue = fields[1], Date = fields[2], Issuer = [fields[3], fields[4]], Cover = new Cover(fields[5], parts == 2 ? Image : null, [fields[0]]),
            Parts = parts == 1 ? [first] : [first, .. Enumerable.Range(1, parts - 1).Select(index => new Part($"第{index}编", []))],
            Colophon = [new ColophonLine(fields[1], fields[2]), new ColophonLine("", fields[3])],
        };
    }

    /// <summary>One line without white space at its ends.</summary>
    private static Gen<string> Line() => Gen.Elements(Pieces).NonEmptyListOf().Select(static pieces => "字" + string.Concat(pieces).Replace("\t", " ", StringComparison.Ordinal).Trim()).Or(
        Gen.Elements("null", "~", "true", "1", "- a", "a: b", "a #b", "'", "\"", "[x", "{x", "&a", "*a", "!a", "%a", "@a", "|", ">", "? a", "：", "0x1", "1e3", "2026", "2026-13-01", "#", "---", "..."));

    private static Gen<Article> ArticleOf() =>
        from title in Line().NonEmptyListOf()
        from fields in Line().ArrayOf(6)
        from blocks in Block(3).ListOf()
        from notes in Text(false).ListOf()
        select Notes.Placed(new Article { Id = "", Title = [.. title], Subtitle = fields[0], Byline = fields[1], Date = fields[2], Source = fields[3], Note = fields[4], Mark = fields[5], Blocks = [.. Merged(blocks)] }, notes);

    private static Gen<RichText> Text(bool lines) => Run(lines).NonEmptyListOf().Select(Join).Where(static text => !text.IsEmpty);

    private static Gen<(string Text, InlineFormat Format, string? Link)> Run(bool lines) =>
        from text in Gen.Elements(Pieces).Or(lines ? Gen.Constant(RichText.LineBreak.ToString()) : Gen.Constant("文")).NonEmptyListOf()
        from format in Gen.Choose(0, 31)
        from marked in Gen.Choose(0, 2)
        from linked in Gen.Choose(0, 5)
        select (string.Concat(text), marked == 0 ? (InlineFormat)format : InlineFormat.None, linked == 0 ? "https://example.org/(a_b)?c=*d*&amp;e" : null);

    private static RichText Join(IEnumerable<(string Text, InlineFormat Format, string? Link)> runs)
    {
        var text = "";
        var list = new List<InlineRun>();
        foreach (var (piece, format, link) in runs)
        {
            list.Add(new InlineRun(text.Length, text.Length + piece.Length, format, default, false, link));
            text += piece;
        }

        return Canonical.Of(new RichText(text, [.. list]));
    }

    private static Gen<Block> Block(int depth)
    {
        var role = Gen.Elements(Enum.GetValues<ParagraphRole>());
        var leaf = Gen.OneOf(
            from text in Text(true) from kind in role from plain in Gen.Elements(true, false) select (Block)new Paragraph(text, plain ? ParagraphRole.Body : kind, default),
            from text in Text(false) from level in Gen.Choose(1, 6) select (Block)new Heading(level, text, default),
            from text in Text(false) from mark in Line() select (Block)new Attachment(mark, text, default),
            from text in Text(false) from alternative in Line() from width in Gen.Choose(1, 100) select (Block)new Figure(Image, alternative, text, width, default),
            from cells in Text(true).ListOf(4) from caption in Text(false) from head in Gen.Choose(0, 1) select (Block)new Table([ColumnAlignment.Start, ColumnAlignment.End], head, [Row(cells, 0), Row(cells, 2)], caption, default),
            Gen.Elements<Block>(new PageBreak(default), new ThematicBreak(default)));
        if (depth == 0) return leaf;
        var inner = Block(depth - 1).NonEmptyListOf().Select(Merged);
        return Gen.Frequency(
            (6, leaf),
            (1, from blocks in inner select (Block)new Quote([.. blocks], default)),
            (1, from first in Gen.Choose(0, 30) from items in inner.NonEmptyListOf() select Ordered(first, items)),
            (1, from items in inner.NonEmptyListOf() select (Block)new ListBlock(false, 1, [.. items.Select(static item => new ListItem("•", [.. item], default))], default)));
    }

    private static TableRow Row(IReadOnlyList<RichText> cells, int at) => new([cells[at], cells[at + 1]], default);

    private static Block Ordered(int first, IEnumerable<IReadOnlyList<Block>> items) =>
        new ListBlock(true, first, [.. items.Select((item, index) => new ListItem($"{first + index}.", [.. item], default))], default);

    /// <summary>Bullets inside bullets are dashes.</summary>
    private static IReadOnlyList<Block> Merged(IEnumerable<Block> blocks) => [.. blocks.Select(static block => Dashed(block, false))];

    private static Block Dashed(Block block, bool inBullets) => block switch
    {
        ListBlock list => list with { Items = [.. list.Items.Select(item => new ListItem(list.Ordered ? item.Marker : inBullets ? "–" : "•", [.. item.Blocks.Select(inner => Dashed(inner, inBullets || !list.Ordered))], default))] },
        Quote quote => new Quote([.. quote.Blocks.Select(inner => Dashed(inner, inBullets))], default),
        _ => block,
    };
}
