using Typeset.Core;
using Typeset.Originals;
using Typeset.Shaping;

namespace Typeset.Tests;

/// <summary>What authors get wrong: each is told with its place and what to do, and nothing is lost.</summary>
public sealed class BadInputTests
{
    [Fact]
    public void An_unknown_key_is_told_with_its_line_and_a_likely_word()
    {
        var desk = new Desk("title: 试排\nstyle: book-a5\nisuer: 某部\n").Put("articles/a.md", "---\ntitle: 甲\n---\n正文。\n");
        Assert.NotNull(desk.Typeset().Result.Layout);
        var told = Assert.Single(desk.Diagnostics.Sorted(), static d => d.Message(Language.English).Contains("isuer", StringComparison.Ordinal));
        Assert.EndsWith("booklet.yaml:3:1", told.Span.ToString(), StringComparison.Ordinal);
        Assert.Contains("issuer", told.Message(Language.English) + told.Hint(Language.English), StringComparison.Ordinal);
        Assert.NotEmpty(told.Hint(Language.Chinese));
    }

    [Fact]
    public void A_missing_image_is_an_error_at_its_place()
    {
        var desk = new Desk().Put("articles/a.md", "---\ntitle: 甲\n---\n\n![图](images/none.png)\n\n正文。\n");
        desk.Typeset();
        var told = Assert.Single(desk.Diagnostics.Sorted(), static d => d.Severity == Severity.Error);
        Assert.Contains("articles/a.md:5:", told.Span.ToString(), StringComparison.Ordinal);
        Assert.Contains("none.png", told.Message(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_character_no_font_has_is_told_once_with_all_its_places()
    {
        var desk = new Desk().Put("articles/a.md", "---\ntitle: 甲\n---\n\n字\U00013000字\U00013001。\n\n**又\U00013000**。\n").Put("articles/b.md", "---\ntitle: 乙\n---\n\n\U00013000。\n");
        desk.Typeset();
        var told = desk.Diagnostics.Sorted().Where(static d => d.Id == "TS3001").ToArray();
        Assert.Equal(2, told.Length);
        Assert.EndsWith("articles/a.md:5:2", told[0].Span.ToString(), StringComparison.Ordinal);
        Assert.Contains("5:2, 7:4, desk/articles/b.md:5:1", told[0].Message(Language.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void A_character_no_font_has_stands_as_a_square_and_is_extracted_as_itself()
    {
        var desk = new Desk().Put("articles/a.md", "---\ntitle: 甲\n---\n\n字\U00013000字，👨\u200d👩\u200d👧。\n");
        var layout = desk.Typeset().Result.Layout!;
        var runs = Enumerable.Range(0, layout.Paged.Pages.Length).SelectMany(page => layout.Paged.Compose(page).Items).OfType<Pages.GlyphRun>().ToArray();
        Assert.DoesNotContain(runs, static run => run.Glyphs.Any(static glyph => glyph.Id == 0));
        var run = runs.First(static run => run.Text.Contains("\U00013000", StringComparison.Ordinal));
        var box = Assert.Single(run.Glyphs, glyph => glyph.TextStart == run.Text.IndexOf('\ud80c'));
        Assert.Equal(run.Face.GlyphOf('□'), box.Id);
        Assert.Equal(2, box.TextLength);
        Assert.Contains("👨\u200d👩\u200d👧", string.Concat(runs.Select(Written)), StringComparison.Ordinal);

        static string Written(Pages.GlyphRun run) => string.Concat(run.Glyphs.Select(glyph => run.Text.Substring(glyph.TextStart, glyph.TextLength)));
    }

    [Theory]
    [InlineData(MissingCharacters.BoxWhereMendable, OutputKind.Reading, true)]
    [InlineData(MissingCharacters.BoxWhereMendable, OutputKind.Docx, true)]
    [InlineData(MissingCharacters.BoxWhereMendable, OutputKind.Archive, false)]
    [InlineData(MissingCharacters.BoxWhereMendable, OutputKind.Press, false)]
    [InlineData(MissingCharacters.Box, OutputKind.Press, true)]
    [InlineData(MissingCharacters.Stop, OutputKind.Reading, false)]
    [InlineData(MissingCharacters.Stop, OutputKind.Docx, false)]
    public void Files_that_can_be_mended_are_written_with_squares_and_others_only_where_that_is_wanted(MissingCharacters policy, OutputKind kind, bool written)
    {
        var desk = new Desk().Put("articles/a.md", "---\ntitle: 甲\n---\n\n字\U00013000字。\n");
        var request = desk.Request with { Missing = policy, Date = DateTimeOffset.UnixEpoch };
        var result = Typesetter.Typeset(request, desk.Diagnostics, CancellationToken.None);
        var own = new DiagnosticBag();
        Typesetter.Write(result, request, kind, Stream.Null, own, CancellationToken.None);
        Assert.Equal(written, !own.HasErrors);
        Assert.False(desk.Diagnostics.HasErrors);
        if (!written) Assert.Contains("U+13000", Assert.Single(own.Sorted(), static d => d.Id == "TS3006").Message(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void More_warnings_of_a_kind_than_are_listed_are_counted()
    {
        var bag = new DiagnosticBag();
        for (var i = 0; i < DiagnosticBag.PerTemplateLimit + 5; i++) bag.Add(Core.Messages.FontMessages.MissingGlyph.Anywhere($"{i}", "", ""));
        Assert.Contains("5", bag.Sorted()[^1].Message(Language.English), StringComparison.Ordinal);
        Assert.Equal(DiagnosticBag.PerTemplateLimit + 1, bag.Sorted().Length);
    }

    [Fact]
    public void Styles_that_extend_each_other_are_told()
    {
        var desk = new Desk("title: 试排\nstyle: a\n").Put("articles/a.md", "---\ntitle: 甲\n---\n正文。\n");
        var request = desk.Request with { Styles = static name => new SourceText(name + ".yaml", name == "a" ? "extends: b\n" : "extends: a\n") };
        desk.Typeset(request);
        Assert.Contains(desk.Diagnostics.Sorted(), static d => d.Severity == Severity.Error && d.Id.StartsWith("TS2", StringComparison.Ordinal) && !d.Span.IsNone);
    }

    [Fact]
    public void A_title_of_ten_thousand_characters_is_printed_whole()
    {
        var title = string.Concat(Enumerable.Repeat("长题目十个字凑成一组", 1000));
        var desk = new Desk().Put("articles/a.md", $"---\ntitle: {title}\n---\n正文。\n");
        var (result, pdf) = desk.Typeset();
        Assert.Contains(title, string.Concat(Desk.Lines(result.Layout!)), StringComparison.Ordinal);
        Assert.NotEmpty(pdf);
    }

    [Fact]
    public void An_empty_article_is_told_and_its_header_printed()
    {
        var desk = new Desk().Put("articles/a.md", "---\ntitle: 只有题目\n---\n");
        var (result, _) = desk.Typeset();
        Assert.Single(desk.Told("TS4005"));
        Assert.Contains("只有题目", string.Concat(Desk.Lines(result.Layout!)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_measure_of_one_em_sets_a_character_a_line()
    {
        var desk = new Desk("""
            title: 窄
            style: book-a5
            style-overrides: { page: { gutter-margin: 70mm, fore-edge-margin: 74mm }, body: { first-line-indent: 0em }, lines: { runt-control: false } }
            """).Put("articles/a.md", "---\ntitle: 窄\n---\n春眠不觉晓处处闻啼鸟\n");
        var (result, pdf) = desk.Typeset();
        Assert.Contains("春眠不觉晓处处闻啼鸟", string.Concat(Desk.Lines(result.Layout!)), StringComparison.Ordinal);
        Assert.NotEmpty(pdf);
    }

    [Fact]
    public void A_font_cut_in_half_is_told_once_and_another_stands_in()
    {
        var desk = new Desk().Put("articles/a.md", "---\ntitle: 甲\n---\n正文还在。\n");
        var request = desk.Request with { Fonts = [.. Workshop.FontSources().Select(static f => f.PostScriptName == "NotoSerifSC-Regular" ? Halved(f) : f)] };
        var (result, pdf) = desk.Typeset(request);
        Assert.Contains("NotoSerifSC-Regular", Assert.Single(desk.Told("TS3003")), StringComparison.Ordinal);
        Assert.Contains("正文还在。", string.Concat(Desk.Lines(result.Layout!)), StringComparison.Ordinal);
        Assert.NotEmpty(pdf);
    }

    [Fact]
    public void Ten_thousand_notes_are_all_printed()
    {
        var marks = string.Concat(Enumerable.Range(1, 10_000).Select(static i => $"字[^{i}]"));
        var notes = string.Concat(Enumerable.Range(1, 10_000).Select(static i => $"[^{i}]: 注{i}。\n"));
        var desk = new Desk().Put("articles/a.md", $"---\ntitle: 注\n---\n{marks}\n\n{notes}");
        var all = string.Concat(Desk.Lines(desk.Typeset().Result.Layout!));
        for (var i = 1; i <= 10_000; i++) Assert.Contains($"注{i}。", all, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_five_thousand_rows_repeats_its_head_on_each_page()
    {
        var rows = string.Concat(Enumerable.Range(1, 5_000).Select(static i => $"| 行{i} | 值 |\n"));
        var desk = new Desk().Put("articles/a.md", $"---\ntitle: 表\n---\n\n| 名 | 数 |\n| --- | --- |\n{rows}");
        var (result, _) = desk.Typeset();
        var all = string.Concat(Desk.Lines(result.Layout!));
        for (var i = 1; i <= 5_000; i++) Assert.Contains($"行{i}\t", all, StringComparison.Ordinal);
        var page = result.Layout!.Paged.Compose(result.Layout.Paged.Pages.Length - 1);
        Assert.Contains(page.Items.OfType<Pages.GlyphRun>(), static run => run.Text.Contains('名', StringComparison.Ordinal));
    }

    private static FontSource Halved(FontSource font) => new(font.PostScriptName, font.Path, 0, () =>
    {
        var whole = File.ReadAllBytes(font.Path);
        return whole.AsMemory(0, whole.Length / 2);
    });
}
