using Typeset.Pages;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Structure;

/// <summary>Writes the elements of the structure (ISO 32000-1 §14.7.2).</summary>
internal static class StructureElementObjects
{
    /// <summary>Writes all elements and returns the tree of their identifiers; null where none has one.</summary>
    public static int? Write(ObjectFile file, PageTree pages, StructureTree tree)
    {
        var kids = tree.KidsByElement().AsSpan();
        var notes = new List<int>();
        for (var element = 0; element < tree.Count; element++)
        {
            var count = 0;
            while (count < kids.Length && kids[count].Element == element) count++;
            if (tree.ObjectOf(element) != 0) WriteElement(file, pages, tree, element, kids[..count]);
            if (tree.ObjectOf(element) != 0 && tree.Element(element).Role == StructureRole.Note) notes.Add(element);
            kids = kids[count..];
        }

        if (notes.Count == 0) return null;
        return new SortedTree("Names"u8.ToArray(), notes.Count, (to, i) => WriteIdentifier(to, notes[i]), (to, i) => to.Reference(tree.ObjectOf(notes[i]))).Write(file);
    }

    private static void WriteElement(ObjectFile file, PageTree pages, StructureTree tree, int index, ReadOnlySpan<StructureKid> kids)
    {
        var element = tree.Element(index);
        var page = FirstPage(kids);
        var body = new ByteWriter().Open();
        WriteAttributes(body, tree, index);
        if (element.Alternative.Length > 0) body.Key("Alt"u8).Text(element.Alternative);
        if (element.Role == StructureRole.Note) WriteIdentifier(body.Key("ID"u8), index);
        body.Key("K"u8).OpenArray();
        foreach (var kid in kids) WriteKid(body, pages, tree, kid, page);
        body.CloseArray();
        if (element.Language.Length > 0) body.Key("Lang"u8).Text(element.Language);
        body.Key("P"u8).Reference(tree.ObjectOf(element.Parent));
        if (page >= 0) body.Key("Pg"u8).Reference(pages.PageObject(page));
        file.Add(tree.ObjectOf(index), body.Key("S"u8).Name(StructureRoles.NameOf(element.Role)).Key("Type"u8).Name("StructElem"u8).Close());
    }

    /// <summary>What the kind of element asks to be said besides (ISO 32000-1 §14.8.5).</summary>
    private static void WriteAttributes(ByteWriter body, StructureTree tree, int index)
    {
        switch (tree.Element(index))
        {
            case { Role: StructureRole.TableHeaderCell }:
                body.Key("A"u8).Open().Key("O"u8).Name("Table"u8).Key("Scope"u8).Name("Column"u8).Close();
                break;
            case { Role: StructureRole.List } list:
                body.Key("A"u8).Open().Key("ListNumbering"u8).Name(list.Counted ? "Decimal"u8 : "Disc"u8).Key("O"u8).Name("List"u8).Close();
                break;
            case { Role: StructureRole.Figure } when tree.Figures.TryGetValue(index, out var figure):
                body.Key("A"u8).Open();
                figure.Write(body.Key("BBox"u8));
                body.Key("O"u8).Name("Layout"u8).Key("Placement"u8).Name("Block"u8).Close();
                break;
        }
    }

    private static int FirstPage(ReadOnlySpan<StructureKid> kids)
    {
        foreach (var kid in kids)
        {
            if (kid.Kind != StructureKidKind.Element) return kid.Page;
        }

        return -1;
    }

    private static void WriteKid(ByteWriter body, PageTree pages, StructureTree tree, StructureKid kid, int page)
    {
        switch (kid.Kind)
        {
            case StructureKidKind.Element:
                body.Reference(tree.ObjectOf(kid.Value));
                break;
            case StructureKidKind.Mark when kid.Page == page:
                body.Integer(kid.Value);
                break;
            case StructureKidKind.Mark:
                body.Open().Key("MCID"u8).Integer(kid.Value).Key("Pg"u8).Reference(pages.PageObject(kid.Page)).Key("Type"u8).Name("MCR"u8).Close();
                break;
            default:
                body.Open().Key("Obj"u8).Reference(kid.Value).Key("Pg"u8).Reference(pages.PageObject(kid.Page)).Key("Type"u8).Name("OBJR"u8).Close();
                break;
        }
    }

    /// <summary>Notes have identifiers (PDF/UA-1 §7.9); ten digits, so that their order as strings is that of the elements.</summary>
    private static void WriteIdentifier(ByteWriter to, int element) => to.Raw("(note-"u8).Digits(element, 10).Raw(")"u8);
}
