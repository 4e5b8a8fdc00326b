using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Typeset.Benchmarks;

/// <summary>
/// Turns a manuscript in neutral JSON (cover; articles with title lines, a date line and blocks <c>h</c> or <c>p</c>) into a booklet
/// folder, so that this program and others set the same text.
/// </summary>
internal static class VolumeMaker
{
    public const string UsualStyle = "xuexi-a4";

    public static void Make(string json, string folder, string style)
    {
        using var manuscript = JsonDocument.Parse(json);
        var articles = manuscript.RootElement.GetProperty("articles").EnumerateArray().ToArray();
        Directory.CreateDirectory(Path.Combine(folder, "articles"));
        File.WriteAllText(Path.Combine(folder, "booklet.yaml"), Manifest(manuscript.RootElement.GetProperty("cover"), articles.Length, style));
        for (var i = 0; i < articles.Length; i++) File.WriteAllText(Path.Combine(folder, ArticlePath(i)), Article(articles[i]));
    }

    private static string ArticlePath(int index) => string.Create(CultureInfo.InvariantCulture, $"articles/{index + 1:000}.md");

    private static string Manifest(JsonElement cover, int articles, string style)
    {
        var yaml = new StringBuilder();
        yaml.Append("title: ").Append(Quoted(Text(cover, "title"))).Append('\n');
        if (Text(cover, "subtitle") is { Length: > 0 } subtitle) yaml.Append("subtitle: ").Append(Quoted(subtitle)).Append('\n');
        if (Text(cover, "publisher") is { Length: > 0 } publisher) yaml.Append("issuer: ").Append(Quoted(publisher)).Append('\n');
        yaml.Append("style: ").Append(style).Append("\nlanguage: zh-CN\narticles:\n");
        for (var i = 0; i < articles; i++) yaml.Append("  - ").Append(ArticlePath(i)).Append('\n');
        return yaml.ToString();
    }

    private static string Article(JsonElement article)
    {
        var markdown = new StringBuilder("---\ntitle: [");
        markdown.AppendJoin(", ", article.GetProperty("titleLines").EnumerateArray().Select(line => Quoted(line.GetString()!))).Append("]\n");
        if (Text(article, "dateLine") is { Length: > 0 } date) markdown.Append("date: ").Append(Quoted(date)).Append('\n');
        markdown.Append("---\n");
        foreach (var block in article.GetProperty("blocks").EnumerateArray())
        {
            markdown.Append('\n').Append(Text(block, "t") == "h" ? "## " : "").Append(Escaped(Text(block, "text"))).Append('\n');
        }

        return markdown.ToString();
    }

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    /// <summary>A YAML double-quoted scalar; JSON's escapes are valid in one.</summary>
    private static string Quoted(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    /// <summary>The text as it stands, whatever in it would be Markdown: an ASCII mark may have a backslash before it.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '^' or '$' or '{' or '}' or '&' or '!') escaped.Append('\\');
            else if (text[i] is '.' or ')' && i > 0 && text.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0) escaped.Append('\\');
            else if (i == 0 && text[i] is '-' or '+' or '=' or ':') escaped.Append('\\');
            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }
}
