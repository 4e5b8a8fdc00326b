using System.Globalization;
using System.Text;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Tests;

/// <summary>Raw manuscripts as text: a line a unit, hints in brackets.</summary>
internal static class RawDump
{
    public static string Of(RawManuscript? manuscript, DiagnosticBag diagnostics)
    {
        var dump = new StringBuilder();
        foreach (var unit in manuscript?.Units ?? []) Unit(dump, unit);
        for (var i = 0; i < manuscript?.Footnotes.Length; i++) dump.Append(CultureInfo.InvariantCulture, $"note {i}: {string.Join(" / ", manuscript.Footnotes[i].Paragraphs.Select(static paragraph => ModelDump.Of(paragraph.Text)))}\n");
        foreach (var item in diagnostics.Sorted()) dump.Append($"! {item.Id} {item.Message(Language.English)}\n");
        return dump.ToString();
    }

    private static void Unit(StringBuilder dump, RawUnit unit)
    {
        switch (unit)
        {
            case RawParagraph paragraph:
                Hold(paragraph.Text);
                dump.Append($"{Hints(paragraph.Hints)}{ModelDump.Of(paragraph.Text)}\n");
                break;
            case RawBlock { Block: var block }: dump.Append(ModelDump.Of(Placeless.Of(new Article { Id = "", Title = [], Blocks = [block] })).Replace("title: \n", "", StringComparison.Ordinal)); break;
            case RawPageBreak: dump.Append("page break\n"); break;
            case RawLine line: dump.Append($"line {line.Text}\n"); break;
        }
    }

    /// <summary>Every run stands in the extracted text where it says.</summary>
    private static void Hold(RichText text)
    {
        foreach (var run in text.Runs.Where(static run => run.Verbatim)) Assert.Equal(run.Span.Source!.Text[run.Span.Start..run.Span.End], text.Text[run.Start..run.End]);
    }

    private static string Hints(RawHints hints)
    {
        var said = new List<string>();
        if (hints.Role is { } role) said.Add(Corrections.NameOf(role));
        if (!string.IsNullOrEmpty(hints.Style)) said.Add("style=" + hints.Style);
        if (hints.OutlineLevel is { } level) said.Add(string.Create(CultureInfo.InvariantCulture, $"level={level}"));
        if (hints.Number is { } number) said.Add("number=" + number);
        if (hints.Alignment is { } alignment) said.Add(alignment.ToString());
        if (hints.Bold) said.Add("bold");
        if (hints.Size is { } size) said.Add(string.Create(CultureInfo.InvariantCulture, $"{size}pt"));
        if (hints.FirstLineIndent is { } indent) said.Add(string.Create(CultureInfo.InvariantCulture, $"indent={indent}"));
        if (hints.PageBreakBefore) said.Add("new page");
        if (hints.IsWhole) said.Add("whole");
        return said.Count == 0 ? "" : $"[{string.Join(' ', said)}] ";
    }
}
