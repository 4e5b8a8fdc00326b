using System.Collections.Immutable;
using Typeset.Pages;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Structure;

/// <summary>The outline (ISO 32000-1 §12.3.3): the first level open, deeper ones folded.</summary>
internal sealed class OutlineTree
{
    private readonly ImmutableArray<OutlineEntry> _entries;
    private readonly NamedPlaces _places;
    private readonly Links[] _links;

    private OutlineTree(ImmutableArray<OutlineEntry> entries, NamedPlaces places)
    {
        _entries = entries;
        _places = places;
        _links = Link(entries);
    }

    /// <summary>Neighbours by entry index + 1; 0 is the root as a parent and nothing elsewhere.</summary>
    private struct Links
    {
        public int Parent, Previous, Next, First, Last, Children;
    }

    /// <summary>Writes the outline and returns its root; null where it is empty.</summary>
    public static int? Write(ObjectFile file, ImmutableArray<OutlineEntry> entries, NamedPlaces places)
    {
        if (entries.IsEmpty) return null;
        var root = file.Reserve(entries.Length + 1);
        var tree = new OutlineTree(entries, places);
        tree.WriteRoot(file, root);
        for (var i = 1; i <= entries.Length; i++) tree.WriteItem(file, root, i);
        return root;
    }

    /// <summary>An entry belongs to the nearest one before it of a lower level, whatever levels are left out.</summary>
    private static Links[] Link(ImmutableArray<OutlineEntry> entries)
    {
        var links = new Links[entries.Length + 1];
        var path = new Stack<int>([0]);
        for (var i = 1; i <= entries.Length; i++)
        {
            while (path.Peek() is var above && above != 0 && entries[above - 1].Level >= entries[i - 1].Level) path.Pop();
            Attach(links, path.Peek(), i);
            path.Push(i);
        }

        return links;
    }

    private static void Attach(Links[] links, int parent, int child)
    {
        links[child].Parent = parent;
        links[child].Previous = links[parent].Last;
        if (links[parent].Last != 0) links[links[parent].Last].Next = child;
        else links[parent].First = child;
        links[parent].Last = child;
        links[parent].Children++;
    }

    private void WriteRoot(ObjectFile file, int root)
    {
        var visible = _links[0].Children;
        for (var i = 1; i < _links.Length; i++) visible += IsOpen(i) ? _links[i].Children : 0;
        file.Add(root, new ByteWriter().Open()
            .Key("Count"u8).Integer(visible)
            .Key("First"u8).Reference(root + _links[0].First)
            .Key("Last"u8).Reference(root + _links[0].Last)
            .Key("Type"u8).Name("Outlines"u8).Close());
    }

    private bool IsOpen(int item) => _links[item].Parent == 0;

    private void WriteItem(ObjectFile file, int root, int item)
    {
        var (links, entry) = (_links[item], _entries[item - 1]);
        var body = new ByteWriter().Open();
        if (links.Children > 0) body.Key("Count"u8).Integer(IsOpen(item) ? links.Children : -links.Children);
        if (_places.Has(entry.Destination)) NamedPlaces.WriteName(body.Key("Dest"u8), entry.Destination);
        if (links.First != 0) body.Key("First"u8).Reference(root + links.First).Key("Last"u8).Reference(root + links.Last);
        if (links.Next != 0) body.Key("Next"u8).Reference(root + links.Next);
        body.Key("Parent"u8).Reference(root + links.Parent);
        if (links.Previous != 0) body.Key("Prev"u8).Reference(root + links.Previous);
        file.Add(root + item, body.Key("Title"u8).Text(entry.Title).Close());
    }
}
