using Typeset.Core.Messages;
using Typeset.Preflight.Reading;

namespace Typeset.Preflight.Checks;

/// <summary>Walks the structure tree in reading order (ISO 32000-1 §14.7.2), one element at a time; nothing of it is kept.</summary>
internal sealed class StructureWalker(DocumentView document)
{
    private static readonly HashSet<string> StandardTypes =
    [
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6",
        "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot",
        "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
    ];

    private readonly PdfObject _roles = document.Catalog["StructTreeRoot"]["RoleMap"];
    private readonly HashSet<int> _seen = [];
    private readonly HashSet<string> _identifiers = [];
    private int _heading;
    private bool _hasPlainHeadings;
    private int _count;

    public static bool IsStandard(string role) => StandardTypes.Contains(role);

    /// <summary>All elements, each after those before it and the ones around it.</summary>
    /// <exception cref="PdfFormatException">The tree leads back to itself or is too large.</exception>
    public IEnumerable<ElementView> Walk()
    {
        var open = new Stack<(PdfObject Element, string Parent, bool HasLanguage, int Depth)>();
        Push(open, document.Catalog["StructTreeRoot"]["K"], "StructTreeRoot", document.Catalog["Lang"].AsText is { Length: > 0 }, 0);
        while (open.TryPop(out var next))
        {
            if (next.Element is not PdfDictionary element || element["S"].AsName is not { } role) continue;
            if (++_count > Limits.StructureElements || next.Depth > Limits.StructureNesting) throw new PdfFormatException(PreflightMessages.TooMuch, "elements of the structure");
            if (element.Number != 0 && !_seen.Add(element.Number)) throw new PdfFormatException(PreflightMessages.DamagedObject, element.Number.ToString(), "the structure leads back to it");
            var view = View(element, role, next.Parent, next.HasLanguage);
            yield return view;
            _heading = view.HeadingLevel > 0 ? view.HeadingLevel : _heading;
            _hasPlainHeadings |= view.Role == "H";
            Push(open, element["K"], view.Role, view.HasLanguage, next.Depth + 1);
        }
    }

    private static void Push(Stack<(PdfObject, string, bool, int)> open, PdfObject kids, string parent, bool hasLanguage, int depth)
    {
        if (kids is PdfDictionary only) open.Push((only, parent, hasLanguage, depth));
        if (kids is not PdfArray array) return;
        for (var i = array.Count - 1; i >= 0; i--)
        {
            if (array.Raw[i] is not PdfNumber) open.Push((array[i], parent, hasLanguage, depth));
        }
    }

    private ElementView View(PdfDictionary element, string role, string parent, bool hasLanguage)
    {
        var (standard, isCircle) = StandardOf(role);
        var identifier = element["ID"].AsText;
        return new ElementView(document, element)
        {
            RawRole = role, Role = standard, ParentRole = parent, IsMappedInCircle = isCircle,
            KidRoles = [.. Kids(element).Select(kid => kid["S"].AsName).OfType<string>().Select(name => StandardOf(name).Role)],
            PreviousHeading = _heading, HasUnnumberedHeadings = _hasPlainHeadings,
            RepeatsIdentifier = identifier is not null && !_identifiers.Add(identifier),
            HasLanguage = hasLanguage || element["Lang"].AsText is { Length: > 0 }, Place = PlaceOf(element, 0),
        };
    }

    private static IEnumerable<PdfObject> Kids(PdfObject element) => element["K"] is PdfArray array ? array.Select() : [element["K"]];

    /// <summary>The standard type behind a role; itself where it is one, empty where none is.</summary>
    public (string Role, bool IsCircle) StandardOf(string role)
    {
        var start = role;
        for (var hops = 0; hops < Limits.Nesting; hops++)
        {
            if (IsStandard(role)) return (role, false);
            if (_roles[role].AsName is not { } next) return ("", false);
            role = next;
            if (role == start) return ("", true);
        }

        return ("", true);
    }

    /// <summary>Where an element's first content stands.</summary>
    private Place PlaceOf(PdfObject element, int depth)
    {
        var own = element["Pg"].Number;
        foreach (var kid in Kids(element))
        {
            var page = kid["Pg"].Number is var other and not 0 ? other : own;
            if (!document.PageIndexes.TryGetValue(page, out var index)) index = -1;
            if ((kid.AsInteger ?? kid["MCID"].AsInteger) is { } mark && index >= 0) return document.MarkPlaces.GetValueOrDefault((index, mark), new Place(index));
            if (kid["Type"].AsName == "OBJR" && index >= 0) return new Place(index);
        }

        if (depth > 8) return Place.Document;
        return Kids(element).Where(static kid => kid["S"].AsName is not null).Select(kid => PlaceOf(kid, depth + 1)).FirstOrDefault(static place => place.Page >= 0, Place.Document);
    }
}
