using System.IO.Compression;
using System.Text;
using Typeset.Core;
using Typeset.Manuscripts.Raw;
using static Typeset.Manuscripts.Tests.WordFile;

namespace Typeset.Manuscripts.Tests;

/// <summary>Word files become the words that they print, with what their looks hint at.</summary>
public sealed class DocxReaderTests
{
    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=";

    private const string Numberings = """
        <w:abstractNum w:abstractNumId="0">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>
          <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
        </w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        """;

    [Fact]
    public void Styles_and_direct_formatting_are_hints()
    {
        var file = new WordFile(
            Paragraph("标题", "<w:pStyle w:val=\"1\"/>") + Paragraph("居中", "<w:jc w:val=\"center\"/>") + Paragraph("正文", "<w:ind w:firstLineChars=\"200\"/>")
            + "<w:p><w:r><w:rPr><w:b/><w:sz w:val=\"44\"/></w:rPr><w:t>全黑大字</w:t></w:r></w:p><w:p><w:r><w:t>半</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>黑</w:t></w:r><w:r><w:rPr><w:em w:val=\"dot\"/></w:rPr><w:t>点</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r></w:p>")
            .Styles("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/><w:rPr><w:sz w:val=\"32\"/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"a\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>");
        Holds(file, """
            [style=heading 1 level=1 bold 16pt] 标题
            [style=Normal Center 16pt] 居中
            [style=Normal 16pt indent=2] 正文
            [style=Normal bold 22pt] 全黑大字
            [style=Normal 16pt] 半{strong 黑}{dots 点}{sup 2}

            """);
    }

    [Fact]
    public void Automatic_numbers_are_counted_as_they_are_printed()
    {
        static string Numbered(string text, int list, int level) => Paragraph(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
        var file = new WordFile(
            Numbered("甲", 1, 0) + Numbered("子", 1, 1) + Numbered("丑", 1, 1) + Numbered("寅", 1, 2) + Numbered("乙", 1, 0) + Numbered("卯", 1, 1) + Numbered("丙", 3, 0)
            + Numbered("点一", 2, 0) + Numbered("内一", 2, 1) + Numbered("内二", 2, 1) + Numbered("点二", 2, 0) + Paragraph("末")).Numbering(Numberings);
        Holds(file, """
            [number=一、] 甲
            [number=（一）] 子
            [number=（二）] 丑
            [number=1.2.1] 寅
            [number=二、] 乙
            [number=（一）] 卯
            [number=一、] 丙
            List unordered
              item •
                Body 点一
                List ordered from 1
                  item 1)
                    Body 内一
                  item 2)
                    Body 内二
              item •
                Body 点二
            末

            """);
    }

    [Fact]
    public void Tracked_changes_are_accepted_and_told()
    {
        var file = new WordFile(
            "<w:p><w:r><w:t>留</w:t></w:r><w:ins w:id=\"1\"><w:r><w:t>增</w:t></w:r></w:ins><w:del w:id=\"2\"><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"
            + "<w:p><w:pPr><w:rPr><w:del w:id=\"3\"/></w:rPr></w:pPr><w:r><w:t>前段</w:t></w:r></w:p>" + Paragraph("接后段"));
        Holds(file, """
            留增
            前段接后段
            ! TS5310 3 tracked changes were accepted: 1 insertions kept, 2 deletions left out.

            """);
    }

    [Fact]
    public void A_contents_field_is_told_as_contents_and_other_fields_by_their_results()
    {
        const string Begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>", Separate = "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>", End = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        var file = new WordFile(
            $"<w:p>{Begin} TOC \\o \"1-3\" {Separate}<w:r><w:t>第一篇</w:t><w:tab/><w:t>1</w:t></w:r></w:p><w:p><w:r><w:t>第二篇</w:t><w:tab/><w:t>9</w:t></w:r></w:p><w:p>{End}</w:p>"
            + $"<w:p><w:r><w:t>见</w:t></w:r>{Begin} HYPERLINK \"https://example.org/\" {Separate}<w:r><w:t>此处</w:t></w:r>{End}</w:p>");
        Holds(file, """
            [contents-entry] 第一篇	1
            [contents-entry] 第二篇	9
            见{link https://example.org/ 此处}

            """);
    }

    [Fact]
    public void Links_notes_breaks_and_images_are_kept()
    {
        const string Drawing = "<w:drawing><wp:inline><wp:extent cx=\"2865120\" cy=\"1\"/><wp:docPr id=\"1\" name=\"图\" descr=\"一棵树\"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed=\"rIdImage\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>";
        var file = new WordFile(
            "<w:p><w:hyperlink r:id=\"rIdA\"><w:r><w:t>网</w:t></w:r></w:hyperlink><w:hyperlink r:id=\"rIdB\"><w:r><w:t>坏</w:t></w:r></w:hyperlink><w:r><w:t>注</w:t><w:footnoteReference w:id=\"2\"/><w:br/><w:t>下行</w:t></w:r></w:p>"
            + $"<w:p><w:r>{Drawing}</w:r></w:p>" + Paragraph("图1 山城的树") + "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>" + Paragraph("新页"))
            .Footnotes("<w:footnote w:id=\"-1\"><w:p/></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/><w:t xml:space=\"preserve\"> 注文</w:t></w:r></w:p></w:footnote>")
            .Link("rIdA", "hyperlink", "https://example.org/a?b=1&amp;c=2").Link("rIdB", "hyperlink", "file:///etc/passwd").File("media/image1.png", Convert.FromBase64String(Png), "rIdImage", "image");
        Holds(file, """
            {link https://example.org/a?b=1&c=2 网}坏注{note 0}⏎下行
            Figure images/image1.png Png 1×1 72ppi width=50 alt=“一棵树” 图1 山城的树
            page break
            新页
            note 0: 注文
            ! TS5318 A link was left out, its text kept: file:///etc/passwd

            """);
    }

    [Fact]
    public void Tables_keep_their_cells_and_a_frame_of_one_cell_is_text()
    {
        static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{Paragraph(text)}</w:tc>";
        var file = new WordFile(
            $"<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{Cell("名")}{Cell("数")}</w:tr><w:tr>{Cell("甲", "<w:gridSpan w:val=\"2\"/>")}</w:tr></w:tbl>" + Paragraph("表1 名录") + $"<w:tbl><w:tr>{Cell("框中文字")}</w:tr></w:tbl>");
        Holds(file, """
            Table Start Start header rows: 1 caption: 表1 名录
              | 名 | 数 |
              | 甲 |  |
            框中文字
            ! TS5317 A table with merged cells or a table inside was made plain: 名

            """);
    }

