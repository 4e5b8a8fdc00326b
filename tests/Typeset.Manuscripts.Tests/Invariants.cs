using System.Text;
using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Manuscripts.Tests;

/// <summary>What holds of every article, whatever it was read from.</summary>
internal static class Invariants
{
    public static void Hold(Article article)
    {
        foreach (var text in TextsOf(article)) Hold(text, article.Footnotes.Length);
    }

    /// <summary>All text of an article, paragraph by paragraph, notes last.</summary>
    public static IEnumerable<RichText> TextsOf(Article article) =>
        article.Blocks.SelectMany(TextsOf).Concat(article.Footnotes.SelectMany(static note => note.Paragraphs.Select(static paragraph => paragraph.Text)));

    private static IEnumerable<RichText> TextsOf(Block block) => block switch
    {
        Paragraph paragraph => [paragraph.Text],
        Heading heading => [heading.Text],
        Attachment attachment => [attachment.Title],
        Figure figure => [figure.Caption],
        Quote quote => quote.Blocks.SelectMany(TextsOf),
        ListBlock list => list.Items.SelectMany(static item => item.Blocks.SelectMany(TextsOf)),
        Table table => table.Rows.SelectMany(static row => row.Cells).Append(table.Caption),
        _ => [],
    };

    private static void Hold(RichText text, int notes)
    {
        var at = 0;
        foreach (var run in text.Runs)
        {
            Assert.Equal(at, run.Start);
            Assert.True(run.End > run.Start, "a run is empty");
            at = run.End;
            Assert.NotNull(run.Span.Source);
            if (run.Verbatim) Assert.Equal(run.Span.Source.Text[run.Span.Start..run.Span.End], text.Text[run.Start..run.End]);
            if (text.Text[run.Start] == RichText.NoteMark) Assert.InRange(run.FootnoteIndex, 0, notes - 1);
        }

        Assert.Equal(text.Text.Length, at);
    }

    /// <summary>A dump that shows every difference between two readings.</summary>
    public static string Dump(BookletSource? source, DiagnosticBag diagnostics)
    {
        var dump = new StringBuilder();
        if (source is not null) dump.Append(ModelDump.Of(source.Booklet));
        foreach (var article in source?.Booklet.Parts.SelectMany(static part => part.Articles) ?? []) dump.Append(ModelDump.Of(article));
        return dump.Append(ModelDump.Of(diagnostics)).ToString();
    }
}
