using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Recovery;

namespace Typeset.Manuscripts.Tests.Recovery;

/// <summary>What holds for every raw text, however broken.</summary>
public sealed class RecoveryProperties
{
    /// <summary>Pieces of manuscripts, marks, spaces and hostile characters in any order.</summary>
    private static Gen<string> Noise { get; } = Gen.Elements(
            "\n", "\n\n", "\n\n\n", "\r\n", "\f", " ", "　　", "\t", "\u00A0", "\u200B", "目录\n", "目 录\n", "第一编 水边\n", "河边的日子…………3\n", "河边的日子\n", "李 明\n", "2021年4月6日 城南日报\n", "来源：《城南日报》 作者：李小明\n",
            "（来源：城南日报）\n", "附件1\n", "附件：1.路线\n", "同志们：\n", "此致\n", "敬礼！\n", "（完）\n", "一、关于清淤\n", "（一）", "1.", "（1）", "第一条 ", "第一章 总则\n", "第一，", "一是", "——", "● ", "- ", "问：", "答：", "— 3 —\n", "第 4 页\n", "5\n",
            "城南学习材料\n", "第3期\n", "新华社城南4月6日电", "老城的护城河今年春天清了一次淤，挖出来的泥里有碎瓷片。", "清淤以后，河水慢慢变清了", "，", "。", "；", "：", "“", "”", "（", "）", "(", ")", "\"", ",", ".", "2021", " 年", "The moat ", "was dredged", "𠀀", "\ud840", "\udc00", "\0", "\uFFFC", "\u2028", "﹏")
        .ArrayOf().Select(static pieces => string.Concat(pieces));

    [Property(MaxTest = 400)]
    public Property Any_text_is_recovered_without_an_exception_and_its_places_are_sound() => Prop.ForAll(Noise.ToArbitrary(), static text =>
    {
        foreach (var article in RecoveryDump.Recover(text).Booklet.Parts.SelectMany(static p => p.Articles)) Invariants.Hold(article);
    });

    [Property(MaxTest = 400)]
    public Property Every_line_that_is_not_blank_has_exactly_one_home_or_a_reason_for_being_left_out() => Prop.ForAll(Noise.ToArbitrary(), static text =>
    {
        var raw = RawLines.Of(new SourceText("raw.txt", text));
        var report = Recoverer.Recover([raw], new RecoveryOptions(), new DiagnosticBag()).Report;
        var wanted = raw.Units.OfType<RawLine>().Where(static line => !IsBlank(line.Text)).Select(static line => line.Span).ToList();
        Assert.Equal(wanted, report.Homes.Select(static home => home.Place));
    });

    [Property(MaxTest = 400)]
    public Property No_letter_is_lost_but_those_that_the_report_names() => Prop.ForAll(Noise.ToArbitrary(), static text =>
    {
        var recovered = RecoveryDump.Recover(text);
        var dropped = recovered.Report.Homes.Where(static h => h.DropReason is not null).Select(static h => TextAt(h.Place));
        var cut = recovered.Report.Repairs.Where(static r => r.Kind == RepairKind.Cut).Select(static r => r.Before);
        var kept = TextsOf(recovered.Booklet).Concat(dropped).Concat(cut);
        var lost = Letters(text);
        foreach (var (letter, count) in Letters(string.Concat(kept))) lost[letter] = lost.GetValueOrDefault(letter) - count;
        Assert.DoesNotContain(lost, static pair => pair.Value > 0);
    });

    [Property(MaxTest = 100)]
    public Property The_same_text_gives_the_same_booklet_and_report() => Prop.ForAll(Noise.ToArbitrary(), static text =>
    {
        var (first, second) = (RecoveryDump.Recover(text), RecoveryDump.Recover(text));
        Assert.Equal(RecoveryDump.Of(first), RecoveryDump.Of(second));
        Assert.Equal(ReportJson.Write(first.Report).ToArray(), ReportJson.Write(second.Report).ToArray());
    });

    private static bool IsBlank(string text) => text.All(static c => Typeset.Manuscripts.Recovery.Glyph.IsSpace(c));

    private static string TextAt(SourceSpan place) => place.Source!.Text[place.Start..place.End];

    private static IEnumerable<string> TextsOf(Booklet booklet)
    {
        IEnumerable<string> cover = [.. booklet.Title, booklet.Subtitle, booklet.Series, booklet.Issue, booklet.Date, .. booklet.Issuer, booklet.Cover.Mark, .. booklet.Cover.Lines];
        var articles = booklet.Parts.SelectMany(static p => p.Articles.SelectMany(TextsOf).Prepend(p.Title));
        return cover.Concat(articles);
    }

    private static IEnumerable<string> TextsOf(Article article)
    {
        IEnumerable<string> header = [.. article.Title, article.Subtitle, article.Byline, article.Date, article.Source, article.Note, article.Mark];
        return header.Concat(Invariants.TextsOf(article).Select(static t => t.Text)).Concat(article.Blocks.OfType<Attachment>().Select(static a => a.Mark));
    }

    private static Dictionary<Rune, int> Letters(string text)
    {
        var letters = new Dictionary<Rune, int>();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) letters[rune] = letters.GetValueOrDefault(rune) + 1;
        }

        return letters;
    }
}
