using Typeset.Pages;
using Typeset.Pdf.Conformance;
using Typeset.Pdf.Content;
using Typeset.Pdf.Metadata;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Structure;

/// <summary>The document around the content streams (ISO 32000-1 §7.7): pages, what they show, and what leads to them.</summary>
internal sealed class DocumentObjects
{
    private readonly ObjectFile _file;
    private readonly PagedBooklet _booklet;
    private readonly int _catalog;
    private readonly PageTree _pages;
    private readonly NamedPlaces _places;
    private readonly StructureTree? _structure;
    private readonly OutputIntents _intents;
    private readonly PageFrame _frame;
    private readonly AttachedFiles _attached;
    private readonly ContentResources _resources;
    private readonly PdfStandard _standard;
    private readonly PageSpace _space = new();
    private readonly ByteWriter _body = new();

    public DocumentObjects(ObjectFile file, PagedBooklet booklet, PdfOptions options)
    {
        _file = file;
        _standard = options.Standard;
        booklet = _booklet = booklet with { Info = ClaimedInfo.For(booklet.Info, _standard) };
        _catalog = file.Reserve();
        _pages = new PageTree(file, booklet.Pages.Length);
        _places = new NamedPlaces(booklet, _pages);
        _frame = new PageFrame(options);
        _attached = new AttachedFiles(file, options, booklet.Info.Date);
        _intents = new OutputIntents(file, _standard, options.Press);
        _resources = new ContentResources(file, options, _intents);
        if (options.IsTagged) _structure = new StructureTree(file, _pages, booklet);
    }

    /// <summary>The object of a font, by its place among the file's fonts.</summary>
    public int FontObject(int index) => _resources.FontObject(index);

    /// <summary>Writes a page with its content and its images; pages come in order.</summary>
    public void AddPage(int index, PageContent content, ReadOnlySpan<byte> operators)
    {
        _space.Height = _booklet.Pages[index].Trim.Height;
        var contents = _file.Reserve();
        _body.Clear();
        _file.AddStream(contents, _body.Open().Key("Filter"u8).Name("FlateDecode"u8).Key("Length"u8).Integer(operators.Length).Close(), operators);
        _resources.AddImages(content);
        var links = AddLinks(content.Links);
        _structure?.AddPage(index, content, links);
        WritePage(index, content, contents, links);
    }

    /// <summary>Writes what must know all pages, and ends the file.</summary>
    public void Finish()
    {
        _pages.Write(_file);
        var metadata = _file.Reserve();
        XmpPacket.Write(_file, metadata, _booklet.Info, _standard);
        WriteCatalog(metadata);
        var information = _file.Reserve();
        _file.Add(information, DocumentInformation.Write(_booklet.Info, _standard));
        _file.Finish(_catalog, information);
    }

    private PlacedLink[] AddLinks(List<PageLink> links)
    {
        var placed = new PlacedLink[links.Count];
        var inStructure = 0;
        for (var i = 0; i < placed.Length; i++)
        {
            var (link, isInStructure) = links[i];
            // Nothing but ink inside the bleed (ISO 15930-4 §6.12, ISO 15930-7 §6.15).
            if (_frame.IsPress || !LinkAnnotations.IsLive(link, _places)) continue;
            placed[i] = new PlacedLink(_file.Reserve());
            int? key = isInStructure ? _structure?.NextLinkKey(_booklet.Pages.Length, inStructure++) : null;
            _file.Add(placed[i].Annotation, LinkAnnotations.Write(link, _space, key));
        }

        return placed;
    }

    private void WritePage(int index, PageContent content, int contents, PlacedLink[] links)
    {
        _body.Clear();
        var body = _body.Open();
        WriteAnnotations(body, links);
        var trim = _booklet.Pages[index].Trim;
        var space = new PageSpace { Height = _frame.Media(trim).Height };
        if (_frame.IsPress) space.Corners(body.Key("BleedBox"u8), _frame.BleedBox(trim));
        body.Key("Contents"u8).Reference(contents).Key("MediaBox"u8);
        space.Corners(body, _frame.Media(trim));
        body.Key("Parent"u8).Reference(_pages.ParentOf(index)).Key("Resources"u8);
        _resources.Write(body, content);
        if (_structure is not null) body.Key("StructParents"u8).Integer(index).Key("Tabs"u8).Name("S"u8);
        if (_frame.IsPress) space.Corners(body.Key("TrimBox"u8), _frame.Trim(trim));
        _file.Add(_pages.PageObject(index), body.Key("Type"u8).Name("Page"u8).Close());
    }

    private static void WriteNames(ByteWriter body, int? places, int? files)
    {
        if (places is null && files is null) return;
        body.Key("Names"u8).Open();
        if (places is { } tree) body.Key("Dests"u8).Reference(tree);
        if (files is { } attached) body.Key("EmbeddedFiles"u8).Reference(attached);
        body.Close();
    }

    private static void WriteAnnotations(ByteWriter body, PlacedLink[] links)
    {
        if (!Array.Exists(links, static l => l.Annotation != 0)) return;
        body.Key("Annots"u8).OpenArray();
        foreach (var link in links)
        {
            if (link.Annotation != 0) body.Reference(link.Annotation);
        }

        body.CloseArray();
    }

    private void WriteCatalog(int metadata)
    {
        var info = _booklet.Info;
        var names = _frame.IsPress ? null : _places.Write(_file);
        var outline = _frame.IsPress ? null : OutlineTree.Write(_file, _booklet.Outline, _places);
        var labels = PageLabelRanges.Write(_file, _booklet.Pages);
        var structure = _structure?.Write();
        _attached.WriteFiles();
        var files = _attached.WriteNames();
        var body = new ByteWriter().Open();
        _attached.WriteAssociation(body);
        if (info.Language.Length > 0) body.Key("Lang"u8).Text(info.Language);
        if (structure is not null) body.Key("MarkInfo"u8).Open().Key("Marked"u8).Boolean(true).Close();
        body.Key("Metadata"u8).Reference(metadata);
        WriteNames(body, names, files);
        if (outline is { } root) body.Key("Outlines"u8).Reference(root);
        _intents.Write(body);
        if (labels is { } ranges) body.Key("PageLabels"u8).Reference(ranges);
        if (outline is not null) body.Key("PageMode"u8).Name("UseOutlines"u8);
        body.Key("Pages"u8).Reference(_pages.Root);
        if (structure is { } elements) body.Key("StructTreeRoot"u8).Reference(elements);
        body.Key("Type"u8).Name("Catalog"u8).Key("ViewerPreferences"u8).Open().Key("DisplayDocTitle"u8).Boolean(true).Close();
        _file.Add(_catalog, body.Close());
    }
}
