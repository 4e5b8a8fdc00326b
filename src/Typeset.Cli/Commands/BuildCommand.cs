using System.CommandLine;
using Typeset.Cli.Reporting;

namespace Typeset.Cli.Commands;

/// <summary><c>typeset build</c>: booklets into files.</summary>
internal static class BuildCommand
{
    public static Command Create(Terminal terminal)
    {
        var booklets = Booklets(terminal);
        var output = new Option<string>("--output", "-o") { HelpName = "OUT", Description = terminal.Say("输出文件夹；一册一种文件时也可以是文件名（缺省 out）", "the folder to write to, or a file for one booklet in one kind (default: out)") };
        var emit = new EmitOption(terminal);
        var json = new Option<bool>("--json") { Description = terminal.Say("以 JSON 报告结果", "report as JSON") };
        var watch = new Option<bool>("--watch", "-w") { Description = terminal.Say("文件改动后重新构建，直到 Ctrl-C", "build again when files change, until Ctrl-C") };
        var verbose = new Option<bool>("--verbose", "-v") { Description = terminal.Say("列出各阶段用时，以及 DOCX 中各字体的大小", "tell the time of each phase, and the size of each font in the DOCX") };
        var shared = new SharedOptions(terminal);
        var command = new Command("build", terminal.Say("把小册子排成文件", "typesets booklets into files")) { booklets, output, emit, json, watch, verbose };
        shared.AddTo(command);
        var pdf = new PdfOptionSet(terminal);
        pdf.AddTo(command);
        var twin = new TwinOptionSet(terminal);
        twin.AddTo(command);
        var missing = new MissingOption(terminal);
        command.Add(missing);
        var import = new ImportOptionSet(terminal);
        import.AddTo(command);
        command.SetAction(parsed =>
        {
            var request = new BuildRequest(
                [.. parsed.GetValue(booklets)!], parsed.GetValue(output) ?? "out", emit.Read(parsed), shared.Read(parsed) with { Pdf = pdf.Read(parsed), Docx = twin.Read(parsed), Missing = missing.Read(parsed) },
                new BuildReporting(parsed.GetValue(json), parsed.GetValue(verbose))) { Import = import.Read(parsed) };
            using var interruption = new Interruption();
            return parsed.GetValue(watch)
                ? new WatchedBuild(request, terminal).Run(interruption.Token)
                : new BookletBuild(request, terminal).Run(interruption.Token);
        });
        return command;
    }

    private static Argument<string[]> Booklets(Terminal terminal) => new Argument<string[]>("booklet")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = terminal.Say("小册子文件夹，含有小册子的文件夹，或稿件（txt、md、html、docx，合成一册）", "a booklet's folder, a folder of booklets, or raw manuscripts (txt, md, html, docx; they become one booklet)"),
    }.NotAnOption(terminal);
}
