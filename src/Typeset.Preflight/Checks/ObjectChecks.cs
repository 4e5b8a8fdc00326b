using Typeset.Preflight.Reading;
using M = Typeset.Core.Messages.FindingMessages;

namespace Typeset.Preflight.Checks;

/// <summary>What no object of the file may be, wherever it stands.</summary>
internal static class ObjectChecks
{
    private static readonly string[] NamedActions = ["NextPage", "PrevPage", "FirstPage", "LastPage"];

    public static void AddTo(Dictionary<string, Delegate> checks)
    {
        checks["no-lzw"] = (ObjectCheck)NoLzw;
        checks["no-external-data"] = (ObjectCheck)NoExternalData;
        checks["no-postscript"] = (ObjectCheck)NoPostScript;
        checks["no-reference-objects"] = (ObjectCheck)NoReferenceObjects;
        checks["no-alternates"] = (ObjectCheck)NoAlternates;
        checks["no-interpolation"] = (ObjectCheck)NoInterpolation;
        checks["actions"] = (ObjectCheck)Actions;
        checks["no-javascript"] = (ObjectCheck)NoJavaScript;
        checks["no-additional-actions"] = (ObjectCheck)NoAdditionalActions;
        checks["no-file-specifications"] = (ObjectCheck)NoFileSpecifications;
        checks["no-transparency-objects"] = (ObjectCheck)NoTransparencyObjects;
        checks["no-transfer-functions"] = (ObjectCheck)NoTransferFunctions;
        checks["limits"] = (ObjectCheck)LimitsKept;
    }

    private static void NoLzw(ObjectView view, ClauseFindings found)
    {
        if (view.Item is PdfStream stream && StreamDecoder.FiltersOf(stream).Any(static f => f is "LZWDecode" or "LZW")) found.At(view.Place, M.Used, $"LZWDecode ({view.Label})");
    }

    private static void NoExternalData(ObjectView view, ClauseFindings found)
    {
        if (view.Item is not PdfStream stream) return;
        foreach (var key in (string[])["F", "FFilter", "FDecodeParms"])
        {
            if (stream.Entries.Has(key)) found.At(view.Place, M.Used, $"{key} ({view.Label})");
        }
    }

    private static void NoPostScript(ObjectView view, ClauseFindings found)
    {
        if (view.Item is PdfStream && (view.Item["Subtype"].AsName == "PS" || view.Item["Subtype2"].AsName == "PS")) found.At(view.Place, M.Used, $"PostScript XObject ({view.Label})");
    }

    private static void NoReferenceObjects(ObjectView view, ClauseFindings found)
    {
        if (view.Item is PdfStream && view.Item["Subtype"].AsName == "Form" && !view.Item["Ref"].IsNull) found.At(view.Place, M.Used, $"Ref ({view.Label})");
        if (view.Item is PdfStream && !view.Item["OPI"].IsNull) found.At(view.Place, M.Used, $"OPI ({view.Label})");
    }

    private static bool IsImage(PdfObject item) => item is PdfStream && item["Subtype"].AsName == "Image";

    private static void NoAlternates(ObjectView view, ClauseFindings found)
    {
        if (IsImage(view.Item) && !view.Item["Alternates"].IsNull) found.At(view.Place, M.Used, $"Alternates ({view.Label})");
    }

    private static void NoInterpolation(ObjectView view, ClauseFindings found)
    {
        if (IsImage(view.Item) && view.Item["Interpolate"].AsBoolean == true) found.At(view.Place, M.Used, $"Interpolate ({view.Label})");
    }

    /// <summary>The clause's words are the kinds of action that may be.</summary>
    private static void Actions(ObjectView view, ClauseFindings found)
    {
        if (KindOfAction(view.Item) is not { } kind) return;
        if (!found.Clause.Words.Contains(kind)) found.At(view.Place, M.Used, $"{kind} ({view.Label})");
        else if (kind == "Named" && !NamedActions.Contains(view.Item["N"].AsName)) found.At(view.Place, M.Used, $"Named {view.Item["N"].AsName} ({view.Label})");
    }

