using System.Text;
using Typeset.Pages;
using Typeset.Pdf.Content;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Structure;

/// <summary>The booklet's destinations as the file's named ones (ISO 32000-1 §12.3.2.3), so that other documents can point at them too.</summary>
internal sealed class NamedPlaces
{
    private readonly PagedBooklet _booklet;
    private readonly PageTree _pages;
    private readonly (byte[] Name, Destination Place)[] _places;

    public NamedPlaces(PagedBooklet booklet, PageTree pages)
    {
        _booklet = booklet;
        _pages = pages;
        _places = [.. booklet.Destinations
            .Where(d => IsPage(d.Value.PageIndex))
            .Select(static d => (NameBytes(d.Key), d.Value))];
        Array.Sort(_places, static (a, b) => a.Name.AsSpan().SequenceCompareTo(b.Name));
    }

    /// <summary>Whether a link by this name leads anywhere.</summary>
    public bool Has(string name) => _booklet.Destinations.TryGetValue(name, out var place) && IsPage(place.PageIndex);

    /// <summary>Writes a name as links and the outline refer to it.</summary>
    public static void WriteName(ByteWriter to, string name) => to.ByteString(NameBytes(name));

    /// <summary>Writes the tree of names; null where there are none.</summary>
    public int? Write(ObjectFile file)
    {
        if (_places.Length == 0) return null;
        return new SortedTree("Names"u8.ToArray(), _places.Length, (to, i) => to.ByteString(_places[i].Name), (to, i) => WritePlace(to, _places[i].Place)).Write(file);
    }

    private bool IsPage(int index) => (uint)index < (uint)_booklet.Pages.Length;

    private void WritePlace(ByteWriter to, Destination place)
    {
        var space = new PageSpace { Height = _booklet.Pages[place.PageIndex].Trim.Height };
        to.OpenArray().Reference(_pages.PageObject(place.PageIndex)).Name("XYZ"u8).Raw("null "u8)
            .Decimal(space.Y(place.Y), PageSpace.Decimals).Raw("null"u8).CloseArray();
    }

    private static byte[] NameBytes(string name) => Encoding.UTF8.GetBytes(name);
}
