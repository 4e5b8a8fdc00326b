using System.CommandLine;
using Typeset.Cli.Files;
using Typeset.Cli.Reporting;

namespace Typeset.Cli.Commands;

/// <summary><c>typeset impose</c>: booklets onto press sheets.</summary>
internal static class ImposeCommand
{
    public static Command Create(Terminal terminal)
    {
        var booklets = new Argument<string[]>("booklet") { Arity = ArgumentArity.OneOrMore, Description = terminal.Say("小册子文件夹，或含有小册子的文件夹", "a booklet's folder, or a folder of booklets") }.NotAnOption(terminal);
        var output = new Option<string>("--output", "-o") { HelpName = "OUT", DefaultValueFactory = _ => "out", Description = terminal.Say("输出文件夹；只有一册时也可以是 .pdf 文件名", "the folder to write to, or a .pdf file for one booklet") };
        var dryRun = new Option<bool>("--dry-run", "-n") { Description = terminal.Say("只报告张数、空白、印张、爬移、书脊，不写 PDF", "only reports sheets, blanks, 印张, creep and spine; writes no PDF") };
        var pictures = new Option<string>("--svg") { HelpName = "DIR", Description = terminal.Say("把每面的示意图写入此文件夹", "a folder for a picture of every side") };
        var json = new Option<bool>("--json") { Description = terminal.Say("以 JSON 报告结果", "report as JSON") };
        var sheets = new ImposeOptions(terminal);
        var shared = new SharedOptions(terminal);
        var command = new Command("impose", terminal.Say("把小册子拼成印张", "lays booklets on press sheets")) { booklets, output, dryRun, pictures, json };
        sheets.AddTo(command);
        shared.AddTo(command);
        var pdf = new PdfOptionSet(terminal);
        pdf.AddToSheets(command);
        var missing = new MissingOption(terminal);
        command.Add(missing);
        command.SetAction(parsed =>
        {
            var folders = parsed.GetValue(booklets)!.SelectMany(argument => BookletFolder.Find(argument)).DistinctBy(Path.GetFullPath);
            var request = new ImposeRequest([.. folders], parsed.GetValue(output)!, sheets.Read(parsed), shared.Read(parsed) with { Pdf = pdf.Read(parsed), Missing = missing.Read(parsed) })
            {
                IsDryRun = parsed.GetValue(dryRun), Pictures = parsed.GetValue(pictures), AsJson = parsed.GetValue(json),
            };
            using var interruption = new Interruption();
            return new BookletImposition(request, terminal).Run(interruption.Token);
        });
        return command;
    }
}
