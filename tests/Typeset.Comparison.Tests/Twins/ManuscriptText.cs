using System.Globalization;
using Typeset.Documents;

namespace Typeset.Comparison.Tests.Twins;

/// <summary>The text of a booklet's articles, piece by piece in their order, without white space and without the marks of notes.</summary>
internal static class ManuscriptText
{
    public static IEnumerable<string> Of(Article article)
    {
        string[] heads = [article.Mark, .. article.Title, article.Subtitle, article.Byline, article.Date, article.Source, article.Note];
        return heads.Concat(article.Blocks.SelectMany(Of)).Select(Squeeze).Where(static text => text.Length > 0);
    }

    public static IEnumerable<string> NotesOf(Article article) => article.Footnotes.Select(static note => Squeeze(string.Concat(note.Paragraphs.Select(static paragraph => paragraph.Text.Text))));

    public static string Squeeze(string text) =>
        string.Concat(text.Where(static letter => !char.IsWhiteSpace(letter) && letter is not (RichText.NoteMark or RichText.LineBreak) && char.GetUnicodeCategory(letter) != UnicodeCategory.Format));

    private static IEnumerable<string> Of(Block block) => block switch
    {
        Paragraph paragraph => [paragraph.Text.Text],
        Heading heading => [heading.Text.Text],
        Attachment attachment => [attachment.Mark, attachment.Title.Text],
        ListBlock list => list.Items.SelectMany(static item => item.Blocks.SelectMany(Of)),
        Quote quote => quote.Blocks.SelectMany(Of),
        Figure figure => [figure.Caption.Text],
        Table table => table.Rows.SelectMany(static row => row.Cells.Select(static cell => cell.Text)).Prepend(table.Caption.Text),
        _ => [],
    };
}
