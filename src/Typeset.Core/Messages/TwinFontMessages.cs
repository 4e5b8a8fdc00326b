namespace Typeset.Core.Messages;

/// <summary>TS65xx: fonts inside the editable twin.</summary>
public static class TwinFontMessages
{
    public static readonly MessageTemplate EmbeddingForbidden = new(
        "TS6501", Severity.Warning,
        "{0} may not be put into a document that can be edited (fsType {1}); a machine without it shows {2} instead.",
        "字体 {0} 不许嵌入可编辑的文档（fsType {1}）；没有该字体的电脑将显示为{2}。",
        "Install the font where the document is edited, or choose a font that allows embedding in the style.",
        "在编辑文档的电脑上安装该字体，或在样式中改用允许嵌入的字体。");

    public static readonly MessageTemplate SubsettingForbidden = new(
        "TS6502", Severity.Note,
        "{0} may not be cut to the characters used, so that the document holds all of it.",
        "字体 {0} 不许只取所用的字，文档嵌入其全部。",
        "Choose another font in the style if the document becomes too large.",
        "如文档过大，请在样式中改用别的字体。");

    public static readonly MessageTemplate NotEmbedded = new(
        "TS6503", Severity.Warning,
        "{0} cannot be put into the document, as the font is broken: {1} A machine without it shows {2} instead.",
        "字体 {0} 有损坏，无法嵌入文档：{1} 没有该字体的电脑将显示为{2}。",
        "Get the font again (fonts/restore.sh restores the shipped ones).",
        "重新取得该字体（随附字体可用 fonts/restore.sh 恢复）。");
}
