using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Typeset.Documents;
using Typeset.Manuscripts.Markdown;

namespace Typeset.Manuscripts.Writing;

/// <summary>Writes blocks as Markdown, an empty line between them.</summary>
internal sealed class BlockWriter(FolderNames names)
{
    private const string Between = "\n\n";

    /// <summary>Stands between two lists or quotes, which would otherwise be one.</summary>
    private const string Comment = "<!-- -->";

    private readonly TextWriter _texts = new(names);

    public string Write(ImmutableArray<Block> blocks)
    {
        var text = new StringBuilder();
        Block? last = null;
        foreach (var block in blocks)
        {
            var written = Write(block);
            if (written.Length == 0) continue;
            if (last is not null) text.Append(Between);
            if (last is not null && Merges(last, block)) text.Append(Comment).Append(Between);
            text.Append(written);
            last = block;
        }

        return text.ToString();
    }

    /// <summary>A text of several lines with something before each line after the first, and nothing but that, less the space at its end, on empty ones.</summary>
    public static string Indent(string text, string indent)
    {
        if (!text.Contains('\n')) return text;
        var indented = new StringBuilder(text.Length * 2);
        foreach (var line in text.AsSpan().Split('\n'))
        {
            if (line.Start.Value > 0) indented.Append('\n').Append(line.Start.Value == line.End.Value ? indent.TrimEnd() : indent);
            indented.Append(text.AsSpan()[line]);
        }

        return indented.ToString();
    }

    private string Write(Block block) => block switch
    {
        Paragraph paragraph when CodeWriter.IsCode(paragraph) => CodeWriter.Write(paragraph),
        Paragraph paragraph => WithClass(_texts.Write(paragraph.Text, TextPlace.Paragraph), paragraph.Role),
        Heading heading => new string('#', heading.Level) + " " + _texts.Write(heading.Text, TextPlace.Heading),
        Attachment attachment => $"# {_texts.Write(attachment.Title, TextPlace.Heading)} {{.attachment mark={Quoted(attachment.Mark)}}}",
        ListBlock list => WriteList(list),
        Quote quote => "> " + Indent(Write(quote.Blocks), "> "),
        Figure figure => WriteFigure(figure),
        Table table => TableWriter.Write(table, _texts),
        PageBreak => PageBreakParser.Command,
        ThematicBreak => "***",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static bool Merges(Block last, Block next) =>
        (last, next) is (Quote, Quote) || (last is ListBlock first && next is ListBlock second && first.Ordered == second.Ordered);

    private static string WithClass(string text, ParagraphRole role) =>
        role == ParagraphRole.Body || text.Length == 0 ? text : $"{text} {{.{role.ToString().ToLowerInvariant()}}}";

    private string WriteList(ListBlock list)
    {
        var isTight = list.Items.All(static item => item.Blocks.Length < 2);
        var items = list.Items.Select((item, index) => WriteItem(list, item, index));
        return string.Join(isTight ? "\n" : Between, items);
    }

    private string WriteItem(ListBlock list, ListItem item, int index)
    {
        var mark = list.Ordered ? NumberOf(item.Marker) ?? string.Create(CultureInfo.InvariantCulture, $"{list.Start + index}.") : "-";
        var text = Write(item.Blocks);
        return text.Length == 0 ? mark : mark + " " + Indent(text, new string(' ', mark.Length + 1));
    }

    /// <summary>A marker as Markdown has it, or null.</summary>
    private static string? NumberOf(string marker) =>
        marker.Length is >= 2 and <= 10 && marker[^1] is '.' or ')' && marker.AsSpan(0, marker.Length - 1).IndexOfAnyExceptInRange('0', '9') < 0 ? marker : null;

    private string WriteFigure(Figure figure)
    {
        var attributes = new List<string>();
        if (figure.Alternative != figure.Caption.Text) attributes.Add($"alt={Quoted(figure.Alternative)}");
        if (figure.WidthPercent is { } width) attributes.Add(string.Create(CultureInfo.InvariantCulture, $"width={width}%"));
        var image = $"![{_texts.Write(figure.Caption, TextPlace.Caption)}]({TextWriter.Target(names.PathOf(figure.Image))})";
        return attributes.Count == 0 ? image : $"{image}{{{string.Join(' ', attributes)}}}";
    }

    /// <summary>An attribute's value.</summary>
    private static string Quoted(string value) =>
        "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("{", "\\{", StringComparison.Ordinal) + "\"";
}
