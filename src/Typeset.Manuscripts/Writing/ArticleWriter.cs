using System.Globalization;
using System.Text;
using Typeset.Documents;

namespace Typeset.Manuscripts.Writing;

/// <summary>Writes one article: its front matter, its blocks, its notes.</summary>
internal static class ArticleWriter
{
    private const string Fence = "---\n";

    /// <summary>Paragraphs of a note after its first stand this far in.</summary>
    private const string NoteIndent = "    ";

    public static string Write(Article article, FolderNames names)
    {
        var text = new StringBuilder(Fence);
        WriteHeader(text, article);
        text.Append(Fence);
        var blocks = new BlockWriter(names);
        var body = blocks.Write(article.Blocks);
        if (body.Length > 0) text.Append('\n').Append(body).Append('\n');
        for (var i = 0; i < article.Footnotes.Length; i++)
        {
            var note = blocks.Write([.. article.Footnotes[i].Paragraphs]);
            text.Append(CultureInfo.InvariantCulture, $"\n[^{i + 1}]: ").Append(BlockWriter.Indent(note, NoteIndent)).Append('\n');
        }

        return text.ToString();
    }

    private static void WriteHeader(StringBuilder yaml, Article article)
    {
        YamlLines.Texts(yaml, "title", article.Title);
        YamlLines.Text(yaml, "subtitle", article.Subtitle);
        YamlLines.Text(yaml, "byline", article.Byline);
        YamlLines.Text(yaml, "date", article.Date);
        YamlLines.Text(yaml, "source", article.Source);
        YamlLines.Text(yaml, "note", article.Note);
        YamlLines.Text(yaml, "short-title", article.ShortTitle);
        YamlLines.Text(yaml, "mark", article.Mark);
    }
}
