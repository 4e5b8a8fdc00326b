using Typeset.Core;

namespace Typeset.Cli.Reporting;

/// <summary>
/// The command-line parser's own sentences in Chinese. Its translations lie in satellite assemblies, which are not found where the
/// runtime knows no cultures; what is not listed here stays English.
/// </summary>
internal static class ParserWording
{
    /// <summary>How a complaint begins, and its Chinese with places for what stands between quotation marks in it.</summary>
    private static readonly (string Start, string Chinese)[] Complaints =
    [
        ("Required argument missing for option", "选项 {0} 缺少值。"),
        ("Required argument '", "命令 {1} 缺少参数 {0}。"),
        ("Required argument missing for command", "命令 {0} 缺少参数。"),
        ("Required command was not provided", "请指定命令。"),
        ("Unrecognized command or argument", "没有命令或参数 {0}。"),
        ("Option '", "选项 {0} 不可缺少，或给了太多值。"),
        ("Cannot parse argument '", "{1} 不接受 {0}。"),
        ("Argument '", "参数 {0} 的值 {1} 不可用。"),
    ];

    private static readonly (string English, string Chinese)[] Headings =
    [
        ("Description:\n", "说明：\n"), ("Usage:\n", "用法：\n"), ("Arguments:\n", "参数：\n"), ("Options:\n", "选项：\n"), ("Commands:\n", "命令：\n"),
        ("[command]", "[命令]"), ("[options]", "[选项]"), ("Show help and usage information", "显示帮助"), ("(REQUIRED)", "（必需）"), ("[default: ", "[缺省："),
    ];

    /// <summary>A complaint about a command line in a language.</summary>
    public static string Complaint(string english, Language language)
    {
        if (language != Language.Chinese) return english;
        var quoted = english.Split('\'').Where(static (_, i) => i % 2 == 1).ToArray();
        foreach (var (start, chinese) in Complaints)
        {
            if (!english.StartsWith(start, StringComparison.Ordinal)) continue;
            return quoted.Index().Aggregate(chinese, static (text, part) => text.Replace("{" + part.Index + "}", part.Item, StringComparison.Ordinal));
        }

        return english;
    }

    /// <summary>A page of help in a language.</summary>
    public static string Help(string english, Language language) =>
        language != Language.Chinese ? english : Headings.Aggregate(english.ReplaceLineEndings("\n"), static (text, heading) => text.Replace(heading.English, heading.Chinese, StringComparison.Ordinal));
}
