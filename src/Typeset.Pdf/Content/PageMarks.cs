using System.Collections.Immutable;
using Typeset.Pages;
using Typeset.Pdf.Objects;
using Typeset.Pdf.Structure;

namespace Typeset.Pdf.Content;

/// <summary>
/// The marked content of a page (ISO 32000-1 §14.6, §14.7.4): what is painted belongs to the innermost open element. Sequences are opened only
/// when something is painted, and never lie in one another; furniture, and what stands in no element, is an artifact.
/// </summary>
internal sealed class PageMarks(ImmutableArray<StructureElement> structure, PageContent content)
{
    private const int Artifact = -1;
    private const int Nothing = -2;

    private readonly Stack<int> _open = [];
    private int _marked;

    public void Begin()
    {
        _open.Clear();
        _marked = Nothing;
    }

    /// <summary>Whether the sequence that is open is the one for what is painted next.</summary>
    public bool IsCurrent => _marked == Owner;

    public void Push(int element)
    {
        var owner = Owner == Artifact && _open.Count > 0 ? Artifact : element;
        if ((uint)element >= (uint)structure.Length || structure[element].Role == StructureRole.Artifact) owner = Artifact;
        _open.Push(owner);
        if (owner != Artifact) content.Structure.Add(new(StructureEventKind.Begin, owner, 0));
    }

    public void Pop() => _open.TryPop(out _);

    /// <summary>Opens the sequence for what is painted next.</summary>
    public void Open()
    {
        Close();
        _marked = Owner;
        if (_marked == Artifact) content.Operators.Raw("/Artifact BMC\n"u8);
        else OpenElement();
    }

    public void Close()
    {
        if (_marked != Nothing) content.Operators.Raw("EMC\n"u8);
        _marked = Nothing;
    }

    /// <summary>Has a link belong to the element it stands in; false where that is none.</summary>
    public bool AddLink(int link)
    {
        if (Owner == Artifact) return false;
        content.Structure.Add(new(StructureEventKind.Link, Owner, link));
        return true;
    }

    /// <summary>The figure that what is painted next belongs to, if it does.</summary>
    public int? Figure => Owner is not Artifact and var owner && structure[owner].Role == StructureRole.Figure ? owner : null;

    private int Owner => _open.TryPeek(out var element) ? element : Artifact;

    private void OpenElement()
    {
        var mark = content.MarkCount++;
        content.Structure.Add(new(StructureEventKind.Mark, _marked, mark));
        content.Operators.Name(StructureRoles.NameOf(structure[_marked].Role)).Raw("<</MCID "u8).Integer(mark).Raw(">> BDC\n"u8);
    }
}
