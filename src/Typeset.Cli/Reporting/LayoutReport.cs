using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Typeset.Core;
using Typeset.Layout.Pagination;

namespace Typeset.Cli.Reporting;

/// <summary>How a booklet was laid out: its pages with their lines, its contents and articles, what was said of it and how long it took.</summary>
internal sealed class LayoutReport(string booklet, BookletResult result, ImmutableArray<Diagnostic> diagnostics, Terminal terminal)
{
    /// <summary>For programs: everything.</summary>
    public string ToJson()
    {
        var json = JsonText.Object();
        json.Writer.WriteString("booklet", booklet);
        if (result.Layout is { } layout)
        {
            WriteArray(json.Writer, "pages", Enumerable.Range(0, layout.Paged.Pages.Length).Select(layout.Report), Write);
            WriteArray(json.Writer, "contents", layout.Contents, Write);
            WriteArray(json.Writer, "articles", layout.Articles, Write);
        }

        json.WriteDiagnostics(diagnostics, terminal.Language);
        json.WriteTimes(result.Times);
        json.Writer.WriteEndObject();
        return json.Close() + "\n";
    }

    /// <summary>For people: diagnostics, the contents, and the lines page by page.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        var rendering = DiagnosticText.For(terminal);
        foreach (var diagnostic in diagnostics) text.Append(rendering.Render(diagnostic));
        if (result.Layout is not { } layout) return text.ToString();
        foreach (var entry in layout.Contents) text.Append(' ', 2 * (entry.Level - 1)).Append(entry.Title).Append(" … ").Append(entry.Number).Append('\n');
        for (var i = 0; i < layout.Paged.Pages.Length; i++) Append(text, layout.Report(i));
        return text.ToString();
    }

    private static void Append(StringBuilder text, PageReport page)
    {
        text.Append($"\n[{page.Index + 1}] {page.Kind} {page.Label} {page.ArticleId}".TrimEnd()).Append('\n');
        foreach (var line in page.Lines) text.Append("  ").Append(TerminalColumns.Harmless(line)).Append('\n');
    }

    private static void WriteArray<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, PageReport page)
    {
        writer.WriteNumber("page", page.Index + 1);
        writer.WriteString("label", page.Label);
        writer.WriteString("kind", JsonNamingPolicy.KebabCaseLower.ConvertName(page.Kind.ToString()));
        if (page.ArticleId.Length > 0) writer.WriteString("article", page.ArticleId);
        writer.WriteStartArray("lines");
        foreach (var line in page.Lines) writer.WriteStringValue(line);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, ContentsEntry entry)
    {
        writer.WriteNumber("level", entry.Level);
        writer.WriteString("title", entry.Title);
        writer.WriteString("number", entry.Number);
        writer.WriteNumber("page", entry.PageIndex + 1);
    }

    private static void Write(Utf8JsonWriter writer, ArticleReport article)
    {
        writer.WriteString("id", article.Id);
        writer.WriteString("title", article.Title);
        writer.WriteNumber("firstPage", article.FirstPage + 1);
        writer.WriteNumber("lastPage", article.LastPage + 1);
        writer.WriteNumber("tighteningPoints", article.Tightening.Points);
    }
}
