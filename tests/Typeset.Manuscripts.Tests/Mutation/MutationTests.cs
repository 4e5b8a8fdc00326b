using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Sources;
using Typeset.Testing;
using Xunit.Abstractions;

namespace Typeset.Manuscripts.Tests.Mutation;

/// <summary>
/// The sample booklets, printed to text in every habit and imported again. <c>TYPESET_MUTATIONS</c> sets the number of variants,
/// <c>TYPESET_MUTATION_REPORT</c> a file for the paragraphs that came back otherwise.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int UsualVariants = 500;

    /// <summary>Paragraphs that come back exactly, of all.</summary>
    private const double LeastExact = 0.995;

    private static readonly ImmutableArray<Booklet> Seeds = [.. Directory.GetDirectories(Repository.At("seeds")).Order(StringComparer.Ordinal).Select(Read)];

    [Fact]
    public void Printed_samples_come_back_paragraph_by_paragraph_and_lose_no_character()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("TYPESET_MUTATIONS"), CultureInfo.InvariantCulture, out var asked) ? asked : UsualVariants;
        var results = new Variant[count];
        Parallel.For(0, count, i => results[i] = Variant.Of(i, Seeds));
        var (exact, all) = (results.Sum(static result => result.Exact), results.Sum(static result => result.All));
        output.WriteLine($"{count} variants: {exact} of {all} paragraphs exact, {100.0 * exact / all:0.000} %");
        if (Environment.GetEnvironmentVariable("TYPESET_MUTATION_REPORT") is { Length: > 0 } path) File.WriteAllText(path, string.Concat(results.Select(static result => result.Report)));
        Assert.Empty(results.Where(static result => result.Lost.Length > 0).Select(static result => $"variant {result.Number} lost {result.Lost}"));
        Assert.True(exact >= LeastExact * all, $"{exact} of {all} paragraphs came back exactly");
    }

    private static Booklet Read(string root)
    {
        var files = Directory.GetFiles(root, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllBytes);
        return BookletReader.Read(Folders.Of(files), new DiagnosticBag(), CancellationToken.None)!.Booklet;
    }
}

/// <summary>One printing of some articles of a sample, imported. A line below an article's text that says where it is from comes back as its source, which is exact too.</summary>
internal sealed record Variant(int Number, int Exact, int All, string Lost, string Report)
{
    private const int MostArticles = 4;

    public static Variant Of(int number, ImmutableArray<Booklet> seeds)
    {
        var random = new Random(number + 20261124);
        var booklet = seeds[number % seeds.Length];
        var all = booklet.Parts.SelectMany(static part => part.Articles).Where(static article => article.Blocks.Any(static block => block is Paragraph)).ToArray();
        var first = random.Next(all.Length);
        var articles = all.Skip(first).Take(random.Next(1, MostArticles + 1)).ToArray();
        var habits = PrintHabits.Of(random);
        if (habits.Encoding == "gb18030" && articles.Any(static article => article.Byline.Contains('·'))) habits = habits with { Encoding = "utf-8" };
        var text = new Printer(habits, random).Print(booklet, articles);
        return Compare(number, habits, articles, text);
    }

    private static Variant Compare(int number, PrintHabits habits, Article[] articles, string text)
    {
        var diagnostics = new DiagnosticBag();
        var file = new RawFile($"variant-{number}.txt", TextEncoding.Find(habits.Encoding)!.Strict.GetBytes(text), Folders.Of());
        var recovered = Importer.Import([file], new ImportOptions(), diagnostics, CancellationToken.None);
        if (recovered is null) return new Variant(number, 0, 1, "everything", string.Concat(diagnostics.Sorted().Select(static item => item.Message(Language.English) + "\n")));
        var back = recovered.Booklet.Parts.SelectMany(static part => part.Articles).ToArray();
        var expected = articles.SelectMany(TextsOf).ToArray();
        var found = back.SelectMany(static article => TextsOf(article).Append(Bare(article.Source))).GroupBy(static item => item).ToDictionary(static group => group.Key, static group => group.Count());
        var report = new StringBuilder();
        var exact = 0;
        foreach (var item in expected)
        {
            if (found.GetValueOrDefault(item) > 0 && found[item]-- > 0) exact++;
            else report.Append($"{number}: missing {item}\n");
        }

        foreach (var (item, count) in found.Where(static pair => pair.Value > 0)) report.Append($"{number}: extra {item}\n");
        if (report.Length > 0) report.Append(Fields(recovered.Booklet));
        if (exact < expected.Length) report.Insert(0, $"== {number} {habits}\n");
        return new Variant(number, exact, expected.Length, LostOf(articles, recovered.Booklet), report.ToString());
    }

    private static string Fields(Booklet booklet) =>
        $"  cover: {string.Join('|', booklet.Title)} / {booklet.Subtitle} / {booklet.Issue} / {string.Join('|', booklet.Issuer)} / {booklet.Date} / {string.Join('|', booklet.Cover.Lines)} / {string.Join('|', booklet.Colophon)}\n"
        + string.Concat(booklet.Parts.SelectMany(static part => part.Articles).Select(static article => $"  {article.Id}: {article.Mark} / {string.Join('|', article.Title)} / {article.Subtitle} / {article.Byline} / {article.Date} / {article.Source} / {article.Note}\n"));

    private static IEnumerable<string> TextsOf(Article article) =>
        article.Blocks.Select(static block => block switch
        {
            Paragraph paragraph => Bare(paragraph.Text.Text),
            Heading heading => Bare(heading.Text.Text),
            _ => "",
        }).Where(static text => text.Length > 0);

    /// <summary>Characters of the source's articles that the recovered booklet has fewer of.</summary>
    private static string LostOf(Article[] articles, Booklet booklet)
    {
        var counts = new Dictionary<char, int>();
        var cover = string.Concat(booklet.Title) + booklet.Subtitle + booklet.Series + booklet.Issue + booklet.Date + string.Concat(booklet.Issuer) + booklet.Cover.Mark + string.Concat(booklet.Cover.Lines) + string.Concat(booklet.Colophon.Select(static line => line.Label + line.Value)) + string.Concat(booklet.Parts.Select(static part => part.Title));
        foreach (var c in Bare(cover) + string.Concat(booklet.Parts.SelectMany(static part => part.Articles).Select(AllOf))) counts[c] = counts.GetValueOrDefault(c) + 1;
        foreach (var c in string.Concat(articles.Select(PrintedOf))) counts[c] = counts.GetValueOrDefault(c) - 1;
        return string.Concat(counts.Where(static pair => pair.Value < 0).Select(static pair => $"{pair.Key}×{-pair.Value} "));
    }

    private static string PrintedOf(Article article) => Bare(string.Concat(article.Title) + article.Date + article.Source + article.Byline) + string.Concat(TextsOf(article));

    private static string AllOf(Article article) => PrintedOf(article) + Bare(article.Mark + article.Subtitle + article.Note)
        + string.Concat(article.Blocks.OfType<Attachment>().Select(static attachment => Bare(attachment.Mark + attachment.Title.Text)));

    private static string Bare(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c) && c is not (RichText.LineBreak or RichText.NoteMark)));
}
