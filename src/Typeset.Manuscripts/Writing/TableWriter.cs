using System.Text;
using Typeset.Documents;

namespace Typeset.Manuscripts.Writing;

/// <summary>Writes pipe tables; a table without a head gets an empty one, which readers leave out.</summary>
internal static class TableWriter
{
    public static string Write(Table table, TextWriter texts)
    {
        var text = new StringBuilder();
        var hasHead = table.HeaderRows > 0 && table.Rows.Length > 0;
        AppendRow(text, hasHead ? table.Rows[0].Cells.Select(cell => texts.Write(cell, TextPlace.Cell)) : table.Columns.Select(static _ => ""));
        AppendRow(text, table.Columns.Select(Delimiter));
        for (var i = hasHead ? 1 : 0; i < table.Rows.Length; i++) AppendRow(text, table.Rows[i].Cells.Select(cell => texts.Write(cell, TextPlace.Cell)));
        if (!table.Caption.IsEmpty) text.Append("\n: ").Append(texts.Write(table.Caption, TextPlace.Caption)).Append('\n');
        return text.ToString(0, text.Length - 1);
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Delimiter(ColumnAlignment alignment) => alignment switch
    {
        ColumnAlignment.Center => ":---:",
        ColumnAlignment.End => "---:",
        _ => "---",
    };
}
