using System.Text;
using Typeset.Documents;

namespace Typeset.Manuscripts.Writing;

/// <summary>Writes <c>booklet.yaml</c>.</summary>
internal static class BookletFileWriter
{
    private const string UsualContentsTitle = "目录";
    private const string UsualLanguage = "zh-CN";

    public static string Write(Booklet booklet, string style, FolderNames names)
    {
        var yaml = new StringBuilder();
        YamlLines.Texts(yaml, "title", booklet.Title);
        YamlLines.Text(yaml, "subtitle", booklet.Subtitle);
        YamlLines.Text(yaml, "series", booklet.Series);
        YamlLines.Text(yaml, "issue", booklet.Issue);
        YamlLines.Text(yaml, "date", booklet.Date);
        YamlLines.Texts(yaml, "issuer", booklet.Issuer);
        YamlLines.Text(yaml, "style", style);
        if (booklet.Language != UsualLanguage) YamlLines.Text(yaml, "language", booklet.Language);
        WriteCover(yaml, booklet.Cover, names);
        if (booklet.ContentsTitle != UsualContentsTitle) yaml.Append("contents:\n  title: ").Append(YamlText.Of(booklet.ContentsTitle)).Append('\n');
        WriteParts(yaml, booklet, names);
        WriteColophon(yaml, booklet);
        return yaml.ToString();
    }

    private static void WriteCover(StringBuilder yaml, Cover cover, FolderNames names)
    {
        var inner = new StringBuilder();
        YamlLines.Text(inner, "mark", cover.Mark, "  ");
        if (cover.Image is { } image) YamlLines.Text(inner, "image", names.PathOf(image), "  ");
        YamlLines.Texts(inner, "lines", cover.Lines, "  ");
        if (inner.Length > 0) yaml.Append("cover:\n").Append(inner);
    }

    private static void WriteParts(StringBuilder yaml, Booklet booklet, FolderNames names)
    {
        if (booklet.Parts is [{ Title: "" } only])
        {
            WriteArticles(yaml, only, "", names);
            return;
        }

        yaml.Append("parts:\n");
        foreach (var part in booklet.Parts)
        {
            yaml.Append("  - title: ").Append(YamlText.Of(part.Title)).Append('\n');
            WriteArticles(yaml, part, "    ", names);
        }
    }

    private static void WriteArticles(StringBuilder yaml, Part part, string indent, FolderNames names)
    {
        yaml.Append(indent).Append(part.Articles.IsEmpty ? "articles: []\n" : "articles:\n");
        foreach (var article in part.Articles) yaml.Append(indent).Append("  - ").Append(YamlText.Of(names.PathOf(article))).Append('\n');
    }

    private static void WriteColophon(StringBuilder yaml, Booklet booklet)
    {
        if (!booklet.Colophon.IsEmpty) yaml.Append("colophon:\n");
        foreach (var line in booklet.Colophon)
        {
            yaml.Append("  - ");
            if (line.Label.Length > 0) yaml.Append(YamlText.Of(line.Label)).Append(": ");
            yaml.Append(YamlText.Of(line.Value)).Append('\n');
        }
    }
}

/// <summary>Keys with their values, left out where there is nothing to say.</summary>
internal static class YamlLines
{
    public static void Text(StringBuilder yaml, string key, string text, string indent = "")
    {
        if (text.Length > 0) yaml.Append(indent).Append(key).Append(": ").Append(YamlText.Of(text)).Append('\n');
    }

    /// <summary>One text, or a list of several.</summary>
    public static void Texts(StringBuilder yaml, string key, IReadOnlyList<string> texts, string indent = "")
    {
        if (texts.Count == 1) Text(yaml, key, texts[0], indent);
        if (texts.Count < 2) return;
        yaml.Append(indent).Append(key).Append(":\n");
        foreach (var text in texts) yaml.Append(indent).Append("  - ").Append(YamlText.Of(text)).Append('\n');
    }
}
