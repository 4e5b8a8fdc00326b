namespace Typeset.Core.Messages;

/// <summary>TS61xx: writing DOCX.</summary>
public static class DocxMessages
{
    public static readonly MessageTemplate ForbiddenCharacter = new(
        "TS6101", Severity.Warning,
        "XML cannot hold the character U+{0}; the DOCX has � in its place.",
        "XML 不能容纳字符 U+{0}，DOCX 中以 � 代替。",
        "Delete the character from the manuscript: it prints nothing.",
        "请从书稿中删去该字符，它本来就印不出来。");

    public static readonly MessageTemplate UnusableLink = new(
        "TS6102", Severity.Warning,
        "“{0}” is not an address that a DOCX can link to; the text stands without a link.",
        "“{0}”不是 DOCX 能链接到的地址，文字保留，链接略去。",
        "Write the whole address: https://…",
        "请写出完整的地址：https://…");

    public static readonly MessageTemplate BrokenLines = new(
        "TS6103", Severity.Note,
        "{0} of {1} lines are held in the DOCX by a line break (Shift+Enter): no spacing holds them.",
        "DOCX 中 {1} 行里有 {0} 行用换行符（Shift+Enter）固定：没有字距能固定它们。",
        "Nothing need be done; take the breaks out where you edit these lines.",
        "无须处理；编辑这些行时可删去换行符。");

    public static readonly MessageTemplate ManyColumns = new(
        "TS6104", Severity.Warning,
        "The table has {0} columns; Word opens no table of more than {1}.",
        "表格有 {0} 列；Word 打不开超过 {1} 列的表格。",
        "Part the table in two, or put it in as an image.",
        "请把表格分成两个，或改用图片。");
}
