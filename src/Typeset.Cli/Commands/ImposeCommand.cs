using System.CommandLine;
using Typeset.Cli.Files;
using Typeset.Cli.Reporting;
using Typeset.Core.Messages;

namespace Typeset.Cli.Commands;

/// <summary><c>typeset impose</c>: booklets onto press sheets.</summary>
internal static class ImposeCommand
{
    public static Command Create(Terminal terminal)
    {
        var booklets = new Argument<string[]>("booklet") { Arity = ArgumentArity.OneOrMore, Description = terminal.Say("小册子文件夹，含有小册子的文件夹，或稿件（txt、md、html、docx，合成一册）", "a booklet's folder, a folder of booklets, or raw manuscripts (txt, md, html, docx; they become one booklet)") }.NotAnOption(terminal);
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
        var import = new ImportOptionSet(terminal);
        import.AddTo(command);
        command.SetAction(parsed =>
        {
            var setup = shared.Read(parsed) with { Pdf = pdf.Read(parsed), Missing = missing.Read(parsed) };
            var arguments = parsed.GetValue(booklets)!;
            if (Array.Find(arguments, IsPdf) is { } made) throw new HostException(ImpositionMessages.GivenPdf.Anywhere(made), ExitCode.Usage);
            var request = new ImposeRequest(BookletInput.Of([.. arguments], import.Read(parsed), setup.Style), parsed.GetValue(output)!, sheets.Read(parsed), setup)
            {
                IsDryRun = parsed.GetValue(dryRun), Pictures = parsed.GetValue(pictures), AsJson = parsed.GetValue(json),
            };
            using var interruption = new Interruption();
            return new BookletImposition(request, terminal).Run(interruption.Token);
        });
        return command;
    }

    private static bool IsPdf(string argument) => File.Exists(argument) && Path.GetExtension(argument).Equals(".pdf", StringComparison.OrdinalIgnoreCase);
}
