using Typeset.Preflight.Reading;
using M = Typeset.Core.Messages.FindingMessages;

namespace Typeset.Preflight.Checks;

/// <summary>The logical structure, element by element (the machine conditions of the Matterhorn Protocol 1.02).</summary>
internal static class StructureChecks
{
    public static void AddTo(Dictionary<string, Delegate> checks)
    {
        checks["roles-mapped"] = (ElementCheck)RolesMapped;
        checks["roles-not-circular"] = (ElementCheck)RolesNotCircular;
        checks["roles-not-remapped"] = (DocumentCheck)RolesNotRemapped;
        checks["table-parts"] = (ElementCheck)TableParts;
        checks["list-parts"] = (ElementCheck)ListParts;
        checks["contents-parts"] = (ElementCheck)ContentsParts;
        checks["figure-alternative"] = (ElementCheck)FigureAlternative;
        checks["formula-alternative"] = (ElementCheck)FormulaAlternative;
        checks["first-heading"] = (ElementCheck)FirstHeading;
        checks["heading-levels"] = (ElementCheck)HeadingLevels;
        checks["headings-of-one-kind"] = (ElementCheck)HeadingsOfOneKind;
        checks["header-cell-scope"] = (ElementCheck)HeaderCellScope;
        checks["note-identifier"] = (ElementCheck)NoteIdentifier;
        checks["note-identifier-unique"] = (ElementCheck)NoteIdentifierUnique;
        checks["element-language"] = (ElementCheck)ElementLanguage;
        checks["alternative-language"] = (ElementCheck)AlternativeLanguage;
        checks["outline-language"] = (DocumentCheck)OutlineLanguage;
    }

    private static void RolesMapped(ElementView view, ClauseFindings found)
    {
        if (view.Role.Length == 0 && !view.IsMappedInCircle) found.At(view.Place, M.StructureRole, view.RawRole);
    }

    private static void RolesNotCircular(ElementView view, ClauseFindings found)
    {
        if (view.IsMappedInCircle) found.At(view.Place, M.StructureCircle, view.RawRole);
    }

    private static void RolesNotRemapped(DocumentView document, ClauseFindings found)
    {
        foreach (var role in document.Catalog["StructTreeRoot"]["RoleMap"].Dictionary?.Raw.Keys.Where(StructureWalker.IsStandard) ?? []) found.InFile(M.StructureRemapped, role);
    }

    private static void TableParts(ElementView view, ClauseFindings found)
    {
        var isRight = view.Role switch
        {
            "TR" => view.ParentRole is "Table" or "THead" or "TBody" or "TFoot",
            "TH" or "TD" => view.ParentRole is "TR",
            "THead" or "TBody" or "TFoot" => view.ParentRole is "Table",
            _ => true,
        };
        if (!isRight) found.At(view.Place, M.StructureParent, view.Role, view.ParentRole);
        HoldKids(view, "Table", ["TR", "THead", "TBody", "TFoot", "Caption"], found);
        HoldKids(view, "TR", ["TH", "TD"], found);
    }

    private static void ListParts(ElementView view, ClauseFindings found)
    {
        var isRight = view.Role switch { "LI" => view.ParentRole is "L", "LBody" => view.ParentRole is "LI", _ => true };
        if (!isRight) found.At(view.Place, M.StructureParent, view.Role, view.ParentRole);
        HoldKids(view, "L", ["LI", "L", "Caption"], found);
        HoldKids(view, "LI", ["Lbl", "LBody"], found);
    }

    private static void ContentsParts(ElementView view, ClauseFindings found)
    {
        if (view.Role == "TOCI" && view.ParentRole != "TOC") found.At(view.Place, M.StructureParent, view.Role, view.ParentRole);
        HoldKids(view, "TOC", ["TOC", "TOCI", "Caption"], found);
    }

    private static void HoldKids(ElementView view, string role, string[] allowed, ClauseFindings found)
    {
        if (view.Role != role) return;
        foreach (var kid in view.KidRoles.Where(kid => !allowed.Contains(kid))) found.At(view.Place, M.StructureParent, kid, role);
    }

    private static void FigureAlternative(ElementView view, ClauseFindings found) => HoldAlternative(view, "Figure", found);

    private static void FormulaAlternative(ElementView view, ClauseFindings found) => HoldAlternative(view, "Formula", found);

    private static void HoldAlternative(ElementView view, string role, ClauseFindings found)
    {
        if (view.Role == role && string.IsNullOrWhiteSpace(view.Element["Alt"].AsText) && view.Element["ActualText"].AsText is null) found.At(view.Place, M.StructureNoAlt, role);
    }

    private static void FirstHeading(ElementView view, ClauseFindings found)
    {
        if (view.HeadingLevel > 1 && view.PreviousHeading == 0) found.At(view.Place, M.StructureFirstHeading, view.HeadingLevel.ToString());
    }

    private static void HeadingLevels(ElementView view, ClauseFindings found)
    {
        if (view.PreviousHeading > 0 && view.HeadingLevel > view.PreviousHeading + 1) found.At(view.Place, M.StructureSkipped, view.PreviousHeading.ToString(), view.HeadingLevel.ToString());
    }

    private static void HeadingsOfOneKind(ElementView view, ClauseFindings found)
    {
        if (view.HeadingLevel > 0 && view.HasUnnumberedHeadings || view.Role == "H" && view.PreviousHeading > 0) found.At(view.Place, M.StructureMixed);
    }

    private static void HeaderCellScope(ElementView view, ClauseFindings found)
    {
        if (view.Role != "TH" || view.Element["ID"] is PdfString) return;
        var attributes = view.Element["A"] is PdfArray list ? list.Select() : [view.Element["A"]];
        if (!attributes.Any(static a => a["O"].AsName == "Table" && a["Scope"].AsName is "Row" or "Column" or "Both")) found.At(view.Place, M.StructureNoScope);
    }

    private static void NoteIdentifier(ElementView view, ClauseFindings found)
    {
        if (view.Role == "Note" && string.IsNullOrEmpty(view.Element["ID"].AsText)) found.At(view.Place, M.StructureNoId);
    }

    private static void NoteIdentifierUnique(ElementView view, ClauseFindings found)
    {
        if (view is { Role: "Note", RepeatsIdentifier: true }) found.At(view.Place, M.StructureSameId, view.Element["ID"].AsText ?? "");
    }

    private static void ElementLanguage(ElementView view, ClauseFindings found)
    {
        if (view.Element["Lang"].AsText is { Length: > 0 } language && !FileChecks.LanguageTag().IsMatch(language)) found.At(view.Place, M.BadLanguage, language);
    }

    private static void AlternativeLanguage(ElementView view, ClauseFindings found)
    {
        if (!view.HasLanguage && (view.Element["Alt"].AsText ?? view.Element["ActualText"].AsText ?? view.Element["E"].AsText) is { Length: > 0 }) found.At(view.Place, M.NoLanguage);
    }

    private static void OutlineLanguage(DocumentView document, ClauseFindings found)
    {
        if (!document.Catalog["Outlines"]["First"].IsNull && document.Catalog["Lang"].AsText is not { Length: > 0 }) found.InFile(M.NoLanguage);
    }
}
