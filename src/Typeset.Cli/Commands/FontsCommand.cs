using System.CommandLine;
using Spectre.Console;
using Typeset.Cli.Files;
using Typeset.Cli.Reporting;
using Typeset.Core;

namespace Typeset.Cli.Commands;

/// <summary><c>typeset fonts</c>: the faces that can be had, and which characters of a text they lack.</summary>
internal static class FontsCommand
{
    public static Command Create(Terminal terminal)
    {
        var shared = new SharedOptions(terminal);
        shared.Fonts.Recursive = true;
        var list = new Command("list", terminal.Say("列出字体", "lists the faces"));
        list.SetAction(parsed => List(shared.Read(parsed), terminal));
        var text = new Argument<string>("text") { Description = terminal.Say("要检查的文字", "the text to look for") };
        var check = new Command("check", terminal.Say("检查各字体是否有这些字", "tells which characters of a text each face lacks")) { text };
        check.SetAction(parsed => Check(shared.Read(parsed), parsed.GetValue(text)!, terminal));
        var command = new Command("fonts", terminal.Say("现有的字体", "the faces there are")) { list, check, shared.Fonts };
        command.SetAction(parsed => List(shared.Read(parsed), terminal));
        return command;
    }

    private static int List(BookletSetup setup, Terminal terminal)
    {
        var diagnostics = new DiagnosticBag();
        var table = NewTable(terminal, "PostScript", terminal.Say("字族", "Family"), terminal.Say("字重", "Weight"), terminal.Say("字数", "Glyphs"), terminal.Say("轮廓", "Outlines"), terminal.Say("文件", "File"));
        foreach (var source in setup.Faces(diagnostics))
        {
            var face = FontFiles.Describe(source);
            table.AddRow([.. new[] { face.PostScriptName, face.Family, $"{face.Weight}", $"{face.GlyphCount}", face.IsCff ? "CFF" : "glyf", source.Path }.Select(Cell)]);
        }

        return Write(table, diagnostics, terminal);
    }

    private static int Check(BookletSetup setup, string text, Terminal terminal)
    {
        var diagnostics = new DiagnosticBag();
        var table = NewTable(terminal, "PostScript", terminal.Say("缺字", "Missing"));
        foreach (var source in setup.Faces(diagnostics))
        {
            var missing = FontFiles.Missing(source, text);
            table.AddRow(Cell(source.PostScriptName), Cell(missing.IsEmpty ? "—" : string.Join(' ', missing.Select(rune => $"{rune} U+{rune.Value:X4}"))));
        }

        return Write(table, diagnostics, terminal);
    }

    private static Table NewTable(Terminal terminal, params string[] columns)
    {
        var table = new Table().Border(TableBorder.None);
        foreach (var column in columns) table.AddColumn(new TableColumn(Cell(column)).NoWrap());
        return table;
    }

    private static Markup Cell(string text) => new(Markup.Escape(TerminalColumns.Harmless(text)));

    private static int Write(Table table, DiagnosticBag diagnostics, Terminal terminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Output), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = int.MaxValue / 4;
        console.Write(table);
        var problems = diagnostics.Sorted();
        foreach (var problem in problems) terminal.Error.Write(DiagnosticText.For(terminal).Render(problem));
        return problems.Any(problem => problem.Severity == Severity.Error) ? ExitCode.NoInput : ExitCode.Ok;
    }
}
