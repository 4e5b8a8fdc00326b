using System.Diagnostics;
using System.Globalization;
using System.Text;
using Typeset.Core;

namespace Typeset.Manuscripts.Tests;

/// <summary>Manuscripts beyond reason, and good ones damaged: an answer within the deadline, never an exception.</summary>
public sealed class HostileManuscriptTests
{
    private const string Head = "---\ntitle: 甲\n---\n";
    private const string Signs = "*_[]{}()|:#>-`\\\n\t &\"'<!^.=　0";
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(">", 100_000)]
    [InlineData("- ", 50_000)]
    [InlineData("1. ", 50_000)]
    [InlineData("[a](b", 50_000)]
    [InlineData("[a](\"", 50_000)]
    [InlineData("a*", 50_000)]
    [InlineData("*a **b ", 50_000)]
    [InlineData("[", 100_000)]
    [InlineData("`a``", 50_000)]
    [InlineData("|a", 100_000)]
    [InlineData("<a ", 50_000)]
    [InlineData("[^a]", 50_000)]
    [InlineData("{", 100_000)]
    [InlineData("{.a ", 50_000)]
    [InlineData("　\n", 50_000)]
    public async Task Repeated_markup_gets_an_answer_in_time(string piece, int times)
    {
        var (source, _) = await Within(() => Samples.ReadArticle(Head + string.Concat(Enumerable.Repeat(piece, times))));
        Assert.NotNull(source);
    }

    [Fact]
    public async Task Lists_nested_without_end_are_refused_with_their_place()
    {
        var text = string.Concat(Enumerable.Range(0, 2000).Select(static depth => new string(' ', depth * 2) + "- 子\n"));
        var (_, diagnostics) = await Within(() => Samples.ReadArticle(Head + text));
        Assert.Equal("articles/a.md:84:1 TS1202", $"{diagnostics.Sorted()[0].Span} {diagnostics.Sorted()[0].Id}");
    }

    [Fact]
    public async Task Ten_thousand_notes_in_one_paragraph_are_all_there()
    {
        var marks = string.Concat(Enumerable.Range(0, 10_000).Select(static i => string.Create(CultureInfo.InvariantCulture, $"文[^{i}]")));
        var notes = string.Concat(Enumerable.Range(0, 10_000).Select(static i => string.Create(CultureInfo.InvariantCulture, $"[^{i}]: 注{i}\n")));
        var (source, diagnostics) = await Within(() => Samples.ReadArticle(Head + marks + "\n\n" + notes));
        var article = source!.Booklet.Parts[0].Articles[0];
        Assert.Empty(diagnostics.Sorted());
        Assert.Equal("注9999", article.Footnotes[9_999].Paragraphs[0].Text.Text);
        Invariants.Hold(article);
    }

    [Fact]
    public async Task A_table_of_five_thousand_rows_keeps_every_row()
    {
        var rows = string.Concat(Enumerable.Range(0, 5_000).Select(static i => string.Create(CultureInfo.InvariantCulture, $"| *行* | **{i}** |\n")));
        var (source, diagnostics) = await Within(() => Samples.ReadArticle(Head + "| 甲 | 乙 |\n|---|---|\n" + rows));
        Assert.Empty(diagnostics.Sorted());
        Assert.Equal(5_001, Assert.IsType<Documents.Table>(Assert.Single(source!.Booklet.Parts[0].Articles[0].Blocks)).Rows.Length);
    }

    [Fact]
    public void A_title_of_ten_thousand_characters_is_kept_whole()
    {
        var title = new string('长', 10_000);
        var (source, diagnostics) = Samples.ReadArticle($"---\ntitle: {title}\n---\n# {title}\n");
        Assert.Empty(diagnostics.Sorted());
        Assert.Equal(title, source!.Booklet.Parts[0].Articles[0].Title[0]);
    }

    [Fact]
    public void Aliases_of_aliases_do_not_grow_without_bound()
    {
        var bomb = new StringBuilder("title: 册\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++) bomb.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        var (_, diagnostics) = Samples.ReadBooklet(bomb.ToString());
        Assert.Contains(diagnostics.Sorted(), static diagnostic => diagnostic.Id == "TS1007");
    }

    [Fact]
    public void Brackets_without_end_in_a_booklet_file_are_refused()
    {
        var (_, diagnostics) = Samples.ReadBooklet("title: " + new string('[', 10_000));
        Assert.Equal("TS1006", Assert.Single(diagnostics.Sorted()).Id);
    }

    [Fact]
    public async Task Damaged_samples_get_an_answer_in_time()
    {
        var random = new Random(20260301);
        var inputs = SuiteFile.InputsIn("Articles").Concat(SuiteFile.InputsIn("Booklets")).Concat(SuiteFile.InputsIn("Styles")).ToArray();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 1_500 && clock.Elapsed < Deadline / 2; i++)
        {
            var damaged = Damage(inputs[random.Next(inputs.Length)], inputs[random.Next(inputs.Length)], random);
            await Within(() => Samples.ReadArticle(damaged));
            await Within(() => Samples.ReadBooklet(damaged));
            await Within(() => StyleReader.Resolve("own", [], name => name == "own" ? new SourceText("own.yaml", damaged) : StyleFiles.Find(name), new DiagnosticBag()));
        }
    }

    private static string Damage(string text, string other, Random random)
    {
        var damaged = new StringBuilder(text);
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var at = random.Next(damaged.Length + 1);
            switch (random.Next(4))
            {
                case 0: damaged.Remove(at, Math.Min(random.Next(12), damaged.Length - at)); break;
                case 1: damaged.Insert(at, Signs[random.Next(Signs.Length)]); break;
                case 2: damaged.Insert(at, damaged.ToString(at, Math.Min(random.Next(40), damaged.Length - at))); break;
                default: damaged.Insert(at, other[random.Next(other.Length + 1)..]); break;
            }
        }

        return damaged.ToString();
    }

    private static async Task<T> Within<T>(Func<T> work) => await Task.Run(work).WaitAsync(Deadline);
}
