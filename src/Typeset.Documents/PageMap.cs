using System.Collections.Immutable;
using Typeset.Core;

namespace Typeset.Documents;

/// <summary>
/// What the editable twin must know of the layout to arrive at the same lines and pages: where lines end, how far blocks stand apart, the
/// numbers of the contents. It holds no page and no glyph; what is long is told piece by piece, when it is asked for.
/// </summary>
public sealed record PageMap
{
    /// <summary>The texts of the cover from top to bottom; empty where the style has no cover.</summary>
    public ImmutableArray<CoverTextMap> Cover { get; init; } = [];

    /// <summary>Height below the page's top and size of the cover's image; null for none.</summary>
    public CoverImageMap? CoverImage { get; init; }

    /// <summary>The title of the contents; null where the style has none.</summary>
    public TextMap? ContentsTitle { get; init; }

    /// <summary>The entries of the contents, in order.</summary>
    public ImmutableArray<ContentsMap> Contents { get; init; } = [];

    /// <summary>Blank pages before the contents.</summary>
    public int BlanksBeforeContents { get; init; }

    /// <summary>The titles of the parts, in order; a part without a title has an empty text.</summary>
    public ImmutableArray<TextMap> Parts { get; init; } = [];

    /// <summary>The chapters, in order: articles that share pages.</summary>
    public ImmutableArray<ChapterMap> Chapters { get; init; } = [];

    /// <summary>The lines of the colophon, the first one's <see cref="BlockMap.Before"/> from the head of the type area.</summary>
    public ImmutableArray<TextMap> Colophon { get; init; } = [];
}

/// <summary>A text of the cover; <see cref="Top"/> is from the page's top to that of its first line.</summary>
public sealed record CoverTextMap(TextRole Role, Length Top, TextMap Text);

/// <summary>Where the cover's image stands: <see cref="Top"/> from the page's top.</summary>
public sealed record CoverImageMap(Length Top, Size Size);

/// <summary>An entry of the contents: 1 for a part, 2 for an article; the number as printed; the name of the place it leads to.</summary>
public sealed record ContentsMap(int Level, string Number, string Destination, TextMap Text);

/// <summary>How a chapter was set.</summary>
/// <param name="Part">The index of its part.</param>
/// <param name="Articles">Its articles, and what the running head says of each.</param>
/// <param name="BeginsOnRecto">Whether its first page is a recto.</param>
/// <param name="BlanksBefore">Blank pages before it, or before the title page of the part that it begins.</param>
/// <param name="Tightening">How much closer its lines stand than the style's pitch.</param>
/// <param name="Blocks">Its blocks in order, headers first; made anew each time.</param>
/// <param name="NoteOf">The paragraphs of a note by its index in the chapter, each led by its mark and a space.</param>
public sealed record ChapterMap(
    int Part, ImmutableArray<ArticleMap> Articles, bool BeginsOnRecto, int BlanksBefore, Length Tightening, IEnumerable<BlockMap> Blocks, Func<int, ImmutableArray<TextMap>> NoteOf);

/// <summary>An article of a chapter by its id, with the text of its running head.</summary>
public sealed record ArticleMap(string Id, string RunningHead);

/// <summary>A block as it was set.</summary>
/// <param name="Before">
/// From the lower edge of what stands above it, or from the head of the page, to the upper edge of its first line, blank lines and what the grid takes included.
/// </param>
/// <param name="BeginsPage">It is the first on a page.</param>
public abstract record BlockMap(Length Before, bool BeginsPage)
{
    /// <summary>What it would stand below the block before it, had the page had room; zero for a block that begins no page, or must.</summary>
    public Length Lacked { get; init; }

    /// <summary>For a block that begins a page and need not: what the page before it had left.</summary>
    public PageRest? RestBefore { get; init; }

    /// <summary>For a block that goes on to another page: what the page that it begins on had left.</summary>
    public PageRest? RestWithin { get; init; }
}

/// <summary>What a page had left where the flow went on to the next one of its own accord.</summary>
/// <param name="Free">Height below the last line's, above the notes.</param>
/// <param name="Next">Height of the least that could have come next, its distance from the last line included.</param>
/// <param name="HasNotes">Whether notes stand on the page.</param>
public readonly record struct PageRest(Length Free, Length Next, bool HasNotes);

/// <summary>A paragraph: its text with a list's mark before it, and where its lines end, in UTF-16 units of that text.</summary>
public sealed record TextMap(string Text, ReadOnlyMemory<int> LineEnds, Length Before = default, bool BeginsPage = false) : BlockMap(Before, BeginsPage);

/// <summary>A figure: the size of its image, the height of all of it, and its caption or null.</summary>
public sealed record FigureMap(Size Image, Length Height, TextMap? Caption, Length Before, bool BeginsPage) : BlockMap(Before, BeginsPage);

/// <summary>A table: the text widths of its columns, and its rows' cells, header rows first; <see cref="IsWhole"/> where it stands on one page.</summary>
public sealed record TableMap(ImmutableArray<Length> Columns, IEnumerable<ImmutableArray<TextMap>> Rows, Length Before, bool BeginsPage) : BlockMap(Before, BeginsPage)
{
    public bool IsWhole { get; init; }

    /// <summary>The rows behind which pages end, in order.</summary>
    public IEnumerable<TablePageEnd> PageEnds { get; init; } = [];
}

/// <summary>The last row of a table on a page, by its index with header rows counted, and what the page had left.</summary>
public readonly record struct TablePageEnd(int Row, PageRest Rest);