    [Fact]
    public void What_is_not_taken_over_is_told()
    {
        var file = new WordFile(
            "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:txbx><w:txbxContent>" + Paragraph("框里") + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>" + Paragraph("框里") + "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent><w:t>框外</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>")
            .Comments("<w:comment w:id=\"1\"><w:p/></w:comment>").Header(Paragraph("页眉文字"));
        Holds(file, """
            框外
            框里
            ! TS5311 1 comments were left out.
            ! TS5312 Headers and footers were left out: 页眉文字
            ! TS5314 1 text boxes were taken as paragraphs behind the paragraph they are anchored to.
            ! TS5316 Hidden text was left out: 藏

            """);
    }

    [Fact]
    public void A_package_cut_off_anywhere_is_refused_or_read_never_an_exception()
    {
        var whole = new WordFile(Paragraph("文")).Styles("").ToArray();
        for (var length = 4; length < whole.Length; length += 7)
        {
            var (manuscript, diagnostics) = Read(whole[..length]);
            Assert.Null(manuscript);
            Assert.Equal("TS5301", Assert.Single(diagnostics.Sorted()).Id);
        }
    }

    [Fact]
    public void Damaged_packages_never_bring_an_exception()
    {
        var whole = new WordFile(Paragraph("文")).Styles("<w:style w:type=\"paragraph\" w:styleId=\"1\"/>").Numbering(Numberings).ToArray();
        var random = new Random(20261124);
        for (var i = 0; i < 400; i++)
        {
            var damaged = (byte[])whole.Clone();
            for (var times = random.Next(1, 4); times > 0; times--) damaged[random.Next(4, damaged.Length)] = (byte)random.Next(256);
            var (manuscript, diagnostics) = Read(damaged);
            Assert.True(manuscript is not null || diagnostics.HasErrors);
        }
    }

    [Theory]
    [InlineData("../../etc/passwd", "TS5303")]
    [InlineData("/etc/passwd", "TS5303")]
    [InlineData("word\\..\\evil", "TS5303")]
    [InlineData("c:evil", "TS5303")]
    public void Names_that_lead_elsewhere_are_refused(string name, string id) => Assert.Equal(id, Refused(archive => archive.CreateEntry(name)));

    [Fact]
    public void A_part_that_inflates_beyond_the_limit_is_refused_before_it_is_read() => Assert.Equal("TS5304", Refused(static archive =>
    {
        using var part = archive.CreateEntry("word/styles.xml", CompressionLevel.Fastest).Open();
        var zeros = new byte[1 << 20];
        for (var i = 0; i < 65; i++) part.Write(zeros);
    }));

    [Fact]
    public void Documents_of_too_many_files_are_refused() => Assert.Equal("TS5302", Refused(static archive =>
    {
        for (var i = 0; i < 20_001; i++) archive.CreateEntry($"word/{i}");
    }));

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>")]
    [InlineData("<a><b></a>")]
    public void Xml_with_entities_or_broken_is_refused(string xml) => Assert.Equal("TS5301", Refused(archive =>
    {
        using var part = archive.CreateEntry("word/x.xml").Open();
        part.Write(Encoding.UTF8.GetBytes(xml));
    }));

    [Fact]
    public void Elements_nested_without_end_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 5_000)) + Paragraph("文") + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 5_000));
        Assert.Equal("TS5301", Assert.Single(Read(new WordFile(deep).ToArray()).Diagnostics.Sorted()).Id);
    }

    private static string Refused(Action<ZipArchive> add)
    {
        var stream = new MemoryStream();
        stream.Write(new WordFile(Paragraph("文")).ToArray());
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true)) add(archive);
        var (manuscript, diagnostics) = Read(stream.ToArray());
        Assert.Null(manuscript);
        return Assert.Single(diagnostics.Sorted()).Id;
    }

    private static void Holds(WordFile file, string expected)
    {
        var (manuscript, diagnostics) = Read(file.ToArray());
        Assert.Equal(expected.ReplaceLineEndings("\n"), RawDump.Of(manuscript, diagnostics));
    }

    private static (RawManuscript? Manuscript, DiagnosticBag Diagnostics) Read(byte[] bytes)
    {
        var diagnostics = new DiagnosticBag();
        return (RawReader.Read(new RawFile("a.docx", bytes, Folders.Of()), null, diagnostics), diagnostics);
    }
}
