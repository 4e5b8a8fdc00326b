using Typeset.Cli.Reporting;
using Typeset.Core;

namespace Typeset.Cli.Tests;

public sealed class DiagnosticTextTests
{
    private static readonly MessageTemplate Template = new("TS0000", Severity.Warning, "“{0}” is odd.", "“{0}”有误。", "Change it.", "请改正。");

    [Fact]
    public void A_diagnostic_shows_place_line_carets_and_hint()
    {
        var source = new SourceText("articles/01.md", "第一行\n第二行有错字了\n");
        var text = new DiagnosticText(Language.English, 80, colour: false).Render(Template.At(source.Span(7, 9), "错字"));
        Assert.Equal(
            """
            articles/01.md:2:4: warning TS0000: “错字” is odd.
                2 | 第二行有错字了
                  |       ^^^^
               hint: Change it.

            """.ReplaceLineEndings("\n"), text);
    }

    [Fact]
    public void A_diagnostic_speaks_Chinese_too()
    {
        var text = new DiagnosticText(Language.Chinese, 80, colour: false).Render(Template.Anywhere("甲"));
        Assert.Equal("警告 TS0000：“甲”有误。\n   提示：请改正。\n", text);
    }

    [Fact]
    public void Colours_are_escape_sequences_only_where_asked_for()
    {
        Assert.Contains("\e[1;33m", new DiagnosticText(Language.English, 80, colour: true).Render(Template.Anywhere("x")));
        Assert.DoesNotContain("\e", new DiagnosticText(Language.English, 80, colour: false).Render(Template.Anywhere("x")));
    }

    [Fact]
    public void Nothing_in_a_manuscript_can_command_the_terminal()
    {
        var source = new SourceText("a\e[2J.md", "红\e[31m色\u202e反\u009b");
        var text = new DiagnosticText(Language.English, 80, colour: false).Render(Template.At(source.Span(0, 1), "\e]0;x\a"));
        Assert.DoesNotContain(text, c => c != '\n' && (char.IsControl(c) || c == '\u202e'));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    [InlineData(998)]
    [InlineData(999)]
    [InlineData(1000)]
    public void A_long_line_is_cut_around_the_place(int place)
    {
        var line = string.Concat(Enumerable.Range(0, 1000).Select(i => i % 7 == 0 ? 'a' : (char)('一' + i)));
        var excerpt = SourceExcerpt.Of(new SourceText("x", line).Span(place, place + 1), 60);

        Assert.InRange(TerminalColumns.Of(excerpt.Text), 30, 60);
        Assert.InRange(excerpt.Indent, 0, 60);
        if (place < 1000) Assert.Equal(line[place], CharacterAt(excerpt.Text, excerpt.Indent));
    }

    [Fact]
    public void A_span_over_several_lines_is_shown_to_the_end_of_its_first()
    {
        var excerpt = SourceExcerpt.Of(new SourceText("x", "abc\ndef").Span(1, 6), 60);
        Assert.Equal(new SourceExcerpt("abc", 1, 2), excerpt);
    }

    [Fact]
    public void An_empty_span_at_the_end_of_a_text_has_one_caret()
    {
        Assert.Equal(new SourceExcerpt("abc", 3, 1), SourceExcerpt.Of(new SourceText("x", "abc").Span(3, 3), 60));
        Assert.Equal(new SourceExcerpt("", 0, 1), SourceExcerpt.Of(new SourceText("x", "abc\n").Span(4, 4), 60));
    }

    private static char CharacterAt(string text, int column)
    {
        var at = 0;
        foreach (var c in text)
        {
            if (at == column) return c;
            at += TerminalColumns.Of([c]);
        }

        return '\0';
    }
}
