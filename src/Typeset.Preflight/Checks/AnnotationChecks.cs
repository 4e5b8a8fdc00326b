using Typeset.Preflight.Reading;
using M = Typeset.Core.Messages.FindingMessages;

namespace Typeset.Preflight.Checks;

/// <summary>Annotations: links above all.</summary>
internal static class AnnotationChecks
{
    private const int Invisible = 1, Hidden = 2, Print = 4, NoView = 32, ToggleNoView = 256;

    public static void AddTo(Dictionary<string, Delegate> checks)
    {
        checks["annotation-kinds"] = (PageCheck)Kinds;
        checks["annotation-flags"] = (PageCheck)Flags;
        checks["annotation-appearance"] = (PageCheck)Appearance;
        checks["annotation-opacity"] = (PageCheck)Opacity;
        checks["link-contents"] = (PageCheck)LinkContents;
        checks["annotation-contents"] = (PageCheck)Contents;
        checks["link-tagged"] = (PageCheck)LinkTagged;
        checks["annotation-tagged"] = (PageCheck)AnnotationTagged;
        checks["tabs"] = (PageCheck)Tabs;
        checks["annotations-off-page"] = (PageCheck)OffPage;
    }

    private static string KindOf(PdfObject annotation) => annotation["Subtype"].AsName ?? "";

    /// <summary>The clause's words are the kinds that may be.</summary>
    private static void Kinds(PageView page, ClauseFindings found)
    {
        foreach (var annotation in page.Annotations)
        {
            if (!found.Clause.Words.Contains(KindOf(annotation))) found.At(page.PlaceOf(annotation), M.AnnotationType, KindOf(annotation));
        }
    }

    private static void Flags(PageView page, ClauseFindings found)
    {
        foreach (var annotation in page.Annotations.Where(static a => KindOf(a) != "Popup"))
        {
            var flags = annotation["F"].AsInteger ?? 0;
            if ((flags & Print) == 0 || (flags & (Invisible | Hidden | NoView | ToggleNoView)) != 0) found.At(page.PlaceOf(annotation), M.AnnotationFlags, KindOf(annotation), flags.ToString());
        }
    }

    private static void Appearance(PageView page, ClauseFindings found)
    {
        foreach (var annotation in page.Annotations)
        {
            var isEmpty = Box.Of(annotation["Rect"]) is { Width: 0, Height: 0 };
            if (KindOf(annotation) is not ("Popup" or "Link") && !isEmpty && annotation["AP"]["N"].IsNull) found.At(page.PlaceOf(annotation), M.Missing, "AP");
        }
    }

    private static void Opacity(PageView page, ClauseFindings found)
    {
        foreach (var annotation in page.Annotations)
        {
            if (annotation["CA"].AsNumber is < 1) found.At(page.PlaceOf(annotation), M.Transparent, "CA");
        }
    }

    private static void LinkContents(PageView page, ClauseFindings found)
    {
        foreach (var link in page.Annotations.Where(static a => KindOf(a) == "Link"))
        {
            if (string.IsNullOrEmpty(link["Contents"].AsText)) found.At(page.PlaceOf(link), M.AnnotationSilent, "Link");
        }
    }

    private static void Contents(PageView page, ClauseFindings found)
    {
        foreach (var annotation in page.Annotations.Where(static a => KindOf(a) is not ("Link" or "Widget" or "Popup" or "PrinterMark")))
        {
            if (string.IsNullOrEmpty(annotation["Contents"].AsText) && ElementOf(page, annotation)["Alt"].IsNull) found.At(page.PlaceOf(annotation), M.AnnotationSilent, KindOf(annotation));
        }
    }

    private static void LinkTagged(PageView page, ClauseFindings found)
    {
        foreach (var link in page.Annotations.Where(static a => KindOf(a) == "Link")) HoldTagged(page, link, "Link", found);
    }

    private static void AnnotationTagged(PageView page, ClauseFindings found)
    {
        foreach (var annotation in page.Annotations.Where(static a => KindOf(a) is not ("Link" or "Widget" or "Popup" or "PrinterMark"))) HoldTagged(page, annotation, "Annot", found);
    }

    private static void HoldTagged(PageView page, PdfObject annotation, string role, ClauseFindings found)
    {
        var element = ElementOf(page, annotation);
        var refers = element["K"] is PdfArray kids ? kids.Select().Any(kid => RefersTo(kid, annotation)) : RefersTo(element["K"], annotation);
        if (element["S"].AsName != role || !refers) found.At(page.PlaceOf(annotation), M.AnnotationUntagged, KindOf(annotation), role);
    }

    private static bool RefersTo(PdfObject kid, PdfObject annotation) => kid["Type"].AsName == "OBJR" && kid["Obj"].Number == annotation.Number && annotation.Number != 0;

    private static PdfObject ElementOf(PageView page, PdfObject annotation) =>
        annotation["StructParent"].AsInteger is { } key ? page.Document.ParentTree[key] : PdfNull.Instance;

    private static void Tabs(PageView page, ClauseFindings found)
    {
        if (page.Annotations.Any() && page.Page.Dictionary["Tabs"].AsName != "S") found.At(page.Place, M.Missing, "Tabs S");
    }

    /// <summary>PDF/X: annotations lie outside of what is printed, printer's marks and trap nets aside.</summary>
    private static void OffPage(PageView page, ClauseFindings found)
    {
        var printed = page.Page.BoxOf("BleedBox") ?? page.Page.Trim;
        foreach (var annotation in page.Annotations.Where(static a => KindOf(a) is not ("TrapNet" or "PrinterMark")))
        {
            if (Box.Of(annotation["Rect"]) is { } box && box.Meets(printed)) found.At(page.PlaceOf(annotation), M.AnnotationOnPage, KindOf(annotation));
        }
    }
}
