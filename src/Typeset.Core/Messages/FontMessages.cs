namespace Typeset.Core.Messages;

/// <summary>TS3xxx: fonts and glyphs.</summary>
public static class FontMessages
{
    public static readonly MessageTemplate MissingGlyph = new(
        "TS3001", Severity.Warning,
        "No font has the character “{0}” ({1}); □ stands in its place at {2}.",
        "没有字体含有字符“{0}”（{1}），以下各处以 □ 代替：{2}。",
        "Add a font that has it with --fonts, or change the character.",
        "用 --fonts 添加含有该字的字体，或改用别的字。");

    public static readonly MessageTemplate FallbackGlyph = new(
        "TS3002", Severity.Warning,
        "“{0}” ({1}) is not in {2}; it is set in {3}.",
        "“{0}”（{1}）不在 {2} 中，改用 {3}。",
        "Choose a font with the character if the look must be even.",
        "如需字形统一，请选用含有该字的字体。");

    public static readonly MessageTemplate UnreadableFont = new(
        "TS3003", Severity.Error,
        "The font {0} cannot be read: {1}",
        "字体 {0} 无法读取：{1}",
        "Get the font again (fonts/restore.sh restores the shipped ones) or take it out of the font folder.",
        "重新取得该字体（随附字体可用 fonts/restore.sh 恢复），或将其移出字体文件夹。");

    public static readonly MessageTemplate UnknownFont = new(
        "TS3004", Severity.Error,
        "The style asks for the font “{0}”, which is in no font folder.",
        "样式要求字体“{0}”，但任何字体文件夹中都没有。",
        "`typeset fonts list` shows the fonts there are.",
        "用 `typeset fonts list` 查看现有字体。");

    public static readonly MessageTemplate LoneSurrogate = new(
        "TS3005", Severity.Warning,
        "Half a character ({0}) stands alone; it is set as “�”.",
        "出现了半个字符（{0}），已排成“�”。",
        "The file was cut or converted wrongly here: type the character again.",
        "文件在此处被截断或转码有误，请重新输入该字符。");

    public static readonly MessageTemplate BoxesInFile = new(
        "TS3006", Severity.Error,
        "The {1} file would have □ in place of characters that no font has: {0}.",
        "{1} 文件中会有 □ 代替没有字体的字符：{0}。",
        "Add a font that has them with --fonts, change them, or let the boxes stand with --missing box.",
        "用 --fonts 添加含有这些字的字体，或改用别的字；如可保留空框，请加 --missing box。");

    public static readonly MessageTemplate UnjoinedLetters = new(
        "TS3007", Severity.Warning,
        "Letters of Arabic, Syriac and the like stand apart here: they are set from right to left, but not joined.",
        "此处的阿拉伯文等文字按从右到左排列，但字母没有连写。",
        "Put the passage in as an image if its readers need it joined.",
        "如须连写，请把这一段改用图片。");
}
