using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Pagination;

namespace Typeset.Originals;

/// <summary>Seed 001: a speech whose text keeps every printed line and page break.</summary>
public sealed class Speech
{
    private readonly Manuscript _manuscript;
    private readonly ImmutableArray<PageReport> _pages;

    public Speech(string corpus, Workshop workshop)
    {
        _manuscript = new Manuscript(corpus, "001", "truth_001.json");
        var style = AsPrinted(workshop.Style("gongwen-a4"));
        var booklet = new Booklet { Title = ["001"], Parts = [new Part("", _manuscript.Articles())] };
        var layout = workshop.LayOut(new StyledBooklet(booklet, style, ImmutableDictionary<string, HouseStyle>.Empty));
        _pages = [.. Enumerable.Range(0, layout.Paged.Pages.Length).Select(layout.Report).Where(static p => p.Kind == PageKind.Body)];
    }

    /// <summary>
    /// The print's own values where they differ from GB/T 9704's: a measure of 28.005 cells of the character grid, half-width digits, quotes of 0.444 em, marks that
    /// give way by at most ⅛ em; headings in the body's type. A gap of ¼ em between Han and figures is 0.253 cells, as the print has it.
    /// </summary>
    private static HouseStyle AsPrinted(HouseStyle style)
    {
        var cell = style.Page.TypeAreaWidth / 28;
        var body = style.Of(TextRole.Body) with { Size = cell, Tracking = Length.Zero };
        return style with
        {
            Page = style.Page with { Measure = Em.Of(28.005).At(cell) },
            Lines = style.Lines with { QuoteWidth = new Em(444), MarkReduction = new Em(125), MixedSpacing = new Em(253), DigitWidth = new Em(500), RuntControl = false },
            Text = style.Text.With(TextRole.Body, body with { FirstLineIndent = cell * 2 }).With(TextRole.Heading1, body with { FirstLineIndent = cell * 2, KeepWithNext = true }),
        };
    }

    /// <summary>Lines of the body that end where the print's do.</summary>
    public Score Lines()
    {
        var score = new Score("seed 001, lines");
        var ours = _pages.SelectMany(static p => p.Lines).Select(Manuscript.Squeeze).Where(static l => l.Length > 0).ToHashSet();
        foreach (var run in _manuscript.Truth.GetProperty("line_table").EnumerateArray())
        {
            var texts = run.GetProperty("text").EnumerateArray().Select(static t => Manuscript.Squeeze(t.GetString()!)).ToArray();
            for (var i = 0; i < texts.Length; i++) score.Add(texts[i][..Math.Min(10, texts[i].Length)], "a line", ours.Contains(texts[i]) ? "a line" : "no line of ours");
        }

        return score;
    }

    public Score PageBreaks()
    {
        var score = new Score("seed 001, page breaks");
        foreach (var wanted in _manuscript.Truth.GetProperty("page_breaks").EnumerateArray())
        {
            var page = wanted.GetProperty("page").GetInt32();
            var after = Manuscript.Squeeze(wanted.GetProperty("after_text_first_12_chars").GetString()!);
            var start = page < _pages.Length ? string.Concat(_pages[page].Lines.Take(2).Select(Manuscript.Squeeze)) : "";
            score.Add($"page {page + 1}", after, start.Length >= after.Length ? start[..after.Length] : start);
        }

        return score;
    }

    public int Pages => _pages.Length;
}
