using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Typeset.Comparison;

namespace Typeset.Cli.Reporting;

/// <summary>What a document and a PDF share, and where they part.</summary>
internal sealed class ComparisonReport(RenderingComparison comparison, Terminal terminal)
{
    /// <summary>Prints it for people, with so many differences at most (0 for all), or whole as JSON.</summary>
    public void Print(bool asJson, int limit)
    {
        if (asJson) terminal.Output.WriteLine(ToJson());
        else PrintText(limit > 0 ? limit : int.MaxValue);
    }

    private void PrintText(int limit)
    {
        foreach (var difference in comparison.Differences.Take(limit)) Print(difference);
        if (comparison.Differences.Length > limit) Say($"……另有 {comparison.Differences.Length - limit} 处", $"… and {comparison.Differences.Length - limit} more");
        PrintPages("内容不同的页", "pages that differ", comparison.PagesThatDiffer);
        PrintPages("书眉、页码不同的页", "pages whose running heads or folios differ", comparison.FurnitureThatDiffers);
        Say($"行 {comparison.Lines} 相同，页 {comparison.Pages}，书眉页码 {comparison.Furniture}，目录 {comparison.Contents}",
            $"lines {comparison.Lines} the same, pages {comparison.Pages}, running heads and folios {comparison.Furniture}, contents {comparison.Contents}");
    }

    private void Print(Difference difference)
    {
        Say($"PDF 第 {difference.ExpectedPage} 面，DOCX 第 {difference.ActualPage} 面：", $"PDF page {difference.ExpectedPage}, DOCX page {difference.ActualPage}:");
        if (difference.Before.Length > 0) PrintLine("    ", difference.Before);
        foreach (var line in difference.Expected) PrintLine("  − ", line);
        foreach (var line in difference.Actual) PrintLine("  + ", line);
    }

    private void PrintPages(string chinese, string english, ImmutableArray<int> pages)
    {
        if (!pages.IsEmpty) PrintLine("", $"{terminal.Say(chinese, english)}{terminal.Say("：", ": ")}{string.Join(", ", pages.Select(static page => page.ToString(CultureInfo.InvariantCulture)))}");
    }

    private void Say(string chinese, string english) => PrintLine("", terminal.Say(chinese, english));

    private void PrintLine(string mark, string text) => terminal.Output.WriteLine(mark + TerminalColumns.Harmless(text));

    private string ToJson()
    {
        var json = JsonText.Object();
        json.Writer.WriteBoolean("same", comparison.IsSame);
        Write(json.Writer, "lines", comparison.Lines);
        Write(json.Writer, "pages", comparison.Pages);
        Write(json.Writer, "furniture", comparison.Furniture);
        Write(json.Writer, "contents", comparison.Contents);
        Write(json.Writer, "pagesThatDiffer", comparison.PagesThatDiffer);
        Write(json.Writer, "furnitureThatDiffers", comparison.FurnitureThatDiffers);
        json.Writer.WriteStartArray("differences");
        foreach (var difference in comparison.Differences) Write(json.Writer, difference);
        json.Writer.WriteEndArray();
        json.Writer.WriteEndObject();
        return json.Close();
    }

    private static void Write(Utf8JsonWriter writer, string name, Agreement agreement)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("same", agreement.Same);
        writer.WriteNumber("total", agreement.Total);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, ImmutableArray<int> pages)
    {
        writer.WriteStartArray(name);
        foreach (var page in pages) writer.WriteNumberValue(page);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Difference difference)
    {
        writer.WriteStartObject();
        writer.WriteNumber("pdfPage", difference.ExpectedPage);
        writer.WriteNumber("docxPage", difference.ActualPage);
        writer.WriteString("before", difference.Before);
        foreach (var (name, lines) in new[] { ("pdf", difference.Expected), ("docx", difference.Actual) })
        {
            writer.WriteStartArray(name);
            foreach (var line in lines) writer.WriteStringValue(line);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
