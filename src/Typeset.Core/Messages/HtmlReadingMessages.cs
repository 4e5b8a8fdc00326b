namespace Typeset.Core.Messages;

/// <summary>TS54xx: reading web pages.</summary>
public static class HtmlReadingMessages
{
    public static readonly MessageTemplate LeftOut = new(
        "TS5401", Severity.Note,
        "Left out as {0}: {1}",
        "略去（{0}）：{1}",
        "If it belongs to the article, copy it into a text file and import that too.",
        "如属正文，请复制到文本文件中一并导入。");

    public static readonly MessageTemplate ImageLeftOut = new(
        "TS5402", Severity.Warning,
        "An image was left out: {0}",
        "略去一幅图片：{0}",
        "Save the page with its images; only PNG and JPEG files beside the page are taken over, nothing is fetched.",
        "请连同图片保存网页；只采用网页旁的 PNG 和 JPEG 文件，不联网下载。");

    public static readonly MessageTemplate NestedTooDeep = new(
        "TS5403", Severity.Error,
        "{0} nests elements more than {1} deep.",
        "{0} 的元素嵌套超过 {1} 层。",
        "Copy the text from the browser into a text file and import that.",
        "请从浏览器中复制文字到文本文件再导入。");

    public static readonly MessageTemplate NoContent = new(
        "TS5404", Severity.Error,
        "{0} holds no text.",
        "{0} 中没有文字。",
        "A page that a program fills in later has none in its file: save it from the browser as a complete page, or copy the text.",
        "由脚本填充内容的网页，其文件中没有文字：请在浏览器中另存为完整网页，或复制文字。");
}
