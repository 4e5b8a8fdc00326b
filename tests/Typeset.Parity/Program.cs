using System.Globalization;
using Typeset.Comparison;
using Typeset.Parity;

// Prints how many lines and pages of each booklet LibreOffice breaks where the PDF does, pins on and off:
// dotnet run -c Release --project tests/Typeset.Parity [-- --only NAME,… --styles NAME,… --pins on|off --folder DIR --differences N]
var only = Words("--only");
var styles = Words("--styles") is { Length: > 0 } asked ? asked : [.. Specimen.Styles()];
bool[] pins = Value("--pins") switch { "on" => [true], "off" => [false], _ => [true, false] };
var folder = Value("--folder") ?? Directory.CreateTempSubdirectory("typeset-parity-").FullName;
var shown = int.Parse(Value("--differences") ?? "0", CultureInfo.InvariantCulture);

var cases =
    from specimen in Specimen.All()
    where only.Length == 0 || only.Contains(specimen.Name)
    from style in styles
    from pinned in pins
    select new ParityCase(specimen, style, pinned);
var totals = new Totals();
Console.WriteLine($"| booklet | style |{string.Concat(pins.Select(static pinned => pinned ? " lines, pins on | | pages | running heads, folios | contents |" : " lines, pins off | | pages |"))}");
Console.WriteLine($"| --- | --- |{string.Concat(pins.Select(static pinned => pinned ? " ---: | ---: | ---: | ---: | ---: |" : " ---: | ---: | ---: |"))}");
foreach (var rows in new ParityRun(folder, TimeSpan.FromMinutes(10)).Run(cases).Chunk(pins.Length))
{
    Console.WriteLine($"| {rows[0].Case.Specimen.Name} | {rows[0].Case.Style} |{string.Concat(rows.Select(Cells))}");
    foreach (var row in rows) ShowDifferences(row);
}

Console.WriteLine($"| **all** | |{string.Concat(pins.Select(totals.CellsOf))}");
return 0;

string Cells(ParityRow row)
{
    totals.Add(row);
    var comparison = row.Comparison;
    var cells = $" {comparison.Lines} | {Totals.Percent(comparison.Lines)} | {comparison.Pages} |";
    return row.Case.Pins ? $"{cells} {comparison.Furniture} | {comparison.Contents} |" : cells;
}

void ShowDifferences(ParityRow row)
{
    var comparison = row.Comparison;
    foreach (var difference in comparison.Differences.Take(shown)) Show(difference);
    if (shown > 0 && !comparison.PagesThatDiffer.IsEmpty) Console.WriteLine($"  pages: {string.Join(' ', comparison.PagesThatDiffer)}");
    if (shown > 0 && !comparison.FurnitureThatDiffers.IsEmpty) Console.WriteLine($"  furniture: {string.Join(' ', comparison.FurnitureThatDiffers)}");
}

static void Show(Difference difference)
{
    Console.WriteLine($"  page {difference.ExpectedPage} / {difference.ActualPage}   {difference.Before}");
    foreach (var line in difference.Expected) Console.WriteLine("    - " + line);
    foreach (var line in difference.Actual) Console.WriteLine("    + " + line);
}

string? Value(string option) => Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

string[] Words(string option) => Value(option)?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];
