using Typeset.Core.Messages;
using Typeset.Documents;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Typeset.Manuscripts.Docx;

/// <summary>How a run is set, where that differs from its paragraph's style and means something.</summary>
internal readonly record struct DocxFace(InlineFormat Format, bool IsHidden, double? Size)
{
    public static DocxFace Of(W.RunProperties? direct, DocxStyle style, DocxStyles styles)
    {
        var named = styles.RunsOf(direct?.RunStyle?.Val?.Value);
        var isBold = DocxStyles.IsOn(direct?.Bold) ?? DocxStyles.IsOn(named?.Bold) ?? style.Bold;
        var isItalic = DocxStyles.IsOn(direct?.Italic) ?? DocxStyles.IsOn(named?.Italic) ?? false;
        var dots = (direct?.Emphasis ?? named?.Emphasis)?.Val.Known();
        var format = InlineFormat.None;
        if (isBold && !style.Bold) format |= InlineFormat.Strong;
        if (isItalic || (dots is { } mark && mark != W.EmphasisMarkValues.None)) format |= InlineFormat.EmphasisDots;
        format |= PositionOf((direct?.VerticalTextAlignment ?? named?.VerticalTextAlignment)?.Val.Known());
        if (IsNamed(named, "Code")) format |= InlineFormat.Code;
        if (IsNamed(named, "Emphasis")) format |= InlineFormat.EmphasisDots;
        return new DocxFace(format, DocxStyles.IsOn(direct?.Vanish) ?? DocxStyles.IsOn(named?.Vanish) ?? false, DocxStyles.SizeOf(direct?.FontSize) ?? DocxStyles.SizeOf(named?.FontSize) ?? style.Size);
    }

    private static bool IsNamed(W.StyleRunProperties? style, string id) => style is { Parent: W.Style { StyleId.Value: { } own } } && own == id;

    private static InlineFormat PositionOf(W.VerticalPositionValues? position) =>
        position is not { } value ? InlineFormat.None
        : value == W.VerticalPositionValues.Superscript ? InlineFormat.Superscript
        : value == W.VerticalPositionValues.Subscript ? InlineFormat.Subscript : InlineFormat.None;
}

/// <summary>Where a hyperlink leads.</summary>
internal static class DocxLink
{
    /// <summary>An address of the web or of mail; null, and told, for any other; null for a place in the document.</summary>
    public static string? Of(W.Hyperlink hyperlink, OpenXmlPart part, DocxContext context)
    {
        if (hyperlink.Id?.Value is not { } id) return null;
        var relationship = part.HyperlinkRelationships.FirstOrDefault(item => item.Id == id);
        if (relationship is null) return null;
        var address = relationship.Uri.OriginalString;
        if (IsKept(address)) return address;
        context.Complain(DocxReadingMessages.LinkLeftOut, address);
        return null;
    }

    public static bool IsKept(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" && !address.AsSpan().ContainsAnyInRange('\0', ' ');
}
