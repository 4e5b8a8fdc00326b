using System.CommandLine;
using System.CommandLine.Parsing;
using Typeset.Cli.Files;
using Typeset.Cli.Reporting;
using Typeset.Core.Messages;

namespace Typeset.Cli.Commands;

/// <summary><c>typeset import</c>: raw manuscripts into a booklet's folder.</summary>
internal static class ImportCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("raw") { Arity = ArgumentArity.OneOrMore, Description = terminal.Say("稿件文件，或一文件夹稿件；合成一册", "files of manuscripts, or a folder of them; they become one booklet") }.NotAnOption(terminal);
        var output = new Option<string>("--output", "-o") { HelpName = "DIR", Required = true, Description = terminal.Say("写出的小册子文件夹", "the booklet's folder to write") };
        var style = new Option<string>("--style", "-s") { HelpName = "NAME", Description = terminal.Say("写入 booklet.yaml 的样式", "the style that booklet.yaml names") };
        var overwrite = new Option<bool>("--overwrite") { Description = terminal.Say("文件夹在上次导入后有过改动也写；改动过的文件留作 .bak", "write even where the folder was edited since the last import; edited files are kept as .bak") };
        var json = new Option<bool>("--json") { Description = terminal.Say("以 JSON 报告结果", "report as JSON") };
        var import = new ImportOptionSet(terminal);
        var command = new Command("import", terminal.Say("把稿件（文本、网页、Word）变成小册子文件夹", "makes a booklet's folder of raw manuscripts (text, web pages, Word)")) { files, output, style, overwrite, json };
        import.AddTo(command);
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            var request = new ImportRequest([.. parsed.GetValue(files)!], import.Read(parsed), StyleOf(parsed.GetValue(style)));
            return new FolderImport(request, terminal).Run(new ImportTarget(parsed.GetValue(output)!, parsed.GetValue(overwrite), parsed.GetValue(json)), interruption.Token);
        });
        return command;
    }

    private static string StyleOf(string? name) =>
        name is null || Installation.Find().Style(name) is not null ? name ?? "" : throw new HostException(HostMessages.UnknownStyle.Anywhere(name), ExitCode.NoInput);
}
