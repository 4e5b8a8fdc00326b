using System.Globalization;
using System.Text.Json;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Recovery;

namespace Typeset.Originals;

/// <summary>What recovery makes of a raw manuscript, against the ground truth of that manuscript, case by case. White space is not compared.</summary>
public sealed class ImportScore
{
    private readonly JsonElement _truth;
    private readonly Recovered _recovered;
    private readonly Score _score;

    private ImportScore(string corpus, string seed, string truth)
    {
        var path = Directory.GetFiles(corpus, seed + "_*.txt")[0];
        _truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(corpus, truth))).RootElement;
        _recovered = Recoverer.Recover([RawLines.Of(new SourceText(path, File.ReadAllText(path)))], new RecoveryOptions(), new DiagnosticBag());
        _score = new Score("seed " + seed + ", import");
    }

    /// <summary>The report for a reader on any raw text.</summary>
    public static string Report(string path) =>
        ReportText.Write(Recoverer.Recover([RawLines.Of(new SourceText(Path.GetFileName(path), File.ReadAllText(path)))], new RecoveryOptions(), new DiagnosticBag()).Report, Language.English);

    /// <summary>Processor time and memory of recovering a raw text, reading and report included, in a process that does nothing else.</summary>
    public static string Cost(string path)
    {
        var text = File.ReadAllText(path);
        var before = Environment.CpuUsage.TotalTime;
        var recovered = Recoverer.Recover([RawLines.Of(new SourceText(path, text))], new RecoveryOptions(), new DiagnosticBag());
        var spent = Environment.CpuUsage.TotalTime - before;
        return string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(path).Length / 1e6:0.0} MB: {spent.TotalSeconds:0.00} s of processor time, {GC.GetTotalAllocatedBytes() / 1e6:0} MB allocated, {recovered.Report.Homes.Length} lines, {recovered.Report.Articles.Length} articles");
    }

    private Article[] Articles => [.. _recovered.Booklet.Parts.SelectMany(static p => p.Articles)];

    public static Score Of(string corpus, string seed)
    {
        var import = new ImportScore(corpus, seed, $"truth_{seed}.json");
        import.ScoreCover();
        import.ScoreContents();
        import.ScoreArticles();
        return import._score;
    }

    private void Add(string name, string? expected, string? actual) => _score.Add(name, Manuscript.Squeeze(expected ?? ""), Manuscript.Squeeze(actual ?? ""));

    private void ScoreCover()
    {
        if (!_truth.TryGetProperty("cover", out var cover)) return;
        Add("cover title", Text(cover, "title"), string.Concat(_recovered.Booklet.Title));
        Add("cover issue", Text(cover, "issue"), _recovered.Booklet.Issue);
        Add("cover issuer", string.Join('|', Texts(cover, "issuer_parts")), string.Join('|', _recovered.Booklet.Issuer));
    }

    private void ScoreContents()
    {
        if (!_truth.TryGetProperty("contents", out var contents)) return;
        var found = _recovered.Report.Contents;
        Add("contents entries", contents.GetArrayLength().ToString(CultureInfo.InvariantCulture), found.Length.ToString(CultureInfo.InvariantCulture));
        foreach (var (wanted, entry) in contents.EnumerateArray().Zip(found))
        {
            Add("contents entry", Text(wanted, "title") + " " + wanted.GetProperty("page").GetInt32(), entry.Title + " " + entry.Page);
            Add("contents entry has its article", "yes", entry.Article.Length > 0 ? "yes" : "no");
        }
    }

    private void ScoreArticles()
    {
        var wanted = _truth.GetProperty("articles").EnumerateArray().ToArray();
        _score.Add("articles", wanted.Length.ToString(CultureInfo.InvariantCulture), Articles.Length.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < Math.Min(wanted.Length, Articles.Length); i++) ScoreArticle(wanted[i], Articles[i], $"article {i + 1}");
    }

    private void ScoreArticle(JsonElement wanted, Article article, string name)
    {
        Add(name + " title", Text(wanted, "title"), string.Concat(article.Title));
        Add(name + " date", Text(wanted, "date"), article.Date);
        Add(name + " source", Text(wanted, "source"), article.Source);
        Add(name + " byline", Text(wanted, "byline") ?? Text(wanted, "author"), article.Byline);
        Add(name + " mark", Text(wanted, "mark"), article.Mark);
        if (Text(wanted, "dateline") is { } dateline) Add(name + " dateline", dateline, _recovered.Report.Articles.First(a => a.Id == article.Id).Dateline);
        ScoreHeadings(wanted, article, name);
        ScoreParagraphs(wanted, article, name);
    }

    private void ScoreHeadings(JsonElement wanted, Article article, string name)
    {
        var expected = wanted.GetProperty("headings").EnumerateArray().Select(static h => h.GetProperty("before_paragraph").GetInt32() + " " + Text(h, "text"));
        var paragraphs = 0;
        var actual = new List<string>();
        foreach (var block in article.Blocks)
        {
            if (block is Heading heading) actual.Add(paragraphs + " " + heading.Text.Text);
            else paragraphs++;
        }

        Add(name + " headings before their paragraphs", string.Join('|', expected), string.Join('|', actual));
    }

    private void ScoreParagraphs(JsonElement wanted, Article article, string name)
    {
        var (firsts, lasts) = (Texts(wanted, "first_20_chars_of_each_paragraph"), Texts(wanted, "last_20_chars"));
        var actual = article.Blocks.OfType<Paragraph>().Select(static p => Manuscript.Squeeze(p.Text.Text)).ToArray();
        _score.Add(name + " paragraphs", firsts.Length.ToString(CultureInfo.InvariantCulture), actual.Length.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < Math.Min(firsts.Length, actual.Length); i++)
        {
            Add($"{name} paragraph {i} begins", firsts[i], actual[i][..Math.Min(20, actual[i].Length)]);
            Add($"{name} paragraph {i} ends", lasts[i], actual[i][Math.Max(0, actual[i].Length - 20)..]);
        }

        Add(name + " characters", Number(wanted.GetProperty("characters").GetInt32()), Number(actual.Sum(static p => p.Length)));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string[] Texts(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(static t => t.GetString()!)];
}
