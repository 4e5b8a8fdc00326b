using System.Globalization;
using System.Text;
using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Manuscripts.Tests;

/// <summary>The document model as text: one line a block, markup in braces, places as line:column.</summary>
internal static class ModelDump
{
    public static string Of(Booklet booklet)
    {
        var dump = new StringBuilder();
        Field(dump, "title", string.Join(" | ", booklet.Title));
        Field(dump, "subtitle", booklet.Subtitle);
        Field(dump, "series", booklet.Series);
        Field(dump, "issue", booklet.Issue);
        Field(dump, "date", booklet.Date);
        Field(dump, "issuer", string.Join(" | ", booklet.Issuer));
        Field(dump, "language", booklet.Language);
        Field(dump, "cover mark", booklet.Cover.Mark);
        Field(dump, "cover image", booklet.Cover.Image?.Name ?? "");
        Field(dump, "cover lines", string.Join(" | ", booklet.Cover.Lines));
        Field(dump, "contents", booklet.ContentsTitle);
        foreach (var part in booklet.Parts)
        {
            dump.Append($"part {part.Title}: ").AppendJoin(' ', part.Articles.Select(static article => article.Id)).Append('\n');
        }

        foreach (var line in booklet.Colophon) dump.Append($"colophon {line.Label}: {line.Value}\n");
        return dump.ToString();
    }

    public static string Of(Article article)
    {
        var dump = new StringBuilder();
        Field(dump, "mark", article.Mark);
        Field(dump, "title", string.Join(" | ", article.Title));
        Field(dump, "subtitle", article.Subtitle);
        Field(dump, "byline", article.Byline);
        Field(dump, "date", article.Date);
        Field(dump, "source", article.Source);
        Field(dump, "note", article.Note);
        Field(dump, "short title", article.ShortTitle);
        Blocks(dump, article.Blocks, "");
        for (var i = 0; i < article.Footnotes.Length; i++)
        {
            dump.Append(CultureInfo.InvariantCulture, $"note {i}{At(article.Footnotes[i].Span)}\n");
            Blocks(dump, [.. article.Footnotes[i].Paragraphs], "  ");
        }

        return dump.ToString();
    }

    public static string Of(DiagnosticBag diagnostics)
    {
        var dump = new StringBuilder();
        foreach (var item in diagnostics.Sorted())
        {
            dump.Append($"! {item.Span} {item.Id} {item.Severity.ToString().ToLowerInvariant()}: {item.Message(Language.English)}\n");
        }

        return dump.ToString();
    }

    public static string Of(RichText text)
    {
        var dump = new StringBuilder();
        foreach (var run in text.Runs) Run(dump, text, run);
        return dump.ToString();
    }

    private static void Blocks(StringBuilder dump, IReadOnlyList<Block> blocks, string indent)
    {
        foreach (var block in blocks)
        {
            dump.Append(indent);
            Block(dump, block, indent + "  ");
        }
    }

    private static void Block(StringBuilder dump, Block block, string indent)
    {
        var at = At(block.Span);
        switch (block)
        {
            case Paragraph paragraph: dump.Append($"{paragraph.Role}{at} {Of(paragraph.Text)}\n"); break;
            case Heading heading: dump.Append(CultureInfo.InvariantCulture, $"Heading{heading.Level}{at} {Of(heading.Text)}\n"); break;
            case Attachment attachment: dump.Append($"Attachment{at} [{attachment.Mark}] {Of(attachment.Title)}\n"); break;
            case Quote quote: dump.Append($"Quote{at}\n"); Blocks(dump, quote.Blocks, indent); break;
            case ListBlock list: List(dump, list, at, indent); break;
            case Figure figure: Figure(dump, figure, at); break;
            case Table table: Table(dump, table, at, indent); break;
            case PageBreak or ThematicBreak: dump.Append($"{block.GetType().Name}{at}\n"); break;
            default: throw new InvalidOperationException(block.GetType().Name);
        }
    }

    private static void List(StringBuilder dump, ListBlock list, string at, string indent)
    {
        dump.Append(CultureInfo.InvariantCulture, $"List{at} {(list.Ordered ? "ordered from " + list.Start : "unordered")}\n");
        foreach (var item in list.Items)
        {
            dump.Append($"{indent}item {item.Marker}\n");
            Blocks(dump, item.Blocks, indent + "  ");
        }
    }

    private static void Figure(StringBuilder dump, Figure figure, string at)
    {
        var image = figure.Image;
        dump.Append(CultureInfo.InvariantCulture, $"Figure{at} {image.Name} {image.Format} {image.PixelWidth}×{image.PixelHeight} {image.HorizontalPpi:0.#}ppi width={figure.WidthPercent} alt=“{figure.Alternative}” {Of(figure.Caption)}\n");
    }

    private static void Table(StringBuilder dump, Table table, string at, string indent)
    {
        dump.Append(CultureInfo.InvariantCulture, $"Table{at} {string.Join(' ', table.Columns)} header rows: {table.HeaderRows} caption: {Of(table.Caption)}\n");
        foreach (var row in table.Rows) dump.Append($"{indent}| {string.Join(" | ", row.Cells.Select(Of))} |\n");
    }

    private static void Run(StringBuilder dump, RichText text, InlineRun run)
    {
        var piece = text.Text[run.Start..run.End].Replace(RichText.LineBreak, '⏎');
        if (run.FootnoteIndex >= 0) piece = $"{{note {run.FootnoteIndex}}}";
        if (run.Format.HasFlag(InlineFormat.Code)) piece = $"{{code {piece}}}";
        if (run.Format.HasFlag(InlineFormat.Superscript)) piece = $"{{sup {piece}}}";
        if (run.Format.HasFlag(InlineFormat.Subscript)) piece = $"{{sub {piece}}}";
        if (run.Format.HasFlag(InlineFormat.Strong)) piece = $"{{strong {piece}}}";
        if (run.Format.HasFlag(InlineFormat.EmphasisDots)) piece = $"{{dots {piece}}}";
        if (run.LinkTarget is not null) piece = $"{{link {run.LinkTarget} {piece}}}";
        dump.Append(piece);
    }

    private static string At(SourceSpan span)
    {
        if (span.IsNone) return "";
        var (line, column) = span.Source!.PositionOf(span.Start);
        return string.Create(CultureInfo.InvariantCulture, $"@{line}:{column}");
    }

    private static void Field(StringBuilder dump, string name, string value)
    {
        if (value.Length > 0) dump.Append($"{name}: {value}\n");
    }
}
