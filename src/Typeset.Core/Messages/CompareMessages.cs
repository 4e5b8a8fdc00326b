namespace Typeset.Core.Messages;

/// <summary>TS66xx: the editable twin compared with the PDF.</summary>
public static class CompareMessages
{
    public static readonly MessageTemplate NoLibreOffice = new(
        "TS6601", Severity.Error,
        "There is no {0}: the document is rendered by LibreOffice, which is not installed or not found.",
        "找不到 {0}：DOCX 由 LibreOffice 排出，本机没有安装或找不到它。",
        "Install it (Debian: apt-get install libreoffice-writer), give its place by --soffice, or compare a PDF that another program made of the document.",
        "请安装它（Debian：apt-get install libreoffice-writer），或用 --soffice 指明其位置，或改与别的程序由该文档导出的 PDF 对照。");

    public static readonly MessageTemplate NotRendered = new(
        "TS6602", Severity.Error,
        "LibreOffice made no PDF of {0}.",
        "LibreOffice 未能由 {0} 生成 PDF。",
        "Open the document in LibreOffice to see what it says of it.",
        "请在 LibreOffice 中打开该文档，看它如何提示。");

    public static readonly MessageTemplate TooSlow = new(
        "TS6603", Severity.Error,
        "{0} did not end within {1} seconds and was stopped.",
        "{0} 在 {1} 秒内未结束，已停止。",
        "Give it more time by --timeout.",
        "可用 --timeout 放宽时间。");

    public static readonly MessageTemplate NotAPdf = new(
        "TS6604", Severity.Error,
        "{0} cannot be read as a PDF: {1}",
        "{0} 不能作为 PDF 读取：{1}",
        "Name the DOCX first, then the PDF that it should look like.",
        "请先写 DOCX，再写应与之一致的 PDF。");
}
