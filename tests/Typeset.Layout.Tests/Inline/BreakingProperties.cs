using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Inline;

namespace Typeset.Layout.Tests.Inline;

/// <summary>What holds of every text in every measure.</summary>
public sealed class BreakingProperties
{
    private static readonly string[] Pieces =
        ["春", "眠", "不觉晓", "，", "。", "、", "；", "：", "？", "！", "“", "”", "（", "）", "《", "》", "——", "……", "·", "／", "～", " ", "　", "12", "3.14%", "word", "https://a.bc/d", "𠮷", "é", "\u2028"];

    private static Arbitrary<string> Texts => Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary();

    private static Arbitrary<(string Text, int Ems, ProhibitionLevel Level, LineBreakMode Mode)> Cases =>
        (from text in Texts.Generator
         from ems in Gen.Choose(1, 12)
         from level in Gen.Elements(Enum.GetValues<ProhibitionLevel>())
         from mode in Gen.Elements(LineBreakMode.Word, LineBreakMode.Clreq)
         select (text, ems, level, mode)).ToArbitrary();

    [Property(MaxTest = 500)]
    public Property Lines_put_together_are_the_paragraph() => Prop.ForAll(Cases, static one =>
    {
        var paragraph = Break(one.Text, one.Ems, one.Level, one.Mode);
        var end = 0;
        for (var i = 0; i < paragraph.LineCount; i++)
        {
            Assert.Equal(end, paragraph.LineOf(i).Start);
            end = paragraph.LineOf(i).End;
            Assert.True(end > paragraph.LineOf(i).Start || one.Text.Length == 0);
        }

        Assert.Equal(one.Text.Length, end);
    });

    [Property(MaxTest = 500)]
    public Property No_line_is_wider_than_the_measure() => Prop.ForAll(Cases, static one =>
    {
        var paragraph = Break(one.Text, one.Ems, one.Level, LineBreakMode.Word);
        for (var i = 0; i < paragraph.LineCount; i++) Assert.True(paragraph.WidthOf(i) <= 16.Pt * one.Ems || paragraph.TextOf(i).Length <= 2, paragraph.TextOf(i));
    });

    [Property(MaxTest = 500)]
    public Property No_prohibited_mark_stands_at_a_line_edge_that_was_not_forced() => Prop.ForAll(Cases, static one =>
    {
        if (one.Level == ProhibitionLevel.None) return;
        var paragraph = Break(one.Text, one.Ems, one.Level, one.Mode);
        for (var i = 0; i + 1 < paragraph.LineCount; i++)
        {
            if (paragraph.TextOf(i).Length == 0 || paragraph.TextOf(i + 1).Length == 0) continue;
            if ((paragraph.LineOf(i).Traits & (LineTraits.Forced | LineTraits.Ends)) != 0) continue;
            Assert.DoesNotContain(paragraph.TextOf(i + 1)[0], "，。、；：？！”）》");
            Assert.DoesNotContain(paragraph.TextOf(i)[^1], "“（《");
        }
    });

    [Fact]
    public void Without_prohibition_marks_do_stand_at_line_edges()
    {
        var paragraph = Break("春眠不觉，春眠不觉（春眠不觉）", 4, ProhibitionLevel.None, LineBreakMode.Word, hanging: false);
        Assert.StartsWith("，", paragraph.TextOf(1), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_paragraph_is_one_empty_line() => Assert.Equal(1, Break("", 5, ProhibitionLevel.Basic, LineBreakMode.Word).LineCount);

    private static BrokenParagraph Break(string text, int ems, ProhibitionLevel level, LineBreakMode mode, bool hanging = true)
    {
        var rules = new LineRules { Mode = mode, Prohibition = level, Hanging = hanging };
        var style = new TextStyle { Font = "song", Size = 16.Pt, LinePitch = 24.Pt };
        return new InlineSetter(EmGrid.Instance, rules).Break(RichText.Plain(text, SourceSpan.None), style, 16.Pt * ems, rules);
    }
}
