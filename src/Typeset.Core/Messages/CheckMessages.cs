namespace Typeset.Core.Messages;

/// <summary>TS805x: the command line of checks.</summary>
public static class CheckMessages
{
    public static readonly MessageTemplate UnknownProfile = new(
        "TS8050", Severity.Error,
        "There is no list of clauses “{0}”.",
        "没有条款表“{0}”。",
        "Known: {1}; or name a .json file of your own.",
        "现有：{1}；也可写自己的 .json 文件。");

    public static readonly MessageTemplate BadProfile = new(
        "TS8051", Severity.Error,
        "{0} is no list of clauses: {1}",
        "{0} 不是条款表：{1}",
        "docs/preflight.md describes the format.",
        "格式见 docs/preflight.zh-CN.md。");

    public static readonly MessageTemplate NotAPdfKind = new(
        "TS8052", Severity.Error,
        "“{0}” is no kind of PDF file that can be written.",
        "“{0}”不是可输出的 PDF 种类。",
        "Known kinds: `typeset build --help`.",
        "种类见 `typeset build --help`。");

    public static readonly MessageTemplate NotASize = new(
        "TS8053", Severity.Error,
        "“{0}” is no size of a page.",
        "“{0}”不是页面尺寸。",
        "Write width and height in millimetres: 148x210.",
        "请写宽和高（毫米）：148x210。");
}
