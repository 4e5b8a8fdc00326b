using System.Text;
using Typeset.Core;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Sources;

namespace Typeset.Manuscripts.Tests;

/// <summary>Saved web pages become their articles; what stands round these is told.</summary>
public sealed class HtmlReaderTests
{
    private const string Long = "老运河穿城段全长十八公里，曾经是这座城市的粮道、盐道和菜道，后来一度成为排污的沟渠。";

    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=");

    [Fact]
    public void The_article_is_taken_and_what_stands_round_it_is_told()
    {
        Holds($"""
            <!DOCTYPE html><html><head><title>河治好了_某网</title><style>p</style></head><body>
            <nav><a href="/">首页</a> <a href="/n">新闻</a></nav>
            <div class="top"><a href="/x">频道一</a><a href="/y">频道二</a></div>
            <div class="main"><h1>河治好了</h1><div class="info">来源：江左晚报　2026年3月22日</div>
            <div id="body"><p>　　{Long}</p><p>{Long}<b>重点</b>在后。</p><h2>一、截污</h2><p>{Long}</p></div></div>
            <div class="related"><ul><li><a href="/1">别的新闻一</a></li><li><a href="/2">别的新闻二</a></li></ul></div>
            <footer>版权所有</footer><script>var a = "不要";</script></body></html>
            """, $$"""
            [level=1 whole] 河治好了
            来源：江左晚报　2026年3月22日
            [whole] 　　{{Long}}
            [whole] {{Long}}{strong 重点}在后。
            [level=2 whole] 一、截污
            [whole] {{Long}}
            ! TS5401 Left out as navigation: 首页 新闻
            ! TS5401 Left out as outside the article: 频道一频道二
            ! TS5401 Left out as footer: 版权所有
            ! TS5401 Left out as outside the article: 别的新闻一别的新闻二

            """);
    }

    [Fact]
    public void Line_breaks_part_paragraphs_only_where_they_are_two_or_an_indent_follows() => Holds(
        $"<html><title>题</title><body><div>{Long}<br>　　{Long}<br>同段下行<br><br>{Long}</div></body></html>",
        $"[level=1 whole] 题\n{Long}\n　　{Long}⏎同段下行\n{Long}\n");

    [Fact]
    public void White_space_of_the_source_is_no_text() => Holds(
        "<html><title>题</title><body><p>汉字\n   汉字 English\n  words</p><p> &nbsp; </p></body></html>",
        "[level=1 whole] 题\n[whole] 汉字汉字 English words\n");

    [Fact]
    public void Lists_tables_quotes_and_images_are_blocks()
    {
        Holds("""
            <html><title>题</title><body><ol start="3"><li>甲<ul><li>子</li></ul></li><li>乙</li></ol>
            <table><thead><tr><th>名</th><th>数</th></tr></thead><tr><td>甲</td><td>1<br>2</td></tr></table>
            <blockquote><p>引一</p><p>引二</p></blockquote><figure><img src="page_files/a%20b.png" alt="树"><figcaption>图注</figcaption></figure>
            <p>m<sup>2</sup> <a href="https://example.org/">网</a><a href="javascript:x()">假</a></p><img src="https://example.org/x.png"></body></html>
            """, """
            [level=1 whole] 题
            List ordered from 3
              item 3.
                Body 甲
                List unordered
                  item –
                    Body 子
              item 4.
                Body 乙
            Table Start Start header rows: 1 caption: 
              | 名 | 数 |
              | 甲 | 1⏎2 |
            Quote
              Body 引一
              Body 引二
            Figure images/a b.png Png 1×1 72ppi width= alt=“树” 图注
            [whole] m{sup 2} {link https://example.org/ 网}假
            ! TS5402 An image was left out: https://example.org/x.png

            """.Replace("item –", "item •", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("gb2312", "gb18030")]
    [InlineData("utf-8", "utf-8")]
    [InlineData("big5", "big5")]
    [InlineData("utf-8", "gb18030")]
    public void The_encoding_is_what_the_page_says_where_that_is_true(string said, string saved)
    {
        var page = $"<html><head><meta charset=\"{said}\"><title>題</title></head><body><p>這一行是從別處來的文字，這裡沒有問題，大家都來看一看吧。</p></body></html>";
        var (manuscript, _) = Read(TextEncoding.Find(saved)!.Strict.GetBytes(page));
        Assert.Contains("這一行是從別處來的文字", manuscript!.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_nested_without_end_are_refused() =>
        Assert.Equal("TS5403", Assert.Single(Read(Encoding.UTF8.GetBytes("<html>" + string.Concat(Enumerable.Repeat("<div>", 20_000)) + "文")).Diagnostics.Sorted()).Id);

    [Fact]
    public void A_page_without_text_is_refused() => Assert.Equal("TS5404", Assert.Single(Read(Encoding.UTF8.GetBytes("<html><script>fill()</script></html>")).Diagnostics.Sorted()).Id);

    [Fact]
    public void Damaged_pages_never_bring_an_exception()
    {
        var random = new Random(20261125);
        var page = $"<html><title>题</title><body><div><p>{Long}<b>x<i>y</b></i></p><table><tr><td>a<td>b<tr><td>c<td>d</table><ul><li>a<li>b</ul></div></body></html>";
        for (var i = 0; i < 500; i++)
        {
            var damaged = new StringBuilder(page);
            for (var times = random.Next(1, 8); times > 0; times--)
            {
                var at = random.Next(damaged.Length);
                if (random.Next(2) == 0) damaged.Remove(at, Math.Min(random.Next(9), damaged.Length - at));
                else damaged.Insert(at, "<>/=\"' \0字"[random.Next(9)]);
            }

            Read(Encoding.UTF8.GetBytes("<html>" + damaged));
        }
    }

    [Fact]
    public void Markdown_keeps_its_headings_blocks_and_front_matter()
    {
        var diagnostics = new DiagnosticBag();
        var file = new RawFile("a.md", Encoding.UTF8.GetBytes("---\ntitle: [甲, 乙]\ndate: 2026-03-01\n---\n同志们： {.salutation}\n\n# 一、题\n\n正文[^1]。\n\n- 项\n\n[^1]: 注\n"), Folders.Of());
        Assert.Equal("[title whole] 甲\n[title whole] 乙\n[date whole] 2026年3月1日\n[salutation whole] 同志们：\n[level=1 whole] 一、题\n[whole] 正文{note 0}。\nList unordered\n  item •\n    Body 项\nnote 0: 注\n", MarkdownDump(file, diagnostics));
    }

    private static string MarkdownDump(RawFile file, DiagnosticBag diagnostics) => RawDump.Of(RawReader.Read(file, null, diagnostics), diagnostics);

    private static void Holds(string page, string expected)
    {
        var (manuscript, diagnostics) = Read(Encoding.UTF8.GetBytes(page));
        Assert.Equal(expected.ReplaceLineEndings("\n"), RawDump.Of(manuscript, diagnostics));
    }

    private static (RawManuscript? Manuscript, DiagnosticBag Diagnostics) Read(byte[] page)
    {
        var diagnostics = new DiagnosticBag();
        return (RawReader.Read(new RawFile("page.html", page, Folders.Of(new Dictionary<string, byte[]> { ["page_files/a b.png"] = Png })), null, diagnostics), diagnostics);
    }
}
