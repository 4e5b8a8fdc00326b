using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>Makes the report of what the journal holds.</summary>
internal static class Reporter
{
    public static ImportReport Report(Booklet booklet, Volume volume, Scene scene, List<ArticleDraft> drafts, Journal journal)
    {
        var articles = booklet.Parts.SelectMany(static p => p.Articles).ToImmutableArray();
        return new ImportReport
        {
            Homes = InOrder(journal.Homes, static h => h.Place), Repairs = InOrder(journal.Repairs, static r => r.Place),
            Decisions = InOrder(journal.Decisions, static d => d.Place), Doubts = InOrder(Telling(journal), static d => d.Place),
            Contents = Checks(volume, articles, drafts),
            Articles = [.. articles.Select((article, index) => Summary(article, drafts[index]))],
            Shapes = [.. volume.Files.Select(static f => new ManuscriptShape(f.Manuscript.Source, f.Lines.IsEmpty ? 0 : f.Lines.Max(static l => l.Measure), f.Habits.Reasons(f.Lines.IsEmpty ? 0 : f.Lines.Max(static l => l.Measure))))],
        };

        ImmutableArray<T> InOrder<T>(List<T> items, Func<T, SourceSpan> place)
        {
            var ranks = volume.Files.Select(static (f, i) => (f.Manuscript.Source, i)).DistinctBy(static p => p.Source).ToDictionary(static p => p.Source, static p => p.i);
            return [.. items.OrderBy(item => place(item).Source is { } source ? ranks.GetValueOrDefault(source) : 0).ThenBy(item => place(item).Start)];
        }
    }

    /// <summary>The doubts but those whether a header’s lines go on: its lines are parts of one title, byline or date either way.</summary>
    private static List<Doubt> Telling(Journal journal)
    {
        var headers = new HashSet<SourceSpan>(journal.Homes.Where(static h => h.Block < 0 && h.Article.Length > 0).Select(static h => h.Place));
        return journal.Doubts.FindAll(doubt => doubt.Question.Key != Reasons.JoinQuestion.Key || !headers.Contains(doubt.Place));
    }

    /// <summary>Tells the editor of doubtful places, and where contents list and articles differ.</summary>
    public static void Tell(ImportReport report, RecoveryOptions options, DiagnosticBag diagnostics)
    {
        foreach (var doubt in report.Doubts)
        {
            var template = options.Strict ? RecoveryMessages.DoubtfulStrict : RecoveryMessages.Doubtful;
            diagnostics.Add(template.At(doubt.Place, doubt.Question.English, doubt.Reading, doubt.OtherReading));
        }

        foreach (var entry in report.Contents)
        {
            if (entry.Article.Length == 0 && entry.Page.Length > 0) diagnostics.Add(RecoveryMessages.ContentsWithoutArticle.At(entry.Place, entry.Title));
        }

        var listed = report.Contents.Select(static c => c.Article).Where(static a => a.Length > 0).ToHashSet();
        foreach (var article in report.Articles)
        {
            if (listed.Count > 0 && report.Contents.Length > 1 && !listed.Contains(article.Id)) diagnostics.Add(RecoveryMessages.ArticleWithoutEntry.At(article.Place, article.Title));
        }
    }

    private static ImmutableArray<ContentsCheck> Checks(Volume volume, ImmutableArray<Article> articles, List<ArticleDraft> drafts)
    {
        var found = new Dictionary<int, int>();
        for (var i = 0; i < drafts.Count; i++) found.TryAdd(drafts[i].Entry, i);
        var headings = new Dictionary<string, string>();
        foreach (var article in articles)
        {
            foreach (var heading in article.Blocks.OfType<Heading>()) headings.TryAdd(ContentsList.KeyOf(heading.Text.Text), article.Id);
        }

        return [.. volume.Contents.Select((entry, index) => found.TryGetValue(index, out var at) ? Check(entry, at, articles, drafts)
            : new ContentsCheck(entry.Lines[0].Span.To(entry.Lines[^1].Span), entry.Title, entry.Page, headings.GetValueOrDefault(entry.Key, ""), false))];
    }

    private static ContentsCheck Check(ContentsEntry entry, int found, ImmutableArray<Article> articles, List<ArticleDraft> drafts)
    {
        var place = entry.Lines[0].Span.To(entry.Lines[^1].Span);
        var written = string.Concat(drafts[found].Header.Where(static s => s.Role == LineRole.Title).Select(static s => s.Text));
        return new ContentsCheck(place, entry.Title, entry.Page, articles[found].Id, Glyph.Trim(entry.Title).ToString() != written);
    }

    private static ArticleSummary Summary(Article article, ArticleDraft draft) => new(
        article.Id, article.FullTitle, article.Span, article.Blocks.Count(static b => b is Heading), article.Blocks.Count(static b => b is Paragraph),
        draft.Body.Select(static s => s.Dateline).FirstOrDefault(static d => d.Length > 0) ?? "");
}
