namespace Typeset.Core.Messages;

/// <summary>TS55xx: importing raw manuscripts into a booklet's folder.</summary>
public static class ImportMessages
{
    public static readonly MessageTemplate NoManuscripts = new(
        "TS5501", Severity.Error,
        "There is no manuscript at {0}.",
        "{0} 处没有稿件。",
        "Name text files (txt, md), web pages (html), Word files (docx), or a folder that holds some.",
        "请指定文本（txt、md）、网页（html）、Word 文件（docx），或含有这些文件的文件夹。");

    public static readonly MessageTemplate FileSkipped = new(
        "TS5502", Severity.Warning,
        "{0} is not imported: its kind is not known.",
        "{0} 未导入：不认识这种文件。",
        "If it is a manuscript, save it as txt, md, html or docx.",
        "如果是稿件，请另存为 txt、md、html 或 docx。");

    public static readonly MessageTemplate FolderChanged = new(
        "TS5503", Severity.Error,
        "{0} was edited after it was imported: {1}. Nothing was written.",
        "{0} 在导入之后有过改动：{1}。未写出任何文件。",
        "Write to another folder; or give --overwrite, which keeps each edited file beside the new one as NAME.bak.",
        "请写到另一个文件夹；或加 --overwrite，改动过的文件会以 NAME.bak 的名字留在原处。");

    public static readonly MessageTemplate FolderForeign = new(
        "TS5504", Severity.Error,
        "{0} is not empty and was not made by an import. Nothing was written.",
        "{0} 不是空文件夹，也不是由导入生成的。未写出任何文件。",
        "Name a new folder.",
        "请指定一个新文件夹。");

    public static readonly MessageTemplate KeptEdited = new(
        "TS5505", Severity.Note,
        "{0} had been edited; it is kept as {1}.",
        "{0} 有过改动，已保留为 {1}。");
}
