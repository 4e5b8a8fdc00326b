using Typeset.Core;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Recovery;

namespace Typeset.Manuscripts.Tests.Recovery;

/// <summary>The editor’s corrections: read from YAML, found again by the lines’ text, stronger than any sign.</summary>
public sealed class CorrectionTests
{
    private const string Raw = """
        护城河清淤记
        老城的护城河今年春天清了一次淤，挖出来的泥里有碎瓷片、铜钱和一只缺了口的砚台。
        关于河边的树
        负责清淤的工程队一共有三十七个人，分成两班，白天一班从东门往西挖。
        他们计划用四十五天把河道挖通，实际只用了三十九天。
        此页无正文
        """;

    [Fact]
    public void A_line_becomes_what_the_correction_says() =>
        Assert.Contains("## 02\ntitle: 关于河边的树\n", Corrected("- text: 关于河边的树\n    is: title\n"), StringComparison.Ordinal);

    [Fact]
    public void A_heading_gets_the_level_that_the_correction_says() =>
        Assert.Contains("Heading3 关于河边的树\n", Corrected("- text: 关于河边\n    is: heading3\n"), StringComparison.Ordinal);

    [Fact]
    public void A_line_goes_on_in_the_next_where_the_correction_says() =>
        Assert.Contains("白天一班从东门往西挖。他们计划用四十五天", Corrected("- text: 负责清淤\n    join: true\n"), StringComparison.Ordinal);

    [Fact]
    public void A_dropped_line_is_in_the_report_and_not_in_the_booklet() =>
        Assert.EndsWith("- Drop 此页无正文", Corrected("- text: 此页无正文\n    is: drop\n"), StringComparison.Ordinal);

    [Fact]
    public void A_line_of_the_text_becomes_the_covers()
    {
        var recovered = Recover(Raw, "- text: 护城河清淤记\n    is: cover-title\n  - text: 此页\n    is: colophon\n  - text: 关于\n    is: title\n", new DiagnosticBag());
        Assert.Equal("护城河清淤记", recovered.Booklet.FullTitle);
        Assert.Equal("此页无正文", Assert.Single(recovered.Booklet.Colophon).Value);
        Assert.Equal("关于河边的树", recovered.Booklet.Parts[0].Articles[^1].FullTitle);
    }

    [Fact]
    public void A_line_that_was_taken_for_the_covers_goes_back_to_the_text()
    {
        const string Cover = "城南学习材料\n第3期\n城南街道办事处\n护城河清淤记\n\n老城的护城河今年春天清了一次淤，挖出来的泥里有碎瓷片。";
        var recovered = Recover(Cover, "- text: 城南街道办事处\n    is: body\n", new DiagnosticBag());
        Assert.Empty(recovered.Booklet.Issuer);
        Assert.Contains("城南街道办事处", RecoveryDump.Of(recovered), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_reads_as_the_correction_says_and_the_report_tells()
    {
        var recovered = Recover(Raw, "- text: 关于河边的树\n    replace: 关于河边的柳树\n", new DiagnosticBag());
        Assert.Contains("关于河边的柳树", RecoveryDump.Of(recovered), StringComparison.Ordinal);
        Assert.Contains(recovered.Report.Repairs, static r => r.Kind == RepairKind.Replaced && r.Before == "关于河边的树" && r.After == "关于河边的柳树");
    }

    [Fact]
    public void A_correction_finds_its_line_again_when_lines_before_it_were_added()
    {
        var edited = Raw.Replace("老城的护城河", "新加的一段话说明缘由。\n\n新加的又一段。\n老 城的护城河", StringComparison.Ordinal);
        Assert.Contains("## 02\ntitle: 关于河边的树\n", RecoveryDump.Of(Recover(edited, "- text: 关于河边的树\n    line: 3\n    is: title\n", new DiagnosticBag())), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_lines_that_begin_alike_the_one_nearest_to_the_line_number_is_meant()
    {
        var recovered = Recover("护城河清淤记\n一\n河水清了，鱼也回来了。\n一\n河水又浑了，鱼又走了。", "- text: 一\n    line: 4\n    is: drop\n", new DiagnosticBag());
        Assert.Equal("raw.txt:4:1", recovered.Report.Homes.Single(static h => h.Role == LineRole.Drop).Place.ToString());
    }

    [Fact]
    public void A_correction_whose_line_is_gone_is_told()
    {
        var diagnostics = new DiagnosticBag();
        Recover(Raw, "- text: 没有这一行\n    is: drop\n", diagnostics);
        Assert.Equal("TS5112", Assert.Single(diagnostics.Sorted(), static d => d.Severity == Severity.Warning).Id);
    }

    [Theory, InlineData("- text: 甲\n", "TS5113"), InlineData("- text: 甲\n    replace: ''\n", "TS5113"), InlineData("- is: drop\n", "TS5111"), InlineData("- text: 甲\n    is: chapter\n", "TS5110")]
    public void What_a_correction_lacks_is_said(string written, string id)
    {
        var diagnostics = new DiagnosticBag();
        Corrections.Read(Source(written), "", diagnostics);
        Assert.Contains(diagnostics.Sorted(), d => d.Id == id && d.Severity == Severity.Error);
    }

    [Fact]
    public void Every_role_has_a_name_that_reads_back()
    {
        foreach (var role in Enum.GetValues<LineRole>())
        {
            var read = Corrections.Read(Source($"- text: 甲\n    is: {Corrections.NameOf(role)}\n"), "", new DiagnosticBag());
            Assert.Equal(role, Assert.Single(read).Role);
        }
    }

    [Fact]
    public void Strict_recovery_makes_errors_of_doubtful_places()
    {
        const string Doubtful = "护城河清淤记\n\n河水清了以后，全部河道疏浚一遍，保证居民放心。\n\n河道疏浚一遍，保证排水通畅。";
        Assert.Contains(Diagnostics(Doubtful, strict: true), static d => d.Severity == Severity.Error);
        Assert.DoesNotContain(Diagnostics(Doubtful, strict: false), static d => d.Severity == Severity.Error);
    }

    private static IEnumerable<Diagnostic> Diagnostics(string text, bool strict)
    {
        var diagnostics = new DiagnosticBag();
        Recoverer.Recover([RawLines.Of(new SourceText("raw.txt", text))], new RecoveryOptions { Strict = strict }, diagnostics);
        return diagnostics.Sorted();
    }

    private static string Corrected(string written) => RecoveryDump.Of(Recover(Raw, written, new DiagnosticBag()));

    private static Recovered Recover(string raw, string written, DiagnosticBag diagnostics) => Recoverer.Recover(
        [RawLines.Of(new SourceText("raw.txt", raw))], new RecoveryOptions { Corrections = Corrections.Read(Source(written), "raw.txt", diagnostics) }, diagnostics);

    private static SourceText Source(string written) => new("raw.txt.corrections.yaml", "corrections:\n  " + written);
}
