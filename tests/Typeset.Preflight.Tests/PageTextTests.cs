using Typeset.Originals;
using Typeset.Pages;

namespace Typeset.Preflight.Tests;

/// <summary>What is read back from a file is what the display list had put there.</summary>
public sealed class PageTextTests
{
    public static TheoryData<string> Samples => [.. Workshop.Samples()];

    [Theory, MemberData(nameof(Samples))]
    public void Text_read_back_is_the_text_of_the_display_list(string sample)
    {
        var (pdf, layout) = GoodFiles.Reading(sample);
        foreach (var page in PageText.Read(pdf))
        {
            var shown = layout.Paged.Compose(page.Index).Items.OfType<GlyphRun>().Where(static r => r.Glyphs.Length > 0);
            Assert.Equal(string.Concat(shown.Select(static r => r.Text)), string.Concat(page.Glyphs.Select(static g => g.Text)));
        }
    }

    [Theory, MemberData(nameof(Samples))]
    public void Glyphs_stand_where_the_display_list_has_them(string sample)
    {
        var (pdf, layout) = GoodFiles.Reading(sample);
        foreach (var page in PageText.Read(pdf))
        {
            var places = layout.Paged.Compose(page.Index).Items.OfType<GlyphRun>()
                .SelectMany(static run => run.Glyphs.Select(g => (X: run.Origin.X.Points + g.X / 65536.0, Y: run.Origin.Y.Points + g.Y / 65536.0, Size: run.Size.Points))).ToList();
            Assert.Equal(places.Count, page.Glyphs.Length);
            for (var i = 0; i < places.Count; i++)
            {
                Assert.Equal(places[i].X, page.Glyphs[i].X, 0.02);
                Assert.Equal(places[i].Y, page.Glyphs[i].Baseline, 0.02);
                Assert.Equal(places[i].Size, page.Glyphs[i].Size, 0.001);
            }
        }
    }

    [Fact]
    public void Glyphs_on_a_baseline_make_a_line_and_words_end_at_spaces()
    {
        var (pdf, layout) = GoodFiles.Reading("shancheng-zhiwu");
        var page = layout.Paged.Pages.Length / 2;
        var printed = layout.Report(page).Lines.Select(Squeeze).Where(static l => l.Length > 0 && !l.Contains(NoteMark));
        var read = PageText.Read(pdf).ElementAt(page).Lines.Where(static l => !l.IsFurniture).Select(static l => Squeeze(l.Text)).ToHashSet();
        Assert.All(printed, line => Assert.Contains(line, read));
    }

    /// <summary>Note marks stand raised, on a line of their own.</summary>
    private const char NoteMark = '\uFFFC';

    private static string Squeeze(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c)));
}
