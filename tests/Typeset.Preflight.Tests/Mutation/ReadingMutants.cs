using System.Text;
using Typeset.Preflight.Reading;
using static Typeset.Preflight.Tests.Mutation.ArchiveMutants;
using static Typeset.Preflight.Tests.Mutation.Build;

namespace Typeset.Preflight.Tests.Mutation;

/// <summary>PDF/A-2a with PDF/UA-1 broken, and PDF/A-2b.</summary>
internal static class ReadingMutants
{
    private const string Kind = "reading";

    public static IEnumerable<Mutant> All { get; } =
    [
        new("no ToUnicode", Kind, "A2u-6.2.11.7.2-1 UA1-10-001", g => Font(g).Raw.Remove("ToUnicode")),
        new("a code that stands for U+0000", Kind, "A2u-6.2.11.7.2-2 UA1-31-028", g => EditMap(g, static map => ReplaceFirstTarget(map, "0000"))),
        new("the sign for a missing character", Kind, "A2b-6.2.11.8-1 UA1-31-030 H-missing", g => ShowCode(g, "0000")),
        new("a CIDSet with too many", Kind, "A2b-6.2.11.4.2-1 UA1-31-014", g => Descriptor(g).Raw["CIDSet"] = g.Add(Stream([.. Enumerable.Repeat((byte)0xFF, 8000)]))),
        new("wrong widths", Kind, "A2b-6.2.11.5-1 UA1-31-016", g =>
        {
            TrueType(g).Raw.Remove("W");
            TrueType(g).Raw["DW"] = Number(777);
        }),
        new("no language", Kind, "A2a-6.7.4-1 UA1-11-003 UA1-11-006", g => g.Catalog.Raw.Remove("Lang")),
        new("no language anywhere", Kind, "A2a-6.7.4-1 UA1-11-001 UA1-11-002 UA1-11-003 UA1-11-006", Silence),
        new("a language that is none", Kind, "A2a-6.7.4-1 UA1-11-006", g => g.Catalog.Raw["Lang"] = Ascii("中_文")),
        new("an element in a language that is none", Kind, "A2a-6.7.4-2 UA1-7.2-29", g => g.Elements("P")[0].Raw["Lang"] = Ascii("zh_CN!")),
        new("not marked as tagged", Kind, "A2a-6.7.2.2-1 UA1-6.2-1", g => g.Catalog.Raw.Remove("MarkInfo")),
        new("suspect tags", Kind, "UA1-01-007", g => ((PdfDictionary)g.At(g.Catalog, "MarkInfo")).Raw["Suspects"] = True),
        new("title not shown", Kind, "UA1-07-001", g => g.Catalog.Raw.Remove("ViewerPreferences")),
        new("no title in the metadata", Kind, "UA1-06-003", g => g.EditMetadata(static x => x.Replace("dc:title", "dc:source", StringComparison.Ordinal))),
        new("no claim of PDF/UA", Kind, "UA1-06-002", g => g.EditMetadata(static x => x.Replace("<pdfuaid:part>1<", "<pdfuaid:part>0<", StringComparison.Ordinal))),
        new("claim of 2b", Kind, "A2a-6.6.4-1", g => g.EditMetadata(static x => x.Replace("<pdfaid:conformance>A<", "<pdfaid:conformance>B<", StringComparison.Ordinal))),
        new("figure without alternative", Kind, "UA1-13-004", g => g.Elements("Figure")[0].Raw.Remove("Alt")),
        new("header cell without scope", Kind, "UA1-15-003", g => g.Elements("TH")[0].Raw.Remove("A")),
        new("heading skipped", Kind, "UA1-14-003", g => g.Elements("H2")[0].Raw["S"] = Name("H4")),
        new("first heading of the second level", Kind, "UA1-14-002", g => FirstHeading(g).Raw["S"] = Name("H2")),
        new("headings of both kinds", Kind, "UA1-14-007", g => FirstHeading(g).Raw["S"] = Name("H")),
        new("type that nothing maps", Kind, "A2a-6.7.3.4-1 UA1-02-001", g => g.Elements("P")[0].Raw["S"] = Name("Absatz")),
        new("types mapped in a circle", Kind, "A2a-6.7.3.4-2 UA1-02-003", g =>
        {
            g.Elements("P")[0].Raw["S"] = Name("Absatz");
            RoleMap(g).Raw["Absatz"] = Name("Zeile");
            RoleMap(g).Raw["Zeile"] = Name("Absatz");
        }),
        new("standard type mapped away", Kind, "A2a-6.7.3.4-3 UA1-02-004", g => RoleMap(g).Raw["P"] = Name("Span")),
        new("no structure", Kind, "A2a-6.7.3-1 A2a-6.7.3-2 UA1-01-005-2 UA1-7.1-11 UA1-28-011", g => g.Catalog.Raw.Remove("StructTreeRoot")),
        new("row outside a table", Kind, "UA1-09-004", g => g.Elements("P")[0].Raw["S"] = Name("TR")),
        new("item outside a list", Kind, "UA1-09-005", g => g.Elements("P")[0].Raw["S"] = Name("LI")),
        new("entry outside the contents", Kind, "UA1-09-006", g => g.Elements("P")[0].Raw["S"] = Name("TOCI")),
        new("formula without alternative", Kind, "UA1-17-002", g => g.Elements("P")[0].Raw["S"] = Name("Formula")),
        new("note without ID", Kind, "UA1-19-003", g => g.Elements("Note")[0].Raw.Remove("ID")),
        new("two notes with one ID", Kind, "UA1-19-004", g => g.Elements("Note")[1].Raw["ID"] = g.Elements("Note")[0].Raw["ID"]),
        new("untagged text", Kind, "UA1-01-005", g => g.EditContent(8, static c => ReplaceFirst(c, "/P <</MCID", "/Nothing <</Not"))),
        new("untagged rule", Kind, "UA1-01-005", g => g.EditContent(8, static c => c + "\n10 10 50 1 re f\n")),
        new("artifact inside a tag", Kind, "UA1-01-003", g => g.EditContent(8, static c => AfterFirstTag(c, "/Artifact BMC EMC "))),
        new("tag inside an artifact", Kind, "UA1-01-004 UA1-01-005-2 A2a-6.7.3-2", g => g.EditContent(8, static c => c + "\n/Artifact BMC /Span <</MCID 999>> BDC EMC EMC\n")),
        new("mark that no element has", Kind, "UA1-01-005-2 A2a-6.7.3-2", g => g.EditContent(8, static c => c + "\n/Span <</MCID 999>> BDC 10 10 50 1 re f EMC\n")),
        new("link without description", Kind, "UA1-28-012", g => Link(g).Remove("Contents")),
        new("link outside the structure", Kind, "UA1-28-011", g => Link(g).Remove("StructParent")),
        new("comment outside the structure", Kind, "UA1-28-002 UA1-28-004 A2b-6.3.3-1", g => Annotate(g, 8, ("Subtype", Name("Text")), ("F", Number(28)))),
        new("tab key in any order", Kind, "UA1-28-008", g => g.Pages.First(p => p.Raw.ContainsKey("Annots")).Raw.Remove("Tabs")),
        new("reference XObject", Kind, "A2b-6.2.9-2 UA1-30-001", g => Resource(g, "XObject", "Fx", g.Add(Stream([], ("Type", Name("XObject")), ("Subtype", Name("Form")), ("BBox", Numbers(0, 0, 1, 1)), ("Ref", Dictionary()))))),
        new("a line that begins with a comma", Kind, "T-line-start", g => EditMap(g, map => RetargetSecondLine(g, map))),
        new("attached file without relationship", "a-3a", "A3b-6.8-1", g => ((PdfDictionary)g.OfType("Filespec").First()).Raw.Remove("AFRelationship")),
        new("attached file that belongs to nothing", "a-3a", "A3b-6.8-1", g => g.Catalog.Raw.Remove("AF")),
        new("attached file of no kind", "a-3a", "A3b-6.8-1", g => g.OfType("EmbeddedFile").First().Dictionary!.Raw.Remove("Subtype")),
        new("claim of PDF/A-2", "a-3a", "A3a-6.6.4-1", g => g.EditMetadata(static x => x.Replace("<pdfaid:part>3<", "<pdfaid:part>2<", StringComparison.Ordinal))),
        new("version 2.0", "a-2b", "A2b-6.1.2-1", g => g.Header = [.. "%PDF-2.0\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']),
        new("embedded file", "a-2b", "A2b-6.8-1 A2b-6.8-2", g => g.Catalog.Raw["Names"] = Dictionary(("EmbeddedFiles", Dictionary(("Names", Array(Text("a"), Dictionary(("Type", Name("Filespec")), ("F", Ascii("a")), ("EF", Dictionary(("F", g.Add(Stream([1]))))))))))) ),
        new("font missing from the resources", "a-2b", "A2b-6.2.2-2", g => ((PdfDictionary)g.At(g.Pages[8], "Resources")).Raw.Remove("Font")),
        new("unknown blend mode", "a-2b", "A2b-6.2.10-1", g => UseState(g, ("BM", Name("Sparkle")))),
        new("graphics states not closed", "a-2b", "H-balanced", g => g.EditContent(3, static c => "q\n" + c)),
        new("presentation steps", "a-2b", "A2b-6.10-1", g => g.Pages[3].Raw["PresSteps"] = Dictionary()),
        new("encrypted", "a-2b", "A2b-6.1.3-2 H-encryption", g => g.Trailer.Raw["Encrypt"] = Dictionary(("Filter", Name("Standard")), ("V", Number(1)))),
    ];

    private static void Silence(PdfGraph graph)
    {
        graph.Catalog.Raw.Remove("Lang");
        foreach (var element in graph.Objects.OfType<PdfDictionary>().Where(static d => d.Raw.ContainsKey("S"))) element.Raw.Remove("Lang");
    }

    private static PdfDictionary RoleMap(PdfGraph graph)
    {
        var root = (PdfDictionary)graph.At(graph.Catalog, "StructTreeRoot");
        if (graph.At(root, "RoleMap") is not PdfDictionary map) root.Raw["RoleMap"] = map = Dictionary();
        return map;
    }

    private static PdfDictionary FirstHeading(PdfGraph graph) => First(graph, graph.At(graph.Catalog, "StructTreeRoot"))!;

    /// <summary>The first H1 in reading order, titles included.</summary>
    private static PdfDictionary? First(PdfGraph graph, PdfObject element)
    {
        if (element is not PdfDictionary dictionary) return null;
        if (PdfGraph.Name(dictionary, "S") is "H1") return dictionary;
        var kids = graph.At(dictionary, "K");
        foreach (var kid in kids is PdfArray array ? array.Raw : [kids])
        {
            if (First(graph, graph.Follow(kid)) is { } found) return found;
        }

        return null;
    }

    internal static void EditMap(PdfGraph graph, Func<string, string> edit)
    {
        var map = graph.At(BodyFont(graph), "ToUnicode");
        graph.SetData(map, Encoding.Latin1.GetBytes(edit(Encoding.Latin1.GetString(graph.Decode(map)))));
    }

    /// <summary>The font with the most characters.</summary>
    private static PdfDictionary BodyFont(PdfGraph graph) => (PdfDictionary)graph.OfType("Font", "Type0").MaxBy(f => graph.Decode(graph.At(f, "ToUnicode")).Length)!;

    internal static string ReplaceFirstTarget(string map, string target)
    {
        var at = map.IndexOf("> <", map.IndexOf("beginbfchar\n<0001>", StringComparison.Ordinal) is var first and >= 0 ? first : map.IndexOf("<0001> <", StringComparison.Ordinal), StringComparison.Ordinal) + 3;
        return map[..at] + target + map[map.IndexOf('>', at)..];
    }

    /// <summary>Has the character at the head of a paragraph's second line be a comma, wherever it stands.</summary>
    private static string RetargetSecondLine(PdfGraph graph, string map)
    {
        var name = PdfGraph.Name(BodyFont(graph), "BaseFont");
        var page = PageText.Read(GoodFiles.Of(Mutant.Sample, Kind).Pdf).ElementAt(8);
        var lines = page.Lines.Where(l => !l.IsFurniture && l.Glyphs.Length > 15 && l.Glyphs[0].Font == name).ToList();
        var head = lines.Skip(1).First(l => l.X == lines.Min(static m => m.X)).Glyphs[0].Text;
        var hex = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(head));
        return map.Replace($"> <{hex}>", "> <FF0C>", StringComparison.OrdinalIgnoreCase);
    }

    private static string ReplaceFirst(string text, string old, string replacement)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        return text[..at] + replacement + text[(at + old.Length)..];
    }

    private static string AfterFirstTag(string content, string insertion)
    {
        var at = content.IndexOf(">> BDC", content.IndexOf("/P <</MCID", StringComparison.Ordinal), StringComparison.Ordinal) + 6;
        return content[..at] + " " + insertion + content[at..];
    }
}
