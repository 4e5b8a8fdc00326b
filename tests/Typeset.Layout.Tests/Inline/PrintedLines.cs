using System.Text.Json;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Testing;
using Xunit.Abstractions;

namespace Typeset.Layout.Tests.Inline;

/// <summary>The printed lines of seed 001 against ours (its text stays outside the project; without it there is nothing to compare).</summary>
public sealed class PrintedLines(ITestOutputHelper output)
{
    /// <summary>
    /// Recovered from the print, in cells of its character grid (156 mm / 28): a gap of 4 pt is 0.253 cells, a mark gives way by at most ⅛.
    /// </summary>
    private static readonly LineRules Recovered = new()
    {
        QuoteWidth = new Em(444), MarkReduction = new Em(125), MixedSpacing = new Em(253), DigitWidth = new Em(500), RuntControl = false,
    };

    [Fact]
    public void Lines_of_the_speech_break_where_the_print_breaks_them()
    {
        if (Repository.Corpus is not { } corpus) return;
        var score = Score(Path.Combine(corpus, "truth_001.json"), new Em(28005), Recovered);
        Assert.True(score.Hits >= 409, $"{score.Hits} of {score.Lines} lines");
    }

    private (int Hits, int Lines) Score(string file, Em measure, LineRules rules)
    {
        using var truth = JsonDocument.Parse(File.ReadAllBytes(file));
        var (hits, lines) = (0, 0);
        foreach (var paragraph in truth.RootElement.GetProperty("line_table").EnumerateArray())
        {
            var printed = paragraph.GetProperty("text").EnumerateArray().Select(static line => line.GetString()!).ToArray();
            var ours = LinePreview.Break(string.Concat(printed), measure, rules, new Em(2000));
            lines += printed.Length;
            hits += Compare(printed, ours);
        }

        output.WriteLine($"{hits} of {lines} lines");
        return (hits, lines);
    }

    private int Compare(IReadOnlyList<string> printed, IReadOnlyList<string> ours)
    {
        var hits = 0;
        for (var i = 0; i < printed.Count; i++)
        {
            var line = i < ours.Count ? ours[i] : "";
            if (line == printed[i]) hits++;
            else output.WriteLine($"print {printed[i]}\n ours {line}");
        }

        return hits;
    }
}
