using System.Collections.Frozen;
using DocumentFormat.OpenXml.Packaging;
using Typeset.Manuscripts.Raw;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Typeset.Manuscripts.Docx;

/// <summary>The styles of this program's own Word files: an id names the part that a paragraph plays (<c>ArticleTitle</c>, <c>Heading2</c>, with <c>-2</c> behind it for an article set otherwise).</summary>
internal static class OwnStyles
{
    public const string Quote = "Quote";
    public const string ThematicBreak = "ThematicBreak";
    public const string Caption = "Caption";
    public const string ListItem = "ListItem";

    /// <summary>The character style of line breaks that the layout made and the author did not.</summary>
    public const string LayoutBreak = "LayoutBreak";

    private static readonly FrozenDictionary<string, LineRole> Roles = new Dictionary<string, LineRole>
    {
        ["Body"] = LineRole.Body, ["Salutation"] = LineRole.Salutation, ["Signature"] = LineRole.Signature, ["Dateline"] = LineRole.Dateline,
        ["Center"] = LineRole.Center, ["Right"] = LineRole.Right, ["NoIndent"] = LineRole.NoIndent,
        ["Heading1"] = LineRole.Heading1, ["Heading2"] = LineRole.Heading2, ["Heading3"] = LineRole.Heading3,
        ["Heading4"] = LineRole.Heading4, ["Heading5"] = LineRole.Heading5, ["Heading6"] = LineRole.Heading6,
        ["ArticleMark"] = LineRole.Mark, ["ArticleTitle"] = LineRole.Title, ["ArticleSubtitle"] = LineRole.Subtitle, ["ArticleByline"] = LineRole.Byline,
        ["ArticleDateSource"] = LineRole.Credits, ["ArticleNote"] = LineRole.Note, ["AttachmentMark"] = LineRole.AttachmentMark, ["AttachmentTitle"] = LineRole.AttachmentTitle,
        ["PartTitle"] = LineRole.PartTitle, ["ContentsTitle"] = LineRole.ContentsTitle, ["ContentsPart"] = LineRole.ContentsPart, ["ContentsEntry"] = LineRole.ContentsEntry,
        ["CoverTitle"] = LineRole.CoverTitle, ["CoverSubtitle"] = LineRole.CoverSubtitle, ["CoverMark"] = LineRole.CoverMark, ["CoverSeries"] = LineRole.CoverSeries,
        ["CoverIssue"] = LineRole.CoverIssue, ["CoverLine"] = LineRole.CoverLine, ["CoverIssuer"] = LineRole.CoverIssuer, ["CoverDate"] = LineRole.CoverDate,
        ["Colophon"] = LineRole.Colophon, ["RunningHead"] = LineRole.RunningHead, ["Folio"] = LineRole.Folio,
    }.ToFrozenDictionary();

    /// <summary>Whether a document has these styles.</summary>
    public static bool Are(StyleDefinitionsPart? part)
    {
        var ids = part?.Styles?.Elements<W.Style>().Select(static style => style.StyleId?.Value).OfType<string>().ToHashSet() ?? [];
        return ids.Contains("ArticleTitle") && ids.Contains("ArticleDateSource") && ids.Contains("ContentsEntry");
    }

    /// <summary>The id without an article's number.</summary>
    public static string NameOf(string id) => id.IndexOf('-') is var dash and > 0 ? id[..dash] : id;

    public static LineRole? RoleOf(string id) => Roles.TryGetValue(NameOf(id), out var role) ? role : null;
}
