using Typeset.Core;
using Typeset.Originals;

namespace Typeset.Preflight.Tests;

/// <summary>A booklet with every defect of setting made on purpose: each is told at its page and its line of the manuscript.</summary>
public sealed class TypographyDefectTests
{
    private static readonly string[] Manuscript =
    [
        "---", "title: 毛病", "---", "",
        "这一段没有什么毛病，排得齐齐整整。", "",
        "春眠不觉晓\\", "，处处闻啼鸟。", "",
        "夜来风雨声（\\", "花落知多少）。", "",
        "春眠不觉\\", "晓。", "",
        "春眠不觉晓处处闻啼鸟Donaudampfschifffahrtsgesellschaft夜来风雨声花落知多少春眠不觉晓。", "",
        "\\newpage", "",
        "末页只有这一行。",
    ];

    private static readonly Lazy<PdfReport> Report = new(Check);

    [Theory]
    [InlineData("T-line-start", 8, 5)]
    [InlineData("T-line-end", 10, 5)]
    [InlineData("T-runt", 14, 5)]
    [InlineData("T-loose", 16, 5)]
    [InlineData("T-short-tail", 20, 6)]
    public void Each_is_told_once_at_its_page_and_line(string clause, int line, int page)
    {
        var finding = Assert.Single(Report.Value.Findings, finding => finding.Clause.Id == clause);
        var span = finding.Detail.Span;
        Assert.Equal(("articles/01.md", line), (span.Source!.Path[(span.Source.Path.IndexOf('/') + 1)..], span.Source.PositionOf(span.Start).Line));
        Assert.Equal(page, finding.Place.Page + 1);
    }

    [Fact]
    public void Nothing_else_is_told() => Assert.Equal(5, Report.Value.Findings.Count(static finding => finding.Clause.Id.StartsWith("T-", StringComparison.Ordinal)));

    /// <summary>A character that no font has stands as a box, which no check of the file can know; it is told where the manuscript has it.</summary>
    [Fact]
    public void A_missing_character_is_told_at_its_line()
    {
        using var folder = new BookletInFolder("---\ntitle: 缺\n---\n\n春\n\n晓\U0002FFFD鸟\n");
        var diagnostics = new DiagnosticBag();
        var request = Workshop.Request(folder.Path);
        var result = Typesetter.Typeset(request, diagnostics, CancellationToken.None);
        BookletCheck.Run(result, request, OutputKind.Reading, [], null, diagnostics, CancellationToken.None);
        var told = Assert.Single(diagnostics.Sorted(), static d => d.Severity > Severity.Note);
        Assert.Equal(7, told.Span.Source!.PositionOf(told.Span.Start).Line);
        Assert.Contains("2FFFD", told.Message(Language.English), StringComparison.Ordinal);
    }

    private static PdfReport Check()
    {
        using var folder = new BookletInFolder(string.Join('\n', Manuscript) + "\n");
        var request = Workshop.Request(folder.Path) with { Date = new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.FromHours(8)) };
        var diagnostics = new DiagnosticBag();
        var result = Typesetter.Typeset(request, diagnostics, CancellationToken.None);
        return BookletCheck.Run(result, request, OutputKind.Reading, [], null, diagnostics, CancellationToken.None).Report;
    }

    /// <summary>A booklet of one article, gone afterwards.</summary>
    private sealed class BookletInFolder : IDisposable
    {
        public BookletInFolder(string article)
        {
            Directory.CreateDirectory(System.IO.Path.Combine(Path, "articles"));
            File.WriteAllText(System.IO.Path.Combine(Path, "booklet.yaml"), "title: 毛病\nstyle: book-a5\narticles: [articles/01.md]\n");
            File.WriteAllText(System.IO.Path.Combine(Path, "articles", "01.md"), article);
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("typeset-tests-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
