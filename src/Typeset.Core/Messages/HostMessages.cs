namespace Typeset.Core.Messages;

/// <summary>TS9xxx: what a host meets on its way to the files and back.</summary>
public static class HostMessages
{
    public static readonly MessageTemplate NoBooklet = new(
        "TS9001", Severity.Error,
        "{0} is no booklet and holds none: there is no booklet.yaml.",
        "{0} 不是小册子，里面也没有小册子：找不到 booklet.yaml。",
        "Give a folder with a booklet.yaml, or start one with `typeset new {0}`.",
        "请指定含有 booklet.yaml 的文件夹，或用 `typeset new {0}` 新建一个。");

    public static readonly MessageTemplate Unreadable = new(
        "TS9002", Severity.Error,
        "{0} cannot be read.",
        "{0} 无法读取。",
        "Look at the path and its permissions.",
        "请检查路径及其权限。");

    public static readonly MessageTemplate Unwritable = new(
        "TS9003", Severity.Error,
        "{0} cannot be written.",
        "{0} 无法写入。",
        "Look at the folder's permissions and the room on the disk, and close the file where another program holds it.",
        "请检查文件夹权限与磁盘空间；若文件正被其他程序打开，请先关闭。");

    public static readonly MessageTemplate SameOutput = new(
        "TS9004", Severity.Error,
        "{0} and {1} would both be written to {2}.",
        "{0} 与 {1} 将写到同一个文件 {2}。",
        "Build them one at a time, each with its own -o.",
        "请分别构建，各用自己的 -o。");

    public static readonly MessageTemplate NotEmpty = new(
        "TS9005", Severity.Error,
        "{0} holds files already; nothing was changed.",
        "{0} 中已有文件，未作任何改动。",
        "Give the name of a new folder.",
        "请指定一个新的文件夹名。");

    public static readonly MessageTemplate UnknownStyle = new(
        "TS9006", Severity.Error,
        "There is no style called {0}.",
        "没有名为 {0} 的样式。",
        "`typeset styles` lists the styles there are.",
        "用 `typeset styles` 查看现有样式。");

    public static readonly MessageTemplate NoFonts = new(
        "TS9007", Severity.Error,
        "There are no fonts in {0}.",
        "{0} 中没有字体。",
        "fonts/restore.sh restores the shipped ones; --fonts names a folder of yours.",
        "用 fonts/restore.sh 恢复随附字体，或用 --fonts 指定字体文件夹。");

    public static readonly MessageTemplate Interrupted = new(
        "TS9008", Severity.Note,
        "Interrupted; nothing half-done was left behind.",
        "已中断，未留下半成品。");

    public static readonly MessageTemplate Internal = new(
        "TS9009", Severity.Error,
        "The typesetter itself failed: {0}",
        "排版程序自身出错：{0}",
        "This is not your mistake. Please report it, with the booklet where you can.",
        "这不是您的错误，请报告此问题，方便时附上书稿。");

    public static readonly MessageTemplate NotADate = new(
        "TS9010", Severity.Error,
        "“{0}” is no date.",
        "“{0}”不是日期。",
        "Write it as 2026-05-01 or 2026-05-01T08:00:00+08:00.",
        "请写成 2026-05-01 或 2026-05-01T08:00:00+08:00。");

    public static readonly MessageTemplate NotAMeasure = new(
        "TS9011", Severity.Error,
        "“{0}” is no line measure.",
        "“{0}”不是有效的行长。",
        "Write a number of ems from 1 to 1000: 28em.",
        "请写 1 到 1000 之间的字数：28em。");

    public static readonly MessageTemplate UnknownStandard = new(
        "TS9012", Severity.Error,
        "{1} knows no “{0}”; it knows {2}.",
        "{1} 没有“{0}”，只有 {2}。");

    public static readonly MessageTemplate OutOfRange = new(
        "TS9013", Severity.Error,
        "{1} {0} is not in {2}.",
        "{1} {0} 不在 {2} 之内。");

    public static readonly MessageTemplate MoreOfAKind = new(
        "TS9014", Severity.Note,
        "{0} more of {1}, not listed.",
        "另有 {0} 条 {1}，未列出。");
}
