using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Manuscripts.Tests;

/// <summary>A booklet without places, neighbouring runs of one markup as one: two booklets that say the same have the same dump, whatever files they came from.</summary>
internal static class Placeless
{
    public static string Dump(Booklet booklet) =>
        ModelDump.Of(booklet) + string.Concat(booklet.Parts.SelectMany(static part => part.Articles).Select(static article => $"== {article.Id}\n{ModelDump.Of(Of(article))}"));

    public static Article Of(Article article) => article with
    {
        Blocks = [.. article.Blocks.Select(Of)],
        Footnotes = [.. article.Footnotes.Select(static note => new Footnote([.. note.Paragraphs.Select(static paragraph => (Paragraph)Of(paragraph))], SourceSpan.None))],
        Span = SourceSpan.None,
    };

    private static Block Of(Block block) => block switch
    {
        Paragraph paragraph => new Paragraph(Of(paragraph.Text), paragraph.Role, SourceSpan.None),
        Heading heading => new Heading(heading.Level, Of(heading.Text), SourceSpan.None),
        Attachment attachment => new Attachment(attachment.Mark, Of(attachment.Title), SourceSpan.None),
        ListBlock list => new ListBlock(list.Ordered, list.Start, [.. list.Items.Select(static item => new ListItem(item.Marker, [.. item.Blocks.Select(Of)], SourceSpan.None))], SourceSpan.None),
        Quote quote => new Quote([.. quote.Blocks.Select(Of)], SourceSpan.None),
        Figure figure => new Figure(figure.Image, figure.Alternative, Of(figure.Caption), figure.WidthPercent, SourceSpan.None),
        Table table => new Table(table.Columns, table.HeaderRows, [.. table.Rows.Select(static row => new TableRow([.. row.Cells.Select(Of)], SourceSpan.None))], Of(table.Caption), SourceSpan.None),
        PageBreak => new PageBreak(SourceSpan.None),
        ThematicBreak => new ThematicBreak(SourceSpan.None),
        _ => throw new InvalidOperationException(block.GetType().Name),
    };

    public static RichText Of(RichText text)
    {
        var runs = new List<InlineRun>();
        foreach (var run in text.Runs)
        {
            var plain = run with { Span = SourceSpan.None, Verbatim = false };
            if (text.Text[run.Start..run.End] == RichText.LineBreak.ToString()) plain = plain with { Format = InlineFormat.None, LinkTarget = null };
            if (runs.Count > 0 && runs[^1] is { FootnoteIndex: < 0 } last && plain.FootnoteIndex < 0 && last.Format == plain.Format && last.LinkTarget == plain.LinkTarget) runs[^1] = last with { End = plain.End };
            else runs.Add(plain);
        }

        return new RichText(text.Text, [.. runs]);
    }
}
