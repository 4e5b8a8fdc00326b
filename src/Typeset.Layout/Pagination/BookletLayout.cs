using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Pages;

namespace Typeset.Layout.Pagination;

/// <summary>An entry of the contents: its level (1 part, 2 article; 1 where there are no parts), its title, the number printed and the page's index.</summary>
public sealed record ContentsEntry(int Level, string Title, string Number, int PageIndex, string Destination);

/// <summary>One page in a report: its number as printed, what it is, the article on it, and its lines from top to bottom, notes last.</summary>
public sealed record PageReport(int Index, string Label, PageKind Kind, string ArticleId, ImmutableArray<string> Lines);

/// <summary>How an article was set: its first and last page's index and how much closer its lines stand than the style's pitch.</summary>
public sealed record ArticleReport(string Id, string Title, int FirstPage, int LastPage, Length Tightening);

/// <summary>A laid-out booklet: the display list, and what reports and the DOCX twin need to know of the breaks.</summary>
public sealed record BookletLayout(PagedBooklet Paged, ImmutableArray<ContentsEntry> Contents, ImmutableArray<ArticleReport> Articles, Func<int, PageReport> Report)
{
    /// <summary>What the DOCX twin is written from.</summary>
    public required Lazy<PageMap> Map { get; init; }

    /// <summary>Tells what the fonts lacked for all that was set so far; furniture and covers are set when their pages are composed.</summary>
    public Action TellMissingGlyphs { get; init; } = static () => { };

    /// <summary>The characters, in order, that no font has and □ stands for, among all that was set so far.</summary>
    public Func<ImmutableArray<int>> MissingCharacters { get; init; } = static () => [];
}
