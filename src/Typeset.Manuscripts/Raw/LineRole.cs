namespace Typeset.Manuscripts.Raw;

/// <summary>The part that a line, or lines joined to one, plays in a booklet. Corrections name them as they are written here, in small letters with hyphens.</summary>
public enum LineRole
{
    /// <summary>A paragraph of running text.</summary>
    Body,
    CoverMark, CoverSeries, CoverTitle, CoverSubtitle, CoverIssue, CoverLine, CoverIssuer, CoverDate,

    /// <summary>目录, and what stands below it; the list is made anew, its entries are only checked.</summary>
    ContentsTitle, ContentsPart, ContentsEntry,
    PartTitle,

    /// <summary>附件1 above a title.</summary>
    Mark,

    /// <summary>A part of an article’s title.</summary>
    Title, Subtitle,
    Byline, Date, Source,

    /// <summary>A line of several fields: date and source, byline and date.</summary>
    Credits,
    Note,
    Heading1, Heading2, Heading3, Heading4, Heading5, Heading6,
    Salutation,

    /// <summary>Who signs, and the date below, at an article’s end.</summary>
    Signature, Dateline,
    Center, Right, NoIndent,

    /// <summary>An attachment inside an article, and its title.</summary>
    AttachmentMark, AttachmentTitle,
    Colophon,

    /// <summary>Printed page by page in the original, not part of the text.</summary>
    RunningHead, Folio,

    /// <summary>Left out because a correction says so.</summary>
    Drop,
}
