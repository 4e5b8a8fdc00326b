namespace Typeset.Core.Messages;

/// <summary>TS4xxx: lines and pages.</summary>
public static class LayoutMessages
{
    public static readonly MessageTemplate NoRoomForImage = new(
        "TS4001", Severity.Error,
        "There is no room on a page for the image {0}.",
        "页面上容不下图片 {0}。",
        "Make the type area higher, or figures.max-height larger.",
        "增大版心高度，或增大 figures.max-height。");

    public static readonly MessageTemplate RunningHeadCut = new(
        "TS4002", Severity.Warning,
        "The title “{0}” is too long for the running head and is cut there.",
        "标题“{0}”过长，书眉中只印前一部分。",
        "Give the article a short-title.",
        "在文章头部写上 short-title（书眉用短题）。");

    public static readonly MessageTemplate CoverOverflow = new(
        "TS4003", Severity.Error,
        "The cover's text does not fit on the page; “{0}” runs over its foot.",
        "封面文字排不下，“{0}”超出页面下沿。",
        "Shorten the cover's lines, or set a smaller size for them in the style.",
        "缩短封面文字，或在样式中减小其字号。");

    public static readonly MessageTemplate SliceTooTall = new(
        "TS4004", Severity.Error,
        "A line or row here is taller than the page.",
        "此处有一行高于整个版心。",
        "Make the type area higher, or the type smaller.",
        "增大版心高度，或减小字号。");

    public static readonly MessageTemplate EmptyArticle = new(
        "TS4005", Severity.Warning,
        "The article “{0}” has no text; only its header is printed.",
        "文章“{0}”没有正文，只印题头。",
        "Write its text, or take it out of booklet.yaml.",
        "补写正文，或将其从 booklet.yaml 中去掉。");
}
