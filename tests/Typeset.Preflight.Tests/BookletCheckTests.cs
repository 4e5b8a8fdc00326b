using System.Text.RegularExpressions;
using Typeset.Core;
using Typeset.Originals;
using Typeset.Preflight.Report;

namespace Typeset.Preflight.Tests;

/// <summary>Findings in a booklet's files lead back to its manuscript.</summary>
public sealed class BookletCheckTests
{
    [Fact]
    public void A_coarse_image_is_found_where_the_manuscript_puts_it()
    {
        var file = Check("shancheng-zhiwu", OutputKind.Press, null);
        var finding = Assert.Single(file.Report.Findings, static f => f.Clause.Id == "P-image-300" && f.Detail.Arguments[0] == "200");
        var line = finding.Detail.Span.Source!.LineAt(finding.Detail.Span.Source.PositionOf(finding.Detail.Span.Start).Line);
        Assert.StartsWith("articles/", finding.Detail.Span.ToString()[(finding.Detail.Span.ToString().IndexOf('/') + 1)..], StringComparison.Ordinal);
        Assert.Contains("images/rain-months.png", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_runt_is_found_in_the_line_of_its_paragraph()
    {
        var runts = Check("lilun-xuebian", OutputKind.Reading, null).Report.Findings.Where(static f => f.Clause.Id == "T-runt").ToList();
        Assert.NotEmpty(runts);
        foreach (var runt in runts)
        {
            var (source, text) = (runt.Detail.Span.Source!, runt.Detail.Arguments[0]);
            Assert.Contains(text, source.LineAt(source.PositionOf(runt.Detail.Span.Start).Line), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_number_of_pages_must_suit_the_binding()
    {
        Assert.Contains("P-pages", Check("shancheng-zhiwu", OutputKind.Press, Binding.Saddle).Report.Findings.Select(static f => f.Clause.Id));
        Assert.DoesNotContain("P-pages", Check("lilun-xuebian", OutputKind.Press, null).Report.Findings.Select(static f => f.Clause.Id));
    }

    [Fact]
    public void The_report_shows_every_finding_beside_a_picture_of_its_page()
    {
        var file = Check("shancheng-zhiwu", OutputKind.Press, null);
        var html = HtmlReport.Write([file], Language.Chinese);
        Assert.All(file.Report.Findings, finding => Assert.Contains(finding.Detail.Message(Language.Chinese), html, StringComparison.Ordinal));
        var pages = file.Report.Findings.Select(static f => f.Place.Page).Distinct().Count();
        Assert.Equal(pages, html.Split("role=\"img\"").Length - 1);
        Assert.All(Regex.Matches(html, "href=\"#([^\"]+)\"").Select(static m => m.Groups[1].Value).Distinct(), id => Assert.Matches($"<(path|image) id=\"{id}\"", html));
        Assert.Equal(6, Regex.Count(html, "<image id="));
        Assert.InRange(html.Length, 1, 3_000_000);
        Assert.Contains("<circle", html, StringComparison.Ordinal);
    }

    private static CheckedFile Check(string sample, OutputKind kind, Binding? binding)
    {
        var request = Workshop.Sample(sample) with { Date = new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.FromHours(8)) };
        var diagnostics = new DiagnosticBag();
        var result = Typesetter.Typeset(request, diagnostics, CancellationToken.None);
        return BookletCheck.Run(result, request, kind, [], binding, diagnostics, CancellationToken.None);
    }
}
