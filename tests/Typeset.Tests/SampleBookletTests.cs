using System.Globalization;
using System.Security.Cryptography;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Pagination;
using Typeset.Originals;

namespace Typeset.Tests;

/// <summary>What must hold of every sample booklet, from its folder to its pages.</summary>
public sealed class SampleBookletTests
{
    public static TheoryData<string> Samples => [.. Workshop.Samples()];

    [Theory, MemberData(nameof(Samples))]
    public void A_sample_is_typeset_without_an_error(string name)
    {
        var (_, diagnostics) = Typeset(name);
        Assert.Empty(diagnostics.Sorted().Where(static d => d.Severity == Severity.Error).Select(static d => $"{d.Span} {d.Message(Language.English)}"));
    }

    [Theory, MemberData(nameof(Samples))]
    public void A_sample_has_ten_to_seventy_pages(string name) =>
        Assert.InRange(Typeset(name).Result.Layout!.Paged.Pages.Length, 10, 70);

    [Theory, MemberData(nameof(Samples))]
    public void Contents_numbers_are_those_of_the_pages_that_articles_begin_on(string name)
    {
        var layout = Typeset(name).Result.Layout!;
        foreach (var entry in layout.Contents)
        {
            var page = layout.Report(entry.PageIndex);
            Assert.Equal(page.Label, entry.Number);
            if (page.Kind == PageKind.Body) Assert.Equal(entry.Destination, page.ArticleId);
        }
    }

    [Theory, MemberData(nameof(Samples))]
    public void Lines_run_together_are_the_manuscript(string name)
    {
        var result = Typeset(name).Result;
        var printed = Squeeze(string.Concat(Pages(result.Layout!).SelectMany(static p => p.Lines)));
        foreach (var paragraph in result.Styled!.Booklet.Parts.SelectMany(static p => p.Articles).SelectMany(static a => a.Blocks).OfType<Paragraph>())
        {
            Assert.Contains(Squeeze(WithoutMarks(paragraph.Text.Text)), WithoutMarks(printed), StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Samples))]
    public void No_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(string name)
    {
        foreach (var line in Pages(Typeset(name).Result.Layout!).Where(static p => p.Kind == PageKind.Body).SelectMany(static p => p.Lines).Where(static l => l.Length > 0 && !l.Contains('\t', StringComparison.Ordinal)))
        {
            Assert.DoesNotContain(line[0], "。，、；：？！）》」』】〉〕”’%‰℃");
            Assert.DoesNotContain(line[^1], "（《「『【〈〔“‘");
        }
    }

    [Theory, MemberData(nameof(Samples))]
    public void The_same_bytes_come_of_one_thread_and_of_eight_and_in_another_culture(string name)
    {
        var one = Hash(name, 1);
        var before = CultureInfo.CurrentCulture;
        try
        {
            var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (foreign.NumberFormat.NumberDecimalSeparator, foreign.NumberFormat.NegativeSign) = (",", "~");
            CultureInfo.CurrentCulture = foreign;
            Assert.Equal(one, Hash(name, 8));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Hash(string name, int threads)
    {
        var request = Workshop.Sample(name) with { Parallelism = threads };
        var diagnostics = new DiagnosticBag();
        using var output = new MemoryStream();
        Typesetter.Write(Typesetter.Typeset(request, diagnostics, CancellationToken.None), request, OutputKind.Reading, output, diagnostics, CancellationToken.None);
        return Convert.ToHexString(SHA256.HashData(output.ToArray()));
    }

    private static (BookletResult Result, DiagnosticBag Diagnostics) Typeset(string name)
    {
        var diagnostics = new DiagnosticBag();
        return (Typesetter.Typeset(Workshop.Sample(name), diagnostics, CancellationToken.None), diagnostics);
    }

    private static IEnumerable<PageReport> Pages(BookletLayout layout) => Enumerable.Range(0, layout.Paged.Pages.Length).Select(layout.Report);

    private static string WithoutMarks(string text) => text.Replace(RichText.NoteMark.ToString(), "", StringComparison.Ordinal).Replace(RichText.LineBreak.ToString(), "", StringComparison.Ordinal);

    private static string Squeeze(string text) => Manuscript.Squeeze(text);
}
