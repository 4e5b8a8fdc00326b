using System.Collections.Immutable;
using Typeset.Pages;
using Typeset.Pdf.Content;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Structure;

/// <summary>
/// The logical structure as pages bring it in (ISO 32000-1 §14.7): which elements there are, what each holds, and back from content to element.
/// Kept are sixteen bytes for each piece of content; all else is written out with its page.
/// </summary>
internal sealed class StructureTree
{
    private const int Absent = 0;

    private readonly ObjectFile _file;
    private readonly PageTree _pages;
    private readonly ImmutableArray<StructureElement> _elements;
    private readonly int _root;

    // By element; 0 for one that no page has met yet.
    private readonly List<int> _objects;

    // Links that stand in no Link element get one of their own, numbered after the booklet's.
    private readonly List<StructureElement> _added = [];

    private readonly List<StructureKid> _kids = [];
    private readonly Dictionary<int, FigureBox> _figures = [];

    // By page: the object with the elements of its marks; then the elements of links.
    private readonly List<int> _markParents = [];
    private readonly List<int> _linkParents = [];

    public StructureTree(ObjectFile file, PageTree pages, PagedBooklet booklet)
    {
        _file = file;
        _pages = pages;
        _elements = booklet.Structure;
        _root = file.Reserve();
        _objects = [.. new int[_elements.Length]];
    }

    /// <summary>Takes in what a page adds; its annotations are already numbered.</summary>
    public void AddPage(int page, PageContent content, ReadOnlySpan<PlacedLink> links)
    {
        foreach (var figure in content.Figures) _figures.TryAdd(figure.Element, figure);
        var marks = new ByteWriter().OpenArray();
        foreach (var item in content.Structure)
        {
            Meet(item.Element);
            if (item.Kind == StructureEventKind.Mark)
            {
                marks.Reference(_objects[item.Element]);
                _kids.Add(new(item.Element, page, StructureKidKind.Mark, item.Value));
            }
            else if (item.Kind == StructureEventKind.Link) AddLink(page, item.Element, links[item.Value]);
        }

        var number = _file.Reserve();
        _file.Add(number, marks.CloseArray());
        _markParents.Add(number);
    }

    /// <summary>The key under which the next link's element will be found.</summary>
    public int NextLinkKey(int pageCount, int linksOnPage) => pageCount + _linkParents.Count + linksOnPage;

    /// <summary>Writes the tree and returns its root.</summary>
    public int Write()
    {
        MeetEmptyCells();
        var parents = new SortedTree("Nums"u8.ToArray(), _markParents.Count + _linkParents.Count, static (to, i) => to.Integer(i),
            (to, i) => to.Reference(i < _markParents.Count ? _markParents[i] : _linkParents[i - _markParents.Count])).Write(_file);
        var notes = StructureElementObjects.Write(_file, _pages, this);
        var body = new ByteWriter().Open();
        if (notes is { } tree) body.Key("IDTree"u8).Reference(tree);
        body.Key("K"u8).OpenArray();
        if (_elements.Length > 0 && _objects[0] != Absent) body.Reference(_objects[0]);
        body.CloseArray().Key("ParentTree"u8).Reference(parents)
            .Key("ParentTreeNextKey"u8).Integer(_markParents.Count + _linkParents.Count)
            .Key("RoleMap"u8).Open().Key(StructureRoles.Title).Name("P"u8).Close()
            .Key("Type"u8).Name("StructTreeRoot"u8).Close();
        _file.Add(_root, body);
        return _root;
    }

    internal int Count => _objects.Count;

    internal StructureElement Element(int index) => index < _elements.Length ? _elements[index] : _added[index - _elements.Length];

    /// <summary>0 for an element that no page has met.</summary>
    internal int ObjectOf(int element) => element < 0 ? _root : _objects[element];

    /// <summary>
    /// What every element holds; all the first element's kids, then the second's … They come in the order of the pages, but parts of lists and
    /// tables in that of the structure: a cell without text keeps its column, and a label stands before its item.
    /// </summary>
    internal StructureKid[] KidsByElement()
    {
        var kids = _kids.ToArray();
        var order = new (int Element, int Place)[kids.Length];
        for (var i = 0; i < kids.Length; i++) order[i] = (kids[i].Element, IsOrdered(kids[i]) ? kids[i].Value : i);
        Array.Sort(order, kids);
        return kids;
    }

    private bool IsOrdered(in StructureKid kid) => kid.Kind == StructureKidKind.Element
        && Element(kid.Element).Role is StructureRole.Table or StructureRole.TableHead or StructureRole.TableBody or StructureRole.TableRow or StructureRole.ListItem;

    /// <summary>Where the page's figures stand, in the file's terms; the first part counts.</summary>
    internal IReadOnlyDictionary<int, FigureBox> Figures => _figures;

    private void AddLink(int page, int element, PlacedLink link)
    {
        if (link.Annotation == Absent) return;
        if (Element(element).Role != StructureRole.Link)
        {
            _added.Add(new StructureElement(StructureRole.Link, element));
            _objects.Add(Absent);
            element = _objects.Count - 1;
            Meet(element);
        }

        _kids.Add(new(element, page, StructureKidKind.Object, link.Annotation));
        _linkParents.Add(_objects[element]);
    }

    /// <summary>Gives an element and those it stands in their places in the tree, each at its first coming.</summary>
    private void Meet(int element)
    {
        if (_objects[element] != Absent) return;
        var parent = Element(element).Parent;
        if (parent >= 0) Meet(parent);
        _objects[element] = _file.Reserve();
        if (parent >= 0) _kids.Add(new(parent, 0, StructureKidKind.Element, element));
    }

    /// <summary>A cell or row that nothing is printed in still holds its place.</summary>
    private void MeetEmptyCells()
    {
        for (var i = 0; i < _elements.Length; i++)
        {
            if (_elements[i] is { Role: StructureRole.TableDataCell or StructureRole.TableHeaderCell or StructureRole.TableRow, Parent: >= 0 and var parent } && IsInMetTable(parent)) Meet(i);
        }
    }

    private bool IsInMetTable(int element)
    {
        while (_elements[element] is { Role: StructureRole.TableRow or StructureRole.TableHead or StructureRole.TableBody, Parent: >= 0 and var parent }) element = parent;
        return _elements[element].Role == StructureRole.Table && _objects[element] != Absent;
    }
}

internal enum StructureKidKind : byte { Element, Mark, Object }

/// <summary>One thing an element holds: an element (by index), a mark of a page, or an annotation (by object) of a page.</summary>
internal readonly record struct StructureKid(int Element, int Page, StructureKidKind Kind, int Value);

/// <summary>A page's link: its annotation's object, 0 where it leads nowhere.</summary>
internal readonly record struct PlacedLink(int Annotation);
