namespace Typeset.Core.Messages;

/// <summary>TS52xx: the bytes of raw manuscripts; TS53xx: DOCX; TS54xx: web pages.</summary>
public static class ReadingMessages
{
    public static readonly MessageTemplate MixedEncodings = new(
        "TS5201", Severity.Error,
        "This line is in {0}, other lines of the file are in {1} (byte {2}).",
        "本行是 {0} 编码，文件的其他行是 {1}（第 {2} 个字节）。",
        "Texts of different origin were put together. Save each part as a file of its own, or convert all of it to UTF-8.",
        "文件由不同来源的文字拼成。请把各部分分别存为文件，或全部转为 UTF-8。");

    public static readonly MessageTemplate UndecodableLine = new(
        "TS5202", Severity.Error,
        "This line cannot be read as {0}: byte {1} of the file belongs to no character.",
        "本行无法按 {0} 读出：文件第 {1} 个字节不构成字符。",
        "Open the file in the program that it comes from and save it as UTF-8, or name its encoding with --encoding.",
        "请在原程序中打开并另存为 UTF-8，或用 --encoding 指明编码。");

    public static readonly MessageTemplate UnknownTextEncoding = new(
        "TS5203", Severity.Error,
        "The bytes of {0} are text in no encoding that is known.",
        "{0} 的字节不是任何已知编码的文字。",
        "Save it as UTF-8, or name its encoding with --encoding.",
        "请另存为 UTF-8，或用 --encoding 指明编码。");

    public static readonly MessageTemplate DoubtfulEncoding = new(
        "TS5204", Severity.Warning,
        "{0} was read as {1}, with a confidence of only {2}; it might be {3}.",
        "{0} 按 {1} 读出，把握只有 {2}；也可能是 {3}。",
        "Look at the text; if it is wrong, name the encoding with --encoding.",
        "请查看文字；如有误，用 --encoding 指明编码。");

    public static readonly MessageTemplate BinaryFile = new(
        "TS5205", Severity.Error,
        "{0} is not text: {1}.",
        "{0} 不是文本文件：{1}。",
        "Texts (txt, md), web pages (html) and Word files (docx) can be imported.",
        "可以导入文本（txt、md）、网页（html）和 Word 文件（docx）。");

    public static readonly MessageTemplate RawFileTooLarge = new(
        "TS5206", Severity.Error,
        "{0} has {1} MiB; the limit for this kind of file is {2} MiB.",
        "{0} 有 {1} MiB，这类文件的上限是 {2} MiB。",
        "Divide it into several files; they may be imported together.",
        "请拆分成几个文件，可以一起导入。");

    public static readonly MessageTemplate EncodingUnknown = new(
        "TS5207", Severity.Error,
        "There is no encoding “{0}”.",
        "没有名为“{0}”的编码。",
        "Known are: {1}.",
        "可用的编码：{1}。");
}
