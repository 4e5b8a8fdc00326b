using System.Text.Unicode;
using Typeset.Preflight.Reading;
using M = Typeset.Core.Messages.FindingMessages;

namespace Typeset.Preflight.Checks;

/// <summary>Values that objects may have: numbers, names, samples of images, halftones.</summary>
internal static class ValueChecks
{
    private const double LargestInteger = 2147483647;

    public static void AddTo(Dictionary<string, Delegate> checks)
    {
        checks["numbers"] = (ObjectCheck)Numbers;
        checks["names-utf8"] = (ObjectCheck)NamesAreUtf8;
        checks["image-samples"] = (ObjectCheck)ImageSamples;
        checks["halftones"] = (ObjectCheck)Halftones;
        checks["many-inks"] = (ObjectCheck)ManyInks;
    }

    /// <summary>The clause's limit: the largest real number.</summary>
    private static void Numbers(ObjectView view, ClauseFindings found)
    {
        foreach (var number in Parts(view.Item).OfType<PdfNumber>())
        {
            var most = number.IsInteger ? LargestInteger : found.Limit(0);
            if (Math.Abs(number.Value) > most + (number is { IsInteger: true, Value: < 0 } ? 1 : 0)) found.At(view.Place, M.OverLimit, $"{(number.IsInteger ? "integer" : "real")} ({view.Label})", number.Value.ToString("R"), most.ToString("R"));
        }
    }

    /// <summary>Names of fonts, inks and structure types.</summary>
    private static void NamesAreUtf8(ObjectView view, ClauseFindings found)
    {
        foreach (var name in ShownNames(view.Item).Where(static name => !Utf8.IsValid(System.Text.Encoding.Latin1.GetBytes(name)))) found.At(view.Place, M.Wrong, $"/{name}", "?", "UTF-8");
    }

    private static IEnumerable<string> ShownNames(PdfObject item)
    {
        if (item is PdfArray && item[0].AsName is "Separation" && item[1].AsName is { } ink) yield return ink;
        if (item is PdfArray && item[0].AsName is "DeviceN") foreach (var name in item[1].Items.Select(static part => part.AsName).OfType<string>()) yield return name;
        if (item is not PdfDictionary) yield break;
        if ((item["BaseFont"].AsName ?? item["FontName"].AsName) is { } font) yield return font;
        if (item["Type"].AsName == "StructElem" && item["S"].AsName is { } type) yield return type;
        if (item["Type"].AsName == "StructTreeRoot") foreach (var role in item["RoleMap"].Dictionary?.Raw.Keys ?? Enumerable.Empty<string>()) yield return role;
    }

    private static void ImageSamples(ObjectView view, ClauseFindings found)
    {
        if (view.Item is not PdfStream || view.Item["Subtype"].AsName != "Image") return;
        var (bits, isMask) = (view.Item["BitsPerComponent"].AsInteger, view.Item["ImageMask"].AsBoolean == true);
        var isRight = isMask ? bits is null or 1 : bits is 1 or 2 or 4 or 8 or 16 || (bits is null && StreamDecoder.FiltersOf((PdfStream)view.Item).Contains("JPXDecode"));
        if (!isRight) found.At(view.Place, M.Wrong, $"BitsPerComponent ({view.Label})", bits?.ToString() ?? "—", isMask ? "1" : "1 / 2 / 4 / 8 / 16");
    }

    private static void Halftones(ObjectView view, ClauseFindings found)
    {
        if (view.Item.Dictionary is not { } halftone || !halftone.Has("HalftoneType")) return;
        if (view.Item["HalftoneType"].AsInteger is not (1 or 5)) found.At(view.Place, M.Wrong, $"HalftoneType ({view.Label})", view.Item["HalftoneType"].AsInteger?.ToString() ?? "—", "1 / 5");
        if (halftone.Has("HalftoneName")) found.At(view.Place, M.Used, $"HalftoneName ({view.Label})");
    }

    /// <summary>The clause's limit: the most inks of a DeviceN space.</summary>
    private static void ManyInks(ObjectView view, ClauseFindings found)
    {
        if (view.Item is PdfArray && view.Item[0].AsName == "DeviceN" && view.Item[1] is PdfArray inks && inks.Count > found.Limit(0)) found.At(view.Place, M.OverLimit, $"DeviceN ({view.Label})", inks.Count.ToString(), found.Limit(0).ToString("0"));
    }

    private static IEnumerable<PdfObject> Parts(PdfObject item) => item is PdfArray array ? array.Raw : item.Dictionary?.Raw.Values.AsEnumerable() ?? [];
}
