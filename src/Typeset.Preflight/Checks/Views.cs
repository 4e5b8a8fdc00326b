using Typeset.Preflight.Reading;

namespace Typeset.Preflight.Checks;

/// <summary>A file as checks of the whole look at it.</summary>
internal sealed class DocumentView(PdfFile file, PrintOrder order)
{
    public PdfFile File => file;
    public PrintOrder Order => order;
    public PdfObject Catalog => file.Catalog;
    public PdfObject Information => file.Trailer["Info"];
    public XmpPacket Xmp { get; } = XmpPacket.Read(file);
    public OutputIntent[] Intents { get; } = OutputIntent.All(file);
    public NumberTree ParentTree { get; } = new(file.Catalog["StructTreeRoot"]["ParentTree"]);
    public bool IsTagged => Catalog["StructTreeRoot"] is PdfDictionary;

    /// <summary>How many pages were read.</summary>
    public int Pages { get; set; }

    /// <summary>The index of each page by its object number.</summary>
    public Dictionary<int, int> PageIndexes { get; } = [];

    /// <summary>Where the content of each mark begins.</summary>
    public Dictionary<(int Page, int Mark), Place> MarkPlaces { get; } = [];

    /// <summary>The most ink of images in per cent by their object numbers; null where it cannot be told.</summary>
    public Dictionary<int, double?> ImageInks { get; } = [];

    /// <summary>Forms that hold marks of the structure, with the first page that draws them.</summary>
    public Dictionary<int, int> MarkedForms { get; } = [];

    /// <summary>How full each page is, by index; empty for an untagged file.</summary>
    public Dictionary<int, PageFill> Fills { get; } = [];

    /// <summary>The intent of a kind: <c>GTS_PDFA1</c>, <c>GTS_PDFX</c>.</summary>
    public OutputIntent? IntentOf(string kind) => Array.Find(Intents, intent => intent.Kind == kind);
}

/// <summary>A page as its checks look at it.</summary>
internal sealed class PageView(DocumentView document, PdfPage page, PageContent content)
{
    public DocumentView Document => document;
    public PdfPage Page => page;
    public PageContent Content => content;
    public Place Place => new(page.Index);
    public PageText Text => field ??= PageText.Of(page, content);

    /// <summary>The blocks of text on a tagged page, in reading order.</summary>
    public List<TextBlock> Blocks => field ??= TextBlock.On(this);

    public IEnumerable<PdfObject> Annotations => page.Dictionary["Annots"].Items;

    /// <summary>The elements of the page's marks, by mark; empty on an untagged page.</summary>
    public PdfObject MarkParents => page.Dictionary["StructParents"].AsInteger is { } key ? document.ParentTree[key] : PdfNull.Instance;

    /// <summary>Where an annotation stands: the upper left corner of its rectangle.</summary>
    public Place PlaceOf(PdfObject annotation) => Box.Of(annotation["Rect"]) is { } box ? new(page.Index, box.Left, box.Top) : Place;

    public Place PlaceOf(Box box) => new(page.Index, box.Left, box.Top);

    public Place PlaceOf(in ShownGlyph glyph) => new(page.Index, glyph.X, glyph.Y);

    public Place PlaceOf(in PaintedImage image) => new(page.Index, image.Matrix.E, image.Matrix.F + image.Matrix.D);
}

/// <summary>A font with the codes that pages show.</summary>
internal readonly record struct FontView(DocumentView Document, PdfFont Font)
{
    public string Name => Font.Name;
    public Place FirstPlace => Font.Used.Count > 0 ? Font.Used.First().Value : Place.Document;
}

/// <summary>A dictionary or stream of the file, wherever it stands.</summary>
internal readonly record struct ObjectView(DocumentView Document, PdfObject Item, int Number)
{
    public Place Place => Document.PageIndexes.TryGetValue(Number, out var page) ? new(page) : Place.Document;

    /// <summary>How messages name it.</summary>
    public string Label => $"{Number} 0 R";
}

/// <summary>An element of the structure, met on a walk from the root in reading order.</summary>
internal sealed record ElementView(DocumentView Document, PdfDictionary Element)
{
    public required string RawRole { get; init; }

    /// <summary>The standard type that the role map makes of it; empty where it makes none.</summary>
    public required string Role { get; init; }
    public required string ParentRole { get; init; }
    public required List<string> KidRoles { get; init; }
    public required bool IsMappedInCircle { get; init; }

    /// <summary>The level of the heading before; 0 before the first.</summary>
    public required int PreviousHeading { get; init; }
    public required bool HasUnnumberedHeadings { get; init; }

    /// <summary>Whether an element before has the same identifier.</summary>
    public required bool RepeatsIdentifier { get; init; }

    /// <summary>Whether this or an element around it tells its language.</summary>
    public required bool HasLanguage { get; init; }
    public required Place Place { get; init; }

    /// <summary>1 to 6 for H1 to H6; 0 for all others.</summary>
    public int HeadingLevel => LevelOf(Role);

    public static int LevelOf(string role) => role is ['H', >= '1' and <= '6' and var digit] ? digit - '0' : 0;
}
