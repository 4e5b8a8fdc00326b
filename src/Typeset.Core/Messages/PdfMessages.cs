namespace Typeset.Core.Messages;

/// <summary>TS6xxx: writing PDF.</summary>
public static class PdfMessages
{
    public static readonly MessageTemplate UnreadableImage = new(
        "TS6001", Severity.Error,
        "The image {0} cannot be shown ({1}); a crossed frame stands in its place.",
        "图片 {0} 无法显示（{1}），原位以叉框代替。",
        "Open the image in an image editor and save it again as JPEG or PNG.",
        "用图像软件打开该图片，重新存为 JPEG 或 PNG。");
}
