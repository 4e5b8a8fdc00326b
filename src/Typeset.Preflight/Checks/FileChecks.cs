using System.Text.RegularExpressions;
using Typeset.Preflight.Reading;
using M = Typeset.Core.Messages.FindingMessages;

namespace Typeset.Preflight.Checks;

/// <summary>The file's frame, its catalog and its document information.</summary>
internal static partial class FileChecks
{
    public static void AddTo(Dictionary<string, Delegate> checks)
    {
        checks["not-encrypted"] = (DocumentCheck)((_, _) => { });
        checks["header-version"] = (DocumentCheck)HeaderVersion;
        checks["header-comment"] = (DocumentCheck)HeaderComment;
        checks["trailer-id"] = (DocumentCheck)TrailerId;
        checks["reference-table"] = (DocumentCheck)ReferenceTable;
        checks["end-of-file"] = (DocumentCheck)EndOfFile;
        checks["no-embedded-files"] = (DocumentCheck)NoEmbeddedFiles;
        checks["associated-files"] = (DocumentCheck)AssociatedFiles;
        checks["no-optional-content"] = (DocumentCheck)NoOptionalContent;
        checks["marked"] = (DocumentCheck)Marked;
        checks["not-suspect"] = (DocumentCheck)NotSuspect;
        checks["document-language"] = (DocumentCheck)DocumentLanguage;
        checks["title-shown"] = (DocumentCheck)TitleShown;
        checks["structure-tree"] = (DocumentCheck)StructureTree;
        checks["no-forms"] = (DocumentCheck)NoForms;
        checks["trapped"] = (DocumentCheck)Trapped;
        checks["print-information"] = (DocumentCheck)PrintInformation;
        checks["no-requirements"] = (DocumentCheck)NoRequirements;
        checks["permissions"] = (DocumentCheck)Permissions;
        checks["optional-content-named"] = (DocumentCheck)OptionalContentNamed;
        checks["embedded-files-named"] = (DocumentCheck)EmbeddedFilesNamed;
        checks["page-multiple"] = (DocumentCheck)PageMultiple;
    }

    private static void HeaderVersion(DocumentView document, ClauseFindings found)
    {
        if (!found.Clause.Words.Contains(document.File.HeaderVersion)) found.InFile(M.Wrong, "%PDF-", document.File.HeaderVersion, string.Join(" / ", found.Clause.Words));
    }

    private static void HeaderComment(DocumentView document, ClauseFindings found)
    {
        var bytes = document.File.Bytes.Span;
        var line = bytes[..Math.Min(64, bytes.Length)].IndexOfAny((byte)'\n', (byte)'\r') + 1;
        if (line > 0 && bytes[line] == '\n') line++;
        var comment = line > 0 && line + 5 <= bytes.Length ? bytes.Slice(line, 5) : default;
        if (comment.IsEmpty || comment[0] != '%' || comment[1..].ContainsAnyInRange((byte)0, (byte)127)) found.InFile(M.Missing, "% + 4 × ≥ 128");
        if (!bytes.StartsWith("%PDF-"u8)) found.InFile(M.Missing, "%PDF- (0)");
    }

    private static void TrailerId(DocumentView document, ClauseFindings found)
    {
        var id = document.File.Trailer["ID"];
        if (id is not PdfArray { Count: 2 } || id[0] is not PdfString { Bytes.Length: > 0 } || id[1] is not PdfString { Bytes.Length: > 0 }) found.InFile(M.Missing, "trailer ID");
    }

    private static void ReferenceTable(DocumentView document, ClauseFindings found)
    {
        if (document.File.HasReferenceStreams) found.InFile(M.Used, "cross-reference stream");
        if (document.File.ObjectNumbers.Any(document.File.IsPacked)) found.InFile(M.Used, "object stream");
    }

    private static void EndOfFile(DocumentView document, ClauseFindings found)
    {
        var bytes = document.File.Bytes.Span;
        var end = bytes.LastIndexOf("%%EOF"u8);
        var after = end < 0 ? bytes.Length : bytes.Length - end - 5;
        var isEndOfLine = after <= 2 && bytes[(bytes.Length - after)..].IndexOfAnyExcept((byte)'\r', (byte)'\n') < 0;
        if (!isEndOfLine) found.InFile(M.AfterEnd, after.ToString());
    }

    private static void NoEmbeddedFiles(DocumentView document, ClauseFindings found)
    {
        if (!document.Catalog["Names"]["EmbeddedFiles"].IsNull) found.InFile(M.Used, "EmbeddedFiles");
        if (!document.Catalog["AF"].IsNull) found.InFile(M.Used, "AF");
    }

    private static void AssociatedFiles(DocumentView document, ClauseFindings found)
    {
        var associated = document.Catalog["AF"].Items.Select(static file => file.Number).ToHashSet();
        foreach (var name in EmbeddedFiles(document.Catalog["Names"]["EmbeddedFiles"], 0))
        {
            if (name["AFRelationship"].AsName is null) found.InFile(M.Missing, "AFRelationship");
            if (name["F"].AsText is null || name["UF"].AsText is null) found.InFile(M.Missing, "F / UF");
            if (name["EF"]["F"]["Subtype"].AsName is null) found.InFile(M.Missing, "Subtype (MIME)");
            if (!associated.Contains(name.Number)) found.InFile(M.Missing, "AF");
        }
    }

