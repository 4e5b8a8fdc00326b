using System.Text.RegularExpressions;
using Typeset.Preflight.Reading;
using M = Typeset.Core.Messages.FindingMessages;

namespace Typeset.Preflight.Checks;

/// <summary>XMP metadata and what they claim.</summary>
internal static partial class MetadataChecks
{
    /// <summary>Properties that writers of booklets use and the kinds of their values (ISO 16684-1 §8.2.2.1, §8.3, §8.4); an empty kind is one value.</summary>
    private static readonly (string Space, string Name, string Container)[] Kinds =
    [
        (XmpPacket.DublinCore, "title", "Alt"), (XmpPacket.DublinCore, "description", "Alt"), (XmpPacket.DublinCore, "rights", "Alt"), (XmpPacket.DublinCore, "creator", "Seq"), (XmpPacket.DublinCore, "date", "Seq"),
        (XmpPacket.DublinCore, "subject", "Bag"), (XmpPacket.DublinCore, "language", "Bag"), (XmpPacket.DublinCore, "publisher", "Bag"), (XmpPacket.DublinCore, "contributor", "Bag"), (XmpPacket.DublinCore, "type", "Bag"),
        (XmpPacket.DublinCore, "format", ""), (XmpPacket.DublinCore, "identifier", ""), (XmpPacket.Basic, "CreatorTool", ""), (XmpPacket.Basic, "CreateDate", ""), (XmpPacket.Basic, "ModifyDate", ""),
        (XmpPacket.Basic, "MetadataDate", ""), (XmpPacket.Pdf, "Producer", ""), (XmpPacket.Pdf, "Keywords", ""), (XmpPacket.Pdf, "PDFVersion", ""),
    ];

    /// <summary>Schemas that PDF/A knows without a description (ISO 19005-1 §6.7.2, ISO 19005-2 §6.6.2.3).</summary>
    private static readonly string[] KnownSchemas =
    [
        XmpPacket.DublinCore, XmpPacket.Basic, XmpPacket.MediaManagement, XmpPacket.Pdf, XmpPacket.PdfA, XmpPacket.Extension,
        "http://ns.adobe.com/xap/1.0/rights/", "http://ns.adobe.com/xap/1.0/bj/", "http://ns.adobe.com/xap/1.0/t/pg/", "http://ns.adobe.com/xmp/1.0/DynamicMedia/",
        "http://ns.adobe.com/photoshop/1.0/", "http://ns.adobe.com/tiff/1.0/", "http://ns.adobe.com/exif/1.0/", "http://ns.adobe.com/camera-raw-settings/1.0/", "http://ns.adobe.com/exif/1.0/aux/",
    ];

    public static void AddTo(Dictionary<string, Delegate> checks)
    {
        checks["xmp-present"] = (DocumentCheck)Present;
        checks["xmp-plain"] = (DocumentCheck)Plain;
        checks["xmp-sound"] = (DocumentCheck)Sound;
        checks["xmp-opening"] = (DocumentCheck)Opening;
        checks["xmp-described"] = (DocumentCheck)Described;
        checks["xmp-values"] = (DocumentCheck)Values;
        checks["xmp-title"] = (DocumentCheck)Title;
        checks["information-agrees"] = (DocumentCheck)InformationAgrees;
        checks["claims-pdfa"] = (DocumentCheck)ClaimsPdfA;
        checks["claims-pdfua"] = (DocumentCheck)ClaimsPdfUa;
        checks["claims-x4"] = (DocumentCheck)ClaimsX4;
        checks["claims-x1a"] = (DocumentCheck)ClaimsX1A;
    }

    private static void Present(DocumentView document, ClauseFindings found)
    {
        if (document.Xmp.Stream is null) found.InFile(M.Missing, "Metadata");
    }

    private static void Plain(DocumentView document, ClauseFindings found)
    {
        if (document.Xmp.Stream is { } stream && StreamDecoder.FiltersOf(stream).Any()) found.InFile(M.Used, "Filter");
    }

    private static void Sound(DocumentView document, ClauseFindings found)
    {
        if (document.Xmp is { Stream: not null, IsWellFormed: false }) found.InFile(M.Wrong, "Metadata", "?", "XML");
    }

    private static void Opening(DocumentView document, ClauseFindings found)
    {
        foreach (var attribute in (string[])["bytes=", "encoding="])
        {
            if (document.Xmp.Opening.Contains(attribute, StringComparison.Ordinal)) found.InFile(M.Used, attribute);
        }
    }

