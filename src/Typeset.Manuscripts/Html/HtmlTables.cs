using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using Typeset.Documents;
using Typeset.Manuscripts.Raw.Drafts;

namespace Typeset.Manuscripts.Html;

/// <summary>Reads tables of data; tables that only lay out a page are read through.</summary>
internal static class HtmlTables
{
    /// <summary>A cell with more text than this is a part of a page.</summary>
    private const int LongestCell = 400;

    private const int MostColumns = 63;

    public static bool IsData(IElement table)
    {
        var rows = Rows(table).ToArray();
        return rows.Length > 1 && rows.Max(static row => Cells(row).Count()) > 1 && table.QuerySelector("table, h1, h2, h3, form") is null
            && rows.SelectMany(Cells).All(static cell => cell.TextContent.Trim().Length <= LongestCell);
    }

    public static void Add(IElement table, HtmlContext context)
    {
        var start = context.Draft.Position;
        var rows = Rows(table).Select(row => ReadRow(row, context)).Where(static row => row.Count > 0).ToList();
        var count = rows.Max(static row => row.Count);
        var placed = rows.Select(row => new TableRow([.. row.Select(context.Draft.Place), .. Enumerable.Repeat(RichText.Empty, count - row.Count)], default)).ToImmutableArray();
        var caption = table.Children.FirstOrDefault(static child => child.TagName == "CAPTION") is { } written ? context.Draft.Place(TextOf(written, context)) : RichText.Empty;
        var headers = Rows(table).First() is { } first && (first.ParentElement?.TagName == "THEAD" || Cells(first).All(static cell => cell.TagName == "TH")) ? 1 : 0;
        context.Draft.AddBlock(span => new Table([.. Enumerable.Repeat(ColumnAlignment.Start, count)], headers, placed, caption, span), start);
    }

    private static List<DraftText> ReadRow(IElement row, HtmlContext context)
    {
        var cells = new List<DraftText>();
        foreach (var cell in Cells(row))
        {
            cells.Add(TextOf(cell, context));
            var span = int.TryParse(cell.GetAttribute("colspan"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) ? Math.Clamp(columns, 1, MostColumns) : 1;
            for (var i = 1; i < span; i++) cells.Add(new DraftText());
        }

        return cells;
    }

    private static DraftText TextOf(IElement cell, HtmlContext context)
    {
        var inlines = new HtmlInlines(context);
        var text = new DraftText();
        foreach (var child in cell.ChildNodes)
        {
            if (!HtmlInlines.Are(child) && text.Length + inlines.Text.Length > 0) inlines.Text.Append(RichText.LineBreak.ToString());
            inlines.Read(child);
        }

        foreach (var part in inlines.Finished.Append(inlines.Text))
        {
            if (text.Length > 0) text.Append(RichText.LineBreak.ToString());
            text.Append(part);
        }

        text.TrimEnd();
        return text;
    }

    private static IEnumerable<IElement> Rows(IElement table) => table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table);

    private static IEnumerable<IElement> Cells(IElement row) => row.Children.Where(static child => child.TagName is "TD" or "TH");
}
