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
Console.WriteLine("| booklet | style | pins | lines | | pages | running heads, folios | contents |");
Console.WriteLine("| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |");
var totals = new Dictionary<bool, (int Same, int Lines, int SamePages, int Pages)>();
foreach (var row in new ParityRun(folder, TimeSpan.FromMinutes(10)).Run(cases)) Print(row);
foreach (var pinned in pins)
{
    if (totals.TryGetValue(pinned, out var t))
        Console.WriteLine($"| **all** | | {(pinned ? "on" : "off")} | {t.Same}/{t.Lines} | {Percent(t.Same, t.Lines)} | {t.SamePages}/{t.Pages} | | |");
}

return 0;

void Print(ParityRow row)
{
    var (one, comparison) = row;
    Console.WriteLine(
        $"| {one.Specimen.Name} | {one.Style} | {(one.Pins ? "on" : "off")} | {comparison.Lines} | {Percent(comparison.Lines.Same, comparison.Lines.Total)} "
        + $"| {comparison.Pages} | {comparison.Furniture} | {comparison.Contents} |");
    var t = totals.GetValueOrDefault(one.Pins);
    totals[one.Pins] = (t.Same + comparison.Lines.Same, t.Lines + comparison.Lines.Total, t.SamePages + comparison.Pages.Same, t.Pages + comparison.Pages.Total);
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

static string Percent(int same, int total) =>
    total == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(10000.0 * same / total) / 100:0.00} %");

string? Value(string option) => Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

string[] Words(string option) => Value(option)?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];
