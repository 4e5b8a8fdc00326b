using Typeset.Documents;

namespace Typeset.Manuscripts.Styles;

/// <summary>
/// What a kind of text is like before a style says anything: what every Chinese booklet has in common. Indents are in characters (字).
/// Font, size, line pitch, tracking and colour come from <c>body</c>.
/// </summary>
internal readonly record struct RoleDefaults(
    Alignment Alignment = Alignment.Justify, decimal Indent = 0, decimal Start = 0, decimal End = 0, bool KeepWithNext = false, bool KeepTogether = false, bool Balance = false)
{
    /// <summary>Note marks stand raised at six tenths of the text's size.</summary>
    public const decimal NoteMarkScale = 0.6m;

    public static RoleDefaults Of(TextRole role) => role switch
    {
        TextRole.Body or TextRole.ListItem or TextRole.ArticleNote => new(Indent: 2),
        TextRole.Salutation => new(KeepWithNext: true),
        TextRole.Signature => new(Alignment.End, End: 2, KeepWithNext: true, KeepTogether: true),
        TextRole.Dateline => new(Alignment.End, End: 2, KeepTogether: true),
        TextRole.Right => new(Alignment.End),
        TextRole.Quote => new(Indent: 2, Start: 2),
        TextRole.Note => new(Indent: -1.5m, Start: 1.5m),
        TextRole.ContentsEntry => new(Alignment.Start),
        TextRole.ArticleMark or TextRole.AttachmentMark => new(Alignment.Start, KeepWithNext: true),
        TextRole.ContentsPart => new(Alignment.Start, KeepWithNext: true),
        TextRole.TableCell or TextRole.RunningHead or TextRole.NoteMark or TextRole.Colophon => new(Alignment.Start),
        >= TextRole.Heading1 and <= TextRole.Heading6 => new(Indent: 2, KeepWithNext: true, KeepTogether: true),
        TextRole.ArticleTitle or TextRole.ArticleSubtitle or TextRole.AttachmentTitle or TextRole.PartTitle => new(Alignment.Center, KeepWithNext: true, KeepTogether: true, Balance: true),
        TextRole.ArticleByline or TextRole.ArticleDateSource or TextRole.ContentsTitle => new(Alignment.Center, KeepWithNext: true, KeepTogether: true),
        TextRole.Caption or TextRole.CoverTitle or TextRole.CoverSubtitle => new(Alignment.Center, KeepTogether: true, Balance: true),
        TextRole.Center or TextRole.TableHeader or TextRole.Folio or TextRole.ThematicBreak => new(Alignment.Center),
        >= TextRole.CoverMark and <= TextRole.CoverDate => new(Alignment.Center),
        _ => new(),
    };
}

/// <summary>The words that styles use for kinds of text: <c>heading-1</c>, <c>article-title</c>.</summary>
internal static class RoleNames
{
    /// <summary>In the order of <see cref="TextRole"/>; the test of the schema holds the two together.</summary>
    private static readonly string[] Names =
    [
        "body", "salutation", "signature", "dateline", "center", "right", "no-indent",
        "heading-1", "heading-2", "heading-3", "heading-4", "heading-5", "heading-6",
        "quote", "list-item", "note", "note-mark", "caption", "table-cell", "table-header",
        "article-mark", "article-title", "article-subtitle", "article-byline", "article-date-source", "article-note",
        "attachment-mark", "attachment-title", "part-title",
        "contents-title", "contents-part", "contents-entry",
        "running-head", "folio",
        "cover-mark", "cover-series", "cover-title", "cover-subtitle", "cover-issue", "cover-line", "cover-issuer", "cover-date",
        "colophon", "thematic-break",
    ];

    public static ReadOnlySpan<string> All => Names;

    public static string Of(TextRole role) => Names[(int)role];
}
