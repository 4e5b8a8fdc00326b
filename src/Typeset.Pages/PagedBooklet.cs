using System.Collections.Immutable;
using Typeset.Core;
using Typeset.OpenType;

namespace Typeset.Pages;

/// <summary>
/// The display list of a whole booklet: what every exporter of pages reads. Pages are composed when asked for, so that
/// a booklet of any length needs the memory of a few pages; <see cref="Compose"/> may be called from any thread, for any page, any number of
/// times, and gives the same page each time.
/// </summary>
public sealed record PagedBooklet
{
    public required DocumentInfo Info { get; init; }

    /// <summary>Size and label of every page, in order.</summary>
    public required ImmutableArray<PageInfo> Pages { get; init; }

    /// <summary>Composes the page with an index from 0.</summary>
    public required Func<int, Page> Compose { get; init; }

    /// <summary>Entries of the outline (bookmarks) with their levels from 1, in order.</summary>
    public ImmutableArray<OutlineEntry> Outline { get; init; } = [];

    /// <summary>Named places: targets of <see cref="LinkItem.Destination"/>.</summary>
    public ImmutableDictionary<string, Destination> Destinations { get; init; } = ImmutableDictionary<string, Destination>.Empty;

    /// <summary>The logical structure: element i has id i; parents stand before their children. Element 0 is the document.</summary>
    public ImmutableArray<StructureElement> Structure { get; init; } = [];
}

/// <summary>What the document says of itself. The date is what the caller gives (never the clock), or null.</summary>
public sealed record DocumentInfo(string Title, string Author, string Subject, string Language, DateTimeOffset? Date);

/// <summary>One page's place: trimmed size, printed label (empty for none) and numbering range.</summary>
public sealed record PageInfo(Size Trim, PageLabel Label);

/// <summary>The digits of a page’s number.</summary>
public enum PageLabelStyle { None, Decimal, LowerRoman, UpperRoman }

/// <summary>A page's number as readers show it: style and value (from 1); for <see cref="PageLabelStyle.None"/> the prefix alone.</summary>
public readonly record struct PageLabel(PageLabelStyle Style, int Value, string Prefix = "");

/// <summary>A composed page: items in paint order and reading order at once.</summary>
public sealed record Page(int Index, Size Trim, ImmutableArray<PageItem> Items);

/// <summary>A bookmark: its level from 1, its text and the named place it leads to.</summary>
public sealed record OutlineEntry(int Level, string Title, string Destination);

/// <summary>A place on a page; y downwards from the trimmed page's top.</summary>
public readonly record struct Destination(int PageIndex, Length Y);

/// <summary>What an element of the structure is to a reader who does not see the page.</summary>
public enum StructureRole
{
    Document, Part, Article, Section, Title, Heading1, Heading2, Heading3, Heading4, Heading5, Heading6,
    Paragraph, List, ListItem, ListLabel, ListBody, BlockQuote, Figure, Caption,
    Table, TableHead, TableBody, TableRow, TableHeaderCell, TableDataCell,
    Contents, ContentsItem, Reference, Note, Link, Span,
    /// <summary>Not content: running heads, folios, rules, leaders.</summary>
    Artifact,
}

/// <summary>One element of the structure. Parent is the index of its parent, −1 for the document.</summary>
public sealed record StructureElement(StructureRole Role, int Parent, string Alternative = "", string Language = "")
{
    /// <summary>A list whose labels count.</summary>
    public bool Counted { get; init; }
}
