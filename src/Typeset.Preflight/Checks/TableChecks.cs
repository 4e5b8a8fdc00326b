using Typeset.Preflight.Reading;
using M = Typeset.Core.Messages.FindingMessages;

namespace Typeset.Preflight.Checks;

/// <summary>How the parts of tables, lists and contents are put together (ISO 32000-1 §14.8.4.3, the rules of veraPDF for ISO 14289-1 §7.2).</summary>
internal static class TableChecks
{
    public static void AddTo(Dictionary<string, Delegate> checks)
    {
        checks["table-sections"] = (ElementCheck)Sections;
        checks["table-grid"] = (ElementCheck)Grid;
        checks["captions"] = (ElementCheck)Captions;
    }

    /// <summary>One head, one foot, bodies where there is either, and only rows in them.</summary>
    private static void Sections(ElementView view, ClauseFindings found)
    {
        if (view.Role is "THead" or "TBody" or "TFoot")
        {
            foreach (var kid in view.KidRoles.Where(static kid => kid != "TR")) found.At(view.Place, M.StructureParent, kid, view.Role);
        }

        if (view.Role != "Table") return;
        var (heads, feet) = (Count("THead"), Count("TFoot"));
        foreach (var (part, count) in ((string, int)[])[("THead", heads), ("TFoot", feet)])
        {
            if (count > 1) found.At(view.Place, M.OverLimit, "Table", $"{count} {part}", "1");
        }

        if (heads + feet > 0 && Count("TBody") == 0) found.At(view.Place, M.Missing, "TBody");

        int Count(string role) => view.KidRoles.Count(kid => kid == role);
    }

    /// <summary>Of a table the caption comes first or last, of a list or contents first; there is one at the most.</summary>
    private static void Captions(ElementView view, ClauseFindings found)
    {
        if (view.Role is not ("Table" or "L" or "TOC")) return;
        var places = view.KidRoles.Select(static (role, i) => (role, i)).Where(static kid => kid.role == "Caption").Select(static kid => kid.i).ToArray();
        var isRight = places.Length == 0 || (places.Length == 1 && (places[0] == 0 || (view.Role == "Table" && places[0] == view.KidRoles.Count - 1)));
        if (!isRight) found.At(view.Place, M.StructureParent, $"Caption ({string.Join(", ", places.Select(static i => i + 1))})", view.Role);
    }

    /// <summary>Every row fills every column, spans counted, and no cell lies on another.</summary>
    private static void Grid(ElementView view, ClauseFindings found)
    {
        if (view.Role == "Table" && TableGrid.ProblemOf(view) is { } problem) found.At(view.Place, M.TableGrid, problem);
    }
}

/// <summary>The cells of a table laid out in rows and columns.</summary>
internal static class TableGrid
{
    /// <summary>Tables of more columns or rows than this are not laid out.</summary>
    private const int Most = 10_000;

    /// <summary>What does not fit; null where all does.</summary>
    public static string? ProblemOf(ElementView table)
    {
        var roles = new StructureWalker(table.Document);
        var rows = RowsOf(table.Element, roles).Select(row => Cells(row, roles).ToArray()).ToArray();
        if (rows.Length is 0 or > Most) return null;
        var columns = rows[0].Sum(static cell => (long)cell.Columns);
        if (columns is 0 or > Most) return columns == 0 ? "TR 1: 0" : null;
        var open = new int[columns];
        for (var row = 0; row < rows.Length; row++)
        {
            if (Lay(rows[row], open) is { } problem) return $"TR {row + 1}: {problem}";
            for (var column = 0; column < columns; column++) open[column]--;
        }

        return Array.Exists(open, static left => left > 0) ? $"TR {rows.Length}: RowSpan" : null;
    }

    /// <summary>Lays a row over the columns; <paramref name="open"/> tells how many rows more the cells above reach down.</summary>
    private static string? Lay((int Rows, int Columns)[] cells, int[] open)
    {
        var column = 0;
        foreach (var cell in cells)
        {
            while (column < open.Length && open[column] > 0) column++;
            if (column + cell.Columns > open.Length) return $"> {open.Length}";
            for (var i = 0; i < cell.Columns; i++, column++)
            {
                if (open[column] > 0) return "TD × TD";
                open[column] = cell.Rows;
            }
        }

        while (column < open.Length && open[column] > 0) column++;
        return column < open.Length ? $"{column} < {open.Length}" : null;
    }

    private static IEnumerable<PdfObject> RowsOf(PdfObject element, StructureWalker roles)
    {
        foreach (var kid in Kids(element))
        {
            var role = RoleOf(kid, roles);
            if (role == "TR") yield return kid;
            if (role is not ("THead" or "TBody" or "TFoot")) continue;
            foreach (var row in Kids(kid).Where(row => RoleOf(row, roles) == "TR")) yield return row;
        }
    }

    private static IEnumerable<(int Rows, int Columns)> Cells(PdfObject row, StructureWalker roles) =>
        Kids(row).Where(cell => RoleOf(cell, roles) is "TD" or "TH").Select(static cell => (Span(cell, "RowSpan"), Span(cell, "ColSpan")));

    private static int Span(PdfObject cell, string key)
    {
        var attributes = cell["A"] is PdfArray list ? list.Select() : [cell["A"]];
        return Math.Clamp(attributes.Where(static a => a["O"].AsName == "Table").Select(a => a[key].AsInteger).OfType<int>().FirstOrDefault(1), 1, Most);
    }

    private static string RoleOf(PdfObject element, StructureWalker roles) => element["S"].AsName is { } role ? roles.StandardOf(role).Role : "";

    private static IEnumerable<PdfObject> Kids(PdfObject element) => element["K"] is PdfArray array ? array.Select() : [element["K"]];
}
