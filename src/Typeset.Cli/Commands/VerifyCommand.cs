using System.CommandLine;
using System.Text.Json;
using Typeset.Batch.Files;
using Typeset.Batch.Store;
using Typeset.Cli.Reporting;

namespace Typeset.Cli.Commands;

/// <summary><c>typeset verify</c>: whether a folder of outputs is what its manifest says.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var output = new Argument<string>("out") { Description = terminal.Say("rebuild 写出的文件夹", "a folder that rebuild wrote") }.NotAnOption(terminal);
        var json = new Option<bool>("--json") { Description = terminal.Say("以 JSON 报告结果", "report as JSON") };
        var command = new Command("verify", terminal.Say("按清单逐一核对输出文件", "holds outputs to their manifest")) { output, json };
        command.SetAction(parsed => Verify(parsed.GetValue(output)!, parsed.GetValue(json), terminal));
        return command;
    }

    private static int Verify(string output, bool asJson, Terminal terminal)
    {
        using var interruption = new Interruption();
        using var progress = WorkProgress.Begin(terminal, output);
        var verification = Verification.Of(new OutputRoot(output), interruption.Token);
        if (asJson) WriteJson(verification, terminal);
        else WriteText(verification, terminal);
        return verification.Deviations.IsEmpty ? ExitCode.Ok : ExitCode.BookletErrors;
    }

    private static void WriteText(Verification verification, Terminal terminal)
    {
        foreach (var (deviation, path) in verification.Deviations) terminal.Output.WriteLine($"{Name(deviation, terminal)}  {TerminalColumns.Harmless(path)}");
        var count = verification.Deviations.Length;
        terminal.Error.WriteLine(terminal.Say(
            $"核对 {verification.Files} 个文件：" + (count == 0 ? "全部相符。" : $"{count} 处不符。"),
            $"{verification.Files} files held to the manifest: " + (count == 0 ? "all as it says." : $"{count} are not as it says.")));
        if (count > 0 && verification.IsUnfinished) terminal.Error.WriteLine(terminal.Say("有重建任务在进行或曾被中断，请再执行一次 rebuild 后核对。", "A rebuild is at work here or was cut off: rebuild again, then verify."));
    }

    private static void WriteJson(Verification verification, Terminal terminal)
    {
        var json = JsonText.Object();
        json.Writer.WriteNumber("files", verification.Files);
        json.Writer.WriteBoolean("unfinished", verification.IsUnfinished);
        foreach (var deviation in Enum.GetValues<Deviation>())
        {
            json.Writer.WriteStartArray(JsonNamingPolicy.CamelCase.ConvertName(deviation.ToString()));
            foreach (var found in verification.Deviations.Where(found => found.Deviation == deviation)) json.Writer.WriteStringValue(found.Path);
            json.Writer.WriteEndArray();
        }

        json.Writer.WriteEndObject();
        terminal.Output.WriteLine(json.Close());
    }

    private static string Name(Deviation deviation, Terminal terminal) => deviation switch
    {
        Deviation.Missing => terminal.Say("缺少", "missing"),
        Deviation.Changed => terminal.Say("改动", "changed"),
        _ => terminal.Say("多出", "foreign"),
    };
}
