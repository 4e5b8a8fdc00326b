using Typeset.Pages;
using Typeset.Pdf.Fonts;
using Typeset.Pdf.Images;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Content;

/// <summary>A page as it will stand in the file. One is used for many pages, one after the other.</summary>
internal sealed class PageContent
{
    /// <summary>The content stream's operators.</summary>
    public ByteWriter Operators { get; } = new(32 * 1024);

    /// <summary>The font of every glyph run, in order.</summary>
    public List<EmbeddedFont> RunFonts { get; } = [];

    /// <summary>The file's image that every image item shows, in order.</summary>
    public List<int> Images { get; } = [];

    /// <summary>Images that no earlier page shows; null where the file cannot be read.</summary>
    public List<(int Index, EncodedImage? Image)> NewImages { get; } = [];

    /// <summary>The spot inks of the page by name, each with its place among the file's.</summary>
    public Dictionary<string, int> Spots { get; } = new(StringComparer.Ordinal);

    /// <summary>The spot inks that the page shows, by their places: how each was first seen in the file.</summary>
    public Dictionary<int, Ink> SpotInks { get; } = [];

    public List<PageLink> Links { get; } = [];

    /// <summary>What the page adds to the structure, in reading order.</summary>
    public List<StructureEvent> Structure { get; } = [];

    /// <summary>Where images stand that are figures of the structure.</summary>
    public List<FigureBox> Figures { get; } = [];

    /// <summary>How many marked-content identifiers there are.</summary>
    public int MarkCount { get; set; }

    public void Clear()
    {
        Operators.Clear();
        RunFonts.Clear();
        Images.Clear();
        NewImages.Clear();
        Spots.Clear();
        SpotInks.Clear();
        Links.Clear();
        Structure.Clear();
        Figures.Clear();
        MarkCount = 0;
    }
}

/// <summary>A link of a page, and whether it stands in an element of the structure.</summary>
internal readonly record struct PageLink(LinkItem Item, bool IsInStructure);

internal enum StructureEventKind : byte
{
    /// <summary>An element is met: it belongs into the tree even if nothing is ever painted in it (an empty table cell).</summary>
    Begin,

    /// <summary>Marked content of an element; the value is its identifier on the page.</summary>
    Mark,

    /// <summary>A link inside an element; the value is its place among the page's links.</summary>
    Link,
}

/// <summary>Something that a page adds to an element of the structure.</summary>
internal readonly record struct StructureEvent(StructureEventKind Kind, int Element, int Value);
