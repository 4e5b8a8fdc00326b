using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Typeset.Cli.Commands;
using Typeset.Core;
using Typeset.Pages.Imposition;

namespace Typeset.Cli.Reporting;

/// <summary>Tells of sheets: for people a few lines a booklet, for programs one JSON array.</summary>
internal sealed class ImposeReport(Terminal terminal, bool asJson)
{
    private readonly JsonText? _json = asJson ? JsonText.Array() : null;

    public void Add(ImposeOutcome outcome)
    {
        if (_json is not null) Write(_json, outcome);
        else Print(outcome);
    }

    public void Close()
    {
        if (_json is null) return;
        _json.Writer.WriteEndArray();
        terminal.Output.WriteLine(_json.Close());
    }

    private void Print(ImposeOutcome outcome)
    {
        var text = DiagnosticText.For(terminal);
        foreach (var diagnostic in outcome.Diagnostics) terminal.Error.Write(text.Render(diagnostic));
        if (outcome.Job is not { } job) return;
        terminal.Output.WriteLine($"{TerminalColumns.Harmless(outcome.Origin)}  {job.Options.Scheme.Name}  {SizeText.Of(job.Trim)}");
        foreach (var (chinese, english, value) in Facts(outcome, job)) terminal.Output.WriteLine("  " + terminal.Say($"{chinese}：{value}", $"{english}: {value}"));
        foreach (var file in outcome.Files) terminal.Output.WriteLine(TerminalColumns.Harmless(file));
    }

    private IEnumerable<(string Chinese, string English, string Value)> Facts(ImposeOutcome outcome, ImposedBooklet job)
    {
        yield return ("页数", "pages", terminal.Say($"{outcome.Pages}；内文 {job.InnerPages}，其中空白 {job.Blanks}", $"{outcome.Pages}; inside {job.InnerPages}, {job.Blanks} of them blank"));
        yield return ("印刷张数", "sheets", terminal.Say($"{job.Sheets.Count()}，{SizeText.Of(job.SheetSize)}，双面", $"{job.Sheets.Count()} of {SizeText.Of(job.SheetSize)}, both sides"));
        if (job.Options.Scheme is NUp) yield break;
        if (job.Options.Scheme is PerfectBound) yield return ("书帖", "signatures", string.Join(" + ", job.Signatures.Select(PagesOf)));
        if (PaperUse.Of(job.Trim, job.InnerPages) is { } use) yield return ("印张", "印张 (printed sheets)", $"{use.Pages} ÷ {use.Leaves} = {Thousandths(use.PrintedSheetThousandths)} ({use.FullSheet})");
        yield return ("纸", "paper", $"{job.Options.Paper.GramsPerSquareMetre} g/m² × {Thousandths(job.Options.Paper.BulkThousandths)} cm³/g = {Thickness(job.Options.Paper)}");
        yield return ("最大爬移", "greatest creep", SizeText.Of(job.MaximumCreep));
        yield return ("书脊", "spine", $"{job.InnerPages / 2} × {Thickness(job.Options.Paper)} = {SizeText.Of(job.Spine)}");
        if (job.Cover is not null) yield return ("封面", "cover", SizeText.Of(job.CoverSize));
    }

    private void Write(JsonText json, ImposeOutcome outcome)
    {
        var writer = json.Writer;
        writer.WriteStartObject();
        writer.WriteString("booklet", outcome.Origin);
        writer.WriteNumber("pages", outcome.Pages);
        if (outcome.Job is { } job) Write(writer, job);
        writer.WriteStartArray("files");
        foreach (var file in outcome.Files) writer.WriteStringValue(file);
        writer.WriteEndArray();
        json.WriteDiagnostics(outcome.Diagnostics, terminal.Language);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ImposedBooklet job)
    {
        writer.WriteString("scheme", job.Options.Scheme.Name);
        writer.WriteString("binding", job.Options.Binding == BindingEdge.Left ? "left" : "right");
        writer.WriteNumber("innerPages", job.InnerPages);
        writer.WriteNumber("blanks", job.Blanks);
        writer.WriteNumber("sheets", job.Sheets.Count());
        Write(writer, "sheetMillimetres", job.SheetSize);
        if (PaperUse.Of(job.Trim, job.InnerPages) is { } use)
        {
            writer.WriteString("fullSheet", use.FullSheet);
            writer.WriteNumber("leavesPerFullSheet", use.Leaves);
            writer.WriteNumber("printedSheets", use.PrintedSheetThousandths / 1000m);
        }

        writer.WriteNumber("caliperMillimetres", Millimetres(job.Options.Paper.Caliper));
        writer.WriteNumber("greatestCreepMillimetres", Millimetres(job.MaximumCreep));
        writer.WriteNumber("spineMillimetres", Millimetres(job.Spine));
        if (job.Cover is not null) Write(writer, "coverMillimetres", job.CoverSize);
        WriteSignatures(writer, job);
    }

    private static void WriteSignatures(Utf8JsonWriter writer, ImposedBooklet job)
    {
        writer.WriteStartArray("signatures");
        foreach (var signature in job.Signatures)
        {
            writer.WriteStartArray();
            foreach (var sheet in signature.Sheets)
            {
                writer.WriteStartObject();
                writer.WriteNumber("sheet", sheet.Number);
                Write(writer, sheet.Folds);
                Write(writer, "front", sheet.Front);
                Write(writer, "back", sheet.Back);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    /// <summary>Which part goes behind, and where the crease is, from the left edge or the top.</summary>
    private static void Write(Utf8JsonWriter writer, ImmutableArray<FoldStep> folds)
    {
        writer.WriteStartArray("folds");
        foreach (var fold in folds)
        {
            writer.WriteStartObject();
            writer.WriteString("behind", fold.Part switch { FoldedPart.Left => "left", FoldedPart.Right => "right", _ => "top" });
            writer.WriteNumber("atMillimetres", Millimetres(fold.At));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Pages from 1, row by row as they lie; null for a blank.</summary>
    private static void Write(Utf8JsonWriter writer, string name, SheetSide side)
    {
        writer.WriteStartArray(name);
        foreach (var page in side.Pages)
        {
            if (page.Page is { } index) writer.WriteNumberValue(index + 1);
            else writer.WriteNullValue();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, Size size)
    {
        writer.WriteStartArray(name);
        writer.WriteNumberValue(Millimetres(size.Width));
        writer.WriteNumberValue(Millimetres(size.Height));
        writer.WriteEndArray();
    }

    private static decimal Millimetres(Length length) => Math.Round((decimal)length.Millimetres, 3);

    private static string PagesOf(Signature signature) => signature.Sheets.Sum(static sheet => sheet.Front.Pages.Length + sheet.Back.Pages.Length).ToString(CultureInfo.InvariantCulture);

    private static string Thickness(PaperStock paper) => string.Create(CultureInfo.InvariantCulture, $"{paper.Caliper.Millimetres:0.####} mm");

    private static string Thousandths(int value) => (value / 1000m).ToString("0.###", CultureInfo.InvariantCulture);
}
