namespace Typeset.Core.Messages;

/// <summary>TS80xx: PDF files that cannot be read, or not whole.</summary>
public static class PreflightMessages
{
    public static readonly MessageTemplate NotPdf = new(
        "TS8001", Severity.Error,
        "This is not a PDF file: it does not begin with %PDF-.",
        "这不是 PDF 文件：开头没有 %PDF-。",
        "Name a PDF file or a booklet's folder.",
        "请指定 PDF 文件或小册子文件夹。");

    public static readonly MessageTemplate Encrypted = new(
        "TS8002", Severity.Error,
        "The file is encrypted; neither press nor archive takes it, and it cannot be checked.",
        "文件已加密；印厂和档案馆都不接受，也无法检查。",
        "Write it again without a password and without restrictions.",
        "请重新输出，不设口令，也不设权限。");

    public static readonly MessageTemplate BrokenCrossReferences = new(
        "TS8003", Severity.Error,
        "The list of objects is broken at byte {0}: {1}. The file is not guessed at.",
        "对象索引在第 {0} 字节处损坏：{1}。不作猜测性修复。",
        "Fetch or write the file again; it may have been cut on its way.",
        "请重新获取或输出该文件，它可能在传送中被截断。");

    public static readonly MessageTemplate DamagedObject = new(
        "TS8004", Severity.Error,
        "An object at byte or number {0} is damaged: {1}.",
        "对象（字节或编号 {0}）损坏：{1}。",
        "Write the file again.",
        "请重新输出该文件。");

    public static readonly MessageTemplate DamagedStream = new(
        "TS8005", Severity.Error,
        "Data packed with {0} are damaged.",
        "以 {0} 压缩的数据已损坏。",
        "Write the file again.",
        "请重新输出该文件。");

    public static readonly MessageTemplate UnknownFilter = new(
        "TS8006", Severity.Error,
        "Data packed with {0} cannot be read here.",
        "无法读取以 {0} 压缩的数据。",
        "Write the file with FlateDecode.",
        "请改用 FlateDecode 输出。");

    public static readonly MessageTemplate TooMuch = new(
        "TS8007", Severity.Error,
        "The file asks for too much: {0}. No real file does; it may be made to harm.",
        "文件超出限度：{0}。正常文件不会如此，可能是恶意文件。",
        "Do not open it elsewhere; ask where it came from.",
        "请勿用其他程序打开，并查明来源。");

    public static readonly MessageTemplate BrokenPageTree = new(
        "TS8008", Severity.Error,
        "The tree of pages is broken or leads back to itself.",
        "页面树损坏或循环。",
        "Write the file again.",
        "请重新输出该文件。");
}