    private static IEnumerable<PdfObject> EmbeddedFiles(PdfObject node, int depth)
    {
        if (depth > Limits.Nesting) yield break;
        var names = node["Names"].Items.ToList();
        for (var i = 1; i < names.Count; i += 2) yield return names[i];
        foreach (var file in node["Kids"].Items.SelectMany(kid => EmbeddedFiles(kid, depth + 1))) yield return file;
    }

    private static void NoOptionalContent(DocumentView document, ClauseFindings found)
    {
        if (!document.Catalog["OCProperties"].IsNull) found.InFile(M.Used, "OCProperties");
    }

    private static void NoRequirements(DocumentView document, ClauseFindings found)
    {
        if (!document.Catalog["Requirements"].IsNull) found.InFile(M.Used, "Requirements");
    }

    private static void Permissions(DocumentView document, ClauseFindings found)
    {
        foreach (var key in document.Catalog["Perms"].Dictionary?.Raw.Keys.Where(static key => key is not ("UR3" or "DocMDP")) ?? []) found.InFile(M.Used, "Perms " + key);
    }

    /// <summary>Every configuration has a name of its own, and none switches layers by itself.</summary>
    private static void OptionalContentNamed(DocumentView document, ClauseFindings found)
    {
        var names = new HashSet<string>();
        var layers = document.Catalog["OCProperties"];
        foreach (var configuration in layers["Configs"].Items.Prepend(layers["D"]).Where(static configuration => !configuration.IsNull))
        {
            if (configuration["Name"].AsText is not { Length: > 0 } name || !names.Add(name)) found.InFile(M.Missing, "OCProperties Name");
            if (!configuration["AS"].IsNull) found.InFile(M.Used, "OCProperties AS");
        }
    }

    private static void EmbeddedFilesNamed(DocumentView document, ClauseFindings found)
    {
        foreach (var file in EmbeddedFiles(document.Catalog["Names"]["EmbeddedFiles"], 0))
        {
            if (string.IsNullOrEmpty(file["F"].AsText) || string.IsNullOrEmpty(file["UF"].AsText)) found.InFile(M.Missing, "F / UF");
        }
    }

    private static void Marked(DocumentView document, ClauseFindings found)
    {
        if (document.Catalog["MarkInfo"]["Marked"].AsBoolean != true) found.InFile(M.Missing, "MarkInfo Marked true");
    }

    private static void NotSuspect(DocumentView document, ClauseFindings found)
    {
        if (document.Catalog["MarkInfo"]["Suspects"].AsBoolean == true) found.InFile(M.Used, "Suspects true");
    }

    private static void DocumentLanguage(DocumentView document, ClauseFindings found)
    {
        var language = document.Catalog["Lang"].AsText;
        if (string.IsNullOrEmpty(language)) found.InFile(M.Missing, "Lang");
        else if (!LanguageTag().IsMatch(language)) found.InFile(M.BadLanguage, language);
    }

    private static void TitleShown(DocumentView document, ClauseFindings found)
    {
        if (document.Catalog["ViewerPreferences"]["DisplayDocTitle"].AsBoolean != true) found.InFile(M.Missing, "ViewerPreferences DisplayDocTitle true");
    }

    private static void StructureTree(DocumentView document, ClauseFindings found)
    {
        if (document.Catalog["StructTreeRoot"] is not PdfDictionary tree || tree["K"].IsNull || tree["K"] is PdfArray { Count: 0 }) found.InFile(M.Missing, "StructTreeRoot");
    }

    private static void NoForms(DocumentView document, ClauseFindings found)
    {
        var form = document.Catalog["AcroForm"];
        if (form["NeedAppearances"].AsBoolean == true) found.InFile(M.Used, "NeedAppearances");
        if (!form["XFA"].IsNull) found.InFile(M.Used, "XFA");
    }

    private static void Trapped(DocumentView document, ClauseFindings found)
    {
        if ((document.Information["Trapped"].AsName ?? document.Xmp[XmpPacket.Pdf, "Trapped"]) is not ("True" or "False")) found.InFile(M.Missing, "Trapped True / False");
    }

    private static void PrintInformation(DocumentView document, ClauseFindings found)
    {
        if (string.IsNullOrEmpty(document.Information["Title"].AsText ?? document.Xmp[XmpPacket.DublinCore, "title"])) found.InFile(M.Missing, "Title");
        if (document.Information["CreationDate"].IsNull && document.Xmp[XmpPacket.Basic, "CreateDate"] is null) found.InFile(M.Missing, "CreationDate");
        if (document.Information["ModDate"].IsNull && document.Xmp[XmpPacket.Basic, "ModifyDate"] is null) found.InFile(M.Missing, "ModDate");
    }

    private static void PageMultiple(DocumentView document, ClauseFindings found)
    {
        if (document.Order.Binding is { } binding && document.Pages % (int)binding != 0) found.InFile(M.PageCount, document.Pages.ToString(), ((int)binding).ToString());
    }

    /// <summary>BCP 47, as far as its form goes.</summary>
    [GeneratedRegex("^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$")]
    public static partial Regex LanguageTag();
}
