using System.Collections.Immutable;
using Typeset.Core;

namespace Typeset.Documents;

/// <summary>A whole booklet as the author wrote it: what it is, its cover, its articles in parts, its colophon.</summary>
public sealed record Booklet
{
    /// <summary>The title in parts; at least one.</summary>
    public required ImmutableArray<string> Title { get; init; }
    public string Subtitle { get; init; } = "";
    public string Series { get; init; } = "";
    public string Issue { get; init; } = "";

    /// <summary>The date as printed.</summary>
    public string Date { get; init; } = "";
    public ImmutableArray<string> Issuer { get; init; } = [];

    /// <summary>BCP 47, of the whole booklet.</summary>
    public string Language { get; init; } = "zh-CN";
    public Cover Cover { get; init; } = Cover.Empty;
    public string ContentsTitle { get; init; } = "目录";

    /// <summary>The parts in order; a booklet without parts has one whose title is empty.</summary>
    public required ImmutableArray<Part> Parts { get; init; }
    public ImmutableArray<ColophonLine> Colophon { get; init; } = [];
    public SourceSpan Span { get; init; }

    /// <summary>Title parts run together, for running heads and metadata.</summary>
    public string FullTitle => string.Join(' ', Title);
}

/// <summary>Data of the cover beyond title, issue, date and issuer.</summary>
public sealed record Cover(string Mark, ImageData? Image, ImmutableArray<string> Lines)
{
    public static readonly Cover Empty = new("", null, []);
}

/// <summary>A part of the booklet: articles under a title of their own.</summary>
public sealed record Part(string Title, ImmutableArray<Article> Articles);

/// <summary>One line of the colophon; the label may be empty.</summary>
public sealed record ColophonLine(string Label, string Value);

/// <summary>One article: its header's parts and its body.</summary>
public sealed record Article
{
    /// <summary>Stable name within the booklet (from the file name), the target of links.</summary>
    public required string Id { get; init; }
    public required ImmutableArray<string> Title { get; init; }
    public string Subtitle { get; init; } = "";
    public string Byline { get; init; } = "";
    public string Date { get; init; } = "";
    public string Source { get; init; } = "";
    public string Note { get; init; } = "";

    /// <summary>For the running head; the title where empty.</summary>
    public string ShortTitle { get; init; } = "";

    /// <summary>Printed above the title, flush left: 附件1.</summary>
    public string Mark { get; init; } = "";
    public ImmutableArray<Block> Blocks { get; init; } = [];

    /// <summary>Notes in the order of their marks; <see cref="InlineRun.FootnoteIndex"/> points here.</summary>
    public ImmutableArray<Footnote> Footnotes { get; init; } = [];
    public SourceSpan Span { get; init; }

    /// <summary>Title parts joined by a space.</summary>
    public string FullTitle => string.Join(' ', Title);
}

/// <summary>A note: one or more paragraphs.</summary>
public sealed record Footnote(ImmutableArray<Paragraph> Paragraphs, SourceSpan Span);

/// <summary>A booklet with the style it is set in: the whole booklet's, and an article's own where it overrides that.</summary>
public sealed record StyledBooklet(Booklet Booklet, HouseStyle Style, ImmutableDictionary<string, HouseStyle> ArticleStyles)
{
    public HouseStyle StyleOf(Article article) => ArticleStyles.GetValueOrDefault(article.Id, Style);
}