    private static void Described(DocumentView document, ClauseFindings found)
    {
        foreach (var space in document.Xmp.Namespaces)
        {
            if (!KnownSchemas.Contains(space) && !document.Xmp.Described.Contains(space)) found.InFile(M.NotDeclared, space);
        }
    }

    private static void Values(DocumentView document, ClauseFindings found)
    {
        foreach (var (space, name, container) in Kinds)
        {
            if (document.Xmp.ContainerOf(space, name) is { } actual && actual != container) found.InFile(M.Wrong, name, actual.Length == 0 ? "—" : actual, container.Length == 0 ? "—" : container);
        }

        foreach (var name in (string[])["CreateDate", "ModifyDate", "MetadataDate"])
        {
            if (document.Xmp[XmpPacket.Basic, name] is { } date && !Date().IsMatch(date)) found.InFile(M.Wrong, "xmp:" + name, date, "2026-01-31T08:00:00+08:00");
        }
    }

    /// <summary>ISO 8601 as XMP has it (ISO 16684-1 §8.2.1.2).</summary>
    [GeneratedRegex(@"^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$")]
    private static partial Regex Date();

    private static void Title(DocumentView document, ClauseFindings found)
    {
        if (string.IsNullOrWhiteSpace(document.Xmp[XmpPacket.DublinCore, "title"])) found.InFile(M.Missing, "dc:title");
    }

    private static void InformationAgrees(DocumentView document, ClauseFindings found)
    {
        foreach (var (key, space, name) in ((string, string, string)[])
            [("Title", XmpPacket.DublinCore, "title"), ("Author", XmpPacket.DublinCore, "creator"), ("Subject", XmpPacket.DublinCore, "description"), ("Keywords", XmpPacket.Pdf, "Keywords"), ("Creator", XmpPacket.Basic, "CreatorTool"), ("Producer", XmpPacket.Pdf, "Producer")])
        {
            if (document.Information[key].AsText is { } said && document.Xmp[space, name] != said) found.InFile(M.Differs, key, said, document.Xmp[space, name] ?? "—");
        }

        foreach (var (key, name) in ((string, string)[])[("CreationDate", "CreateDate"), ("ModDate", "ModifyDate")])
        {
            if (document.Information[key].AsText is { } said && !SameDate(said, document.Xmp[XmpPacket.Basic, name] ?? "")) found.InFile(M.Differs, key, said, document.Xmp[XmpPacket.Basic, name] ?? "—");
        }
    }

    /// <summary>Both say the same digits: D:20260304080000+08'00' and 2026-03-04T08:00:00+08:00.</summary>
    private static bool SameDate(string information, string metadata)
    {
        var (first, second) = (Digits(information), Digits(metadata));
        return first == second || first.TrimEnd('0') == second.TrimEnd('0') && information.EndsWith('Z') == metadata.EndsWith('Z');
    }

    private static string Digits(string date) => string.Concat(date.Where(char.IsAsciiDigit));

    private static void ClaimsPdfA(DocumentView document, ClauseFindings found)
    {
        var claim = document.Xmp[XmpPacket.PdfA, "part"] + document.Xmp[XmpPacket.PdfA, "conformance"];
        if (claim.Length == 0) found.InFile(M.Missing, "pdfaid:part, pdfaid:conformance");
        else if (!found.Clause.Words.Contains(claim)) found.InFile(M.Wrong, "pdfaid", claim, string.Join(" / ", found.Clause.Words));
    }

    private static void ClaimsPdfUa(DocumentView document, ClauseFindings found)
    {
        if (document.Xmp[XmpPacket.PdfUa, "part"] != "1") found.InFile(M.Missing, "pdfuaid:part 1");
    }

    private static void ClaimsX4(DocumentView document, ClauseFindings found)
    {
        var claim = document.Xmp[XmpPacket.PdfXId, "GTS_PDFXVersion"];
        if (claim is null) found.InFile(M.Missing, "pdfxid:GTS_PDFXVersion");
        else if (claim is not "PDF/X-4") found.InFile(M.Wrong, "pdfxid:GTS_PDFXVersion", claim, "PDF/X-4");
    }

    private static void ClaimsX1A(DocumentView document, ClauseFindings found)
    {
        var (version, conformance) = (document.Information["GTS_PDFXVersion"].AsText, document.Information["GTS_PDFXConformance"].AsText);
        if (version is not ("PDF/X-1:2001" or "PDF/X-1a:2003")) found.InFile(M.Missing, "GTS_PDFXVersion PDF/X-1a:2003");
        if (version is "PDF/X-1:2001" && conformance is not "PDF/X-1a:2001") found.InFile(M.Missing, "GTS_PDFXConformance PDF/X-1a:2001");
    }
}
