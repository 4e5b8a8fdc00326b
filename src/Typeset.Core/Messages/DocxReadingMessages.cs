namespace Typeset.Core.Messages;

/// <summary>TS53xx: reading Word files.</summary>
public static class DocxReadingMessages
{
    public static readonly MessageTemplate BrokenPackage = new(
        "TS5301", Severity.Error,
        "{0} is damaged: {1}",
        "{0} 已损坏：{1}",
        "Open it in the word processor, save it again, and import that.",
        "请在文字处理软件中打开并重新保存，再导入。");

    public static readonly MessageTemplate TooManyEntries = new(
        "TS5302", Severity.Error,
        "The package holds {0} files; the limit is {1}.",
        "压缩包中有 {0} 个文件，上限是 {1}。",
        "This is no document of a word processor.",
        "这不是文字处理软件的文档。");

    public static readonly MessageTemplate StrangeName = new(
        "TS5303", Severity.Error,
        "The package holds a file whose name leads elsewhere: {0}",
        "压缩包中有指向别处的文件名：{0}",
        "This is no document of a word processor. Do not trust where it came from.",
        "这不是文字处理软件的文档，请勿信任其来源。");

    public static readonly MessageTemplate PartTooLarge = new(
        "TS5304", Severity.Error,
        "{0} is {1} MiB when unpacked; the limit is {2} MiB.",
        "{0} 解压后有 {1} MiB，上限是 {2} MiB。",
        "Divide the document.",
        "请拆分文档。");

    public static readonly MessageTemplate NoDocument = new(
        "TS5305", Severity.Error,
        "{0} is a package, but no Word document.",
        "{0} 是压缩包，但不是 Word 文档。",
        "Save it as .docx.",
        "请另存为 .docx。");

    public static readonly MessageTemplate ChangesAccepted = new(
        "TS5310", Severity.Note,
        "{0} tracked changes were accepted: {1} insertions kept, {2} deletions left out.",
        "已接受 {0} 处修订：保留插入 {1} 处，略去删除 {2} 处。",
        "To keep the earlier text, reject the changes in the word processor first.",
        "要保留修订前的文字，请先在文字处理软件中拒绝修订。");

    public static readonly MessageTemplate CommentsLeftOut = new(
        "TS5311", Severity.Note,
        "{0} comments were left out.",
        "略去批注 {0} 条。");

    public static readonly MessageTemplate FurnitureLeftOut = new(
        "TS5312", Severity.Note,
        "Headers and footers were left out: {0}",
        "略去页眉页脚：{0}",
        "The style prints its own.",
        "页眉页脚由样式排印。");

    public static readonly MessageTemplate ImageLeftOut = new(
        "TS5313", Severity.Warning,
        "An image was left out: {0}.",
        "略去一幅图片：{0}。",
        "Only PNG and JPEG inside the file can be taken over; insert it as one of these.",
        "只能采用文件内嵌的 PNG 和 JPEG，请改插这两种格式。");

    public static readonly MessageTemplate TextBoxTaken = new(
        "TS5314", Severity.Note,
        "{0} text boxes were taken as paragraphs behind the paragraph they are anchored to.",
        "{0} 个文本框作为段落放在其锚点所在段之后。");

    public static readonly MessageTemplate ObjectLeftOut = new(
        "TS5315", Severity.Warning,
        "An embedded object was left out: {0}.",
        "略去一个嵌入对象：{0}。",
        "Insert what it shows as text or as an image.",
        "请把其内容改为文字或图片。");

    public static readonly MessageTemplate HiddenLeftOut = new(
        "TS5316", Severity.Warning,
        "Hidden text was left out: {0}",
        "略去隐藏文字：{0}",
        "Unhide it in the word processor if it is to be printed.",
        "如需印出，请在文字处理软件中取消隐藏。");

    public static readonly MessageTemplate TableSimplified = new(
        "TS5317", Severity.Warning,
        "A table with merged cells or a table inside was made plain: {0}",
        "表格中的合并单元格或嵌套表格已简化：{0}",
        "Check the table.",
        "请核对该表。");

    public static readonly MessageTemplate LinkLeftOut = new(
        "TS5318", Severity.Note,
        "A link was left out, its text kept: {0}",
        "略去一个链接，文字保留：{0}");

    public static readonly MessageTemplate FormulaAsText = new(
        "TS5319", Severity.Warning,
        "A formula was taken as plain text: {0}",
        "公式按普通文字采用：{0}",
        "Check it, or insert it as an image.",
        "请核对，或改插为图片。");
}