    private static void NoJavaScript(ObjectView view, ClauseFindings found)
    {
        if (KindOfAction(view.Item) == "JavaScript") found.At(view.Place, M.Used, $"JavaScript ({view.Label})");
    }

    private static string? KindOfAction(PdfObject item)
    {
        if (item is not PdfDictionary dictionary || dictionary["S"].AsName is not { } kind) return null;
        if (dictionary["Type"].AsName == "Action" || dictionary.Has("URI") || dictionary.Has("JS")) return kind;
        return kind is "GoTo" or "GoToR" or "GoToE" or "Launch" or "Thread" or "URI" or "Sound" or "Movie" or "Hide" or "Named" or "SubmitForm" or "ResetForm" or "ImportData" or "JavaScript" or "SetOCGState" or "Rendition" or "Trans" or "GoTo3DView" ? kind : null;
    }

    private static void NoAdditionalActions(ObjectView view, ClauseFindings found)
    {
        if (view.Item is PdfDictionary dictionary && dictionary.Has("AA")) found.At(view.Place, M.Used, $"AA ({view.Label})");
    }

    private static void NoFileSpecifications(ObjectView view, ClauseFindings found)
    {
        if (view.Item is PdfDictionary dictionary && dictionary.Has("EF")) found.At(view.Place, M.Used, $"EF ({view.Label})");
    }

    private static void NoTransparencyObjects(ObjectView view, ClauseFindings found)
    {
        if (view.Item["Group"]["S"].AsName == "Transparency") found.At(view.Place, M.Transparent, $"Group ({view.Label})");
        if (IsImage(view.Item) && !view.Item["SMask"].IsNull) found.At(view.Place, M.Transparent, $"SMask ({view.Label})");
        if (IsImage(view.Item) && view.Item["SMaskInData"].AsInteger is > 0) found.At(view.Place, M.Transparent, $"SMaskInData ({view.Label})");
    }

    private static void NoTransferFunctions(ObjectView view, ClauseFindings found)
    {
        if (view.Item is not PdfDictionary dictionary) return;
        var isState = dictionary["Type"].AsName == "ExtGState" || dictionary.Has("BM") || dictionary.Has("OP") || dictionary.Has("op");
        if (!isState) return;
        if (dictionary.Has("TR")) found.At(view.Place, M.Used, $"TR ({view.Label})");
        if (dictionary["TR2"].AsName is not (null or "Default") || dictionary["TR2"].Dictionary is not null) found.At(view.Place, M.Used, $"TR2 ({view.Label})");
        if (dictionary.Has("HTP")) found.At(view.Place, M.Used, $"HTP ({view.Label})");
    }

    /// <summary>The clause's limits: longest string, longest name, most items of an array, most entries of a dictionary; 0 for none.</summary>
    private static void LimitsKept(ObjectView view, ClauseFindings found)
    {
        foreach (var part in view.Item is PdfArray array ? array.Raw : view.Item.Dictionary?.Raw.Values.AsEnumerable() ?? [])
        {
            if (part is PdfString text) Hold(view, found, "string", text.Bytes.Length, 0);
            if (part is PdfName name) Hold(view, found, "name", name.Text.Length, 1);
        }

        if (view.Item is PdfArray items) Hold(view, found, "array", items.Count, 2);
        if (view.Item.Dictionary is { } entries) Hold(view, found, "dictionary", entries.Raw.Count, 3);
    }

    private static void Hold(ObjectView view, ClauseFindings found, string what, int count, int limit)
    {
        if (found.Limit(limit) > 0 && count > found.Limit(limit)) found.At(view.Place, M.OverLimit, $"{what} ({view.Label})", count.ToString(), found.Limit(limit).ToString("0"));
    }
}
