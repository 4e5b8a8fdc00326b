using System.Text;
using Typeset.Preflight.Reading;
using static Typeset.Preflight.Tests.Mutation.Build;

namespace Typeset.Preflight.Tests.Mutation;

/// <summary>PDF/A-1b broken, clause by clause.</summary>
internal static class ArchiveMutants
{
    private const string Kind = "a-1b";

    public static IEnumerable<Mutant> All { get; } =
    [
        new("no comment of high bytes", Kind, "A1b-6.1.2-1", g => g.Header = "%PDF-1.4\n"u8.ToArray()),
        new("no trailer ID", Kind, "A1b-6.1.3-1", g => g.Trailer.Raw.Remove("ID")),
        new("bytes after the end", Kind, "A1b-6.1.3-3", g => g.Tail = "more\n"),
        new("data in another file", Kind, "A1b-6.1.7-1", g => g.Add(Stream([], ("F", Ascii("other.bin"))))),
        new("LZW", Kind, "A1b-6.1.10-1", g => g.Add(Stream([0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01], ("Filter", Name("LZWDecode"))))),
        new("embedded file", Kind, "A1b-6.1.11-1 A1b-6.1.11-2", g => g.Catalog.Raw["Names"] = Dictionary(("EmbeddedFiles", Dictionary(("Names", Array(Text("a"), Dictionary(("Type", Name("Filespec")), ("F", Ascii("a")), ("EF", Dictionary(("F", g.Add(Stream([1])))))))))))),
        new("an array too long", Kind, "A1b-6.1.12-1", g => g.Add(Numbers(new double[9000]))),
        new("a string too long", Kind, "A1b-6.1.12-1", g => g.Add(Dictionary(("Note", new PdfString(new byte[70000]))))),
        new("optional content", Kind, "A1b-6.1.13-1", g => g.Catalog.Raw["OCProperties"] = Dictionary(("OCGs", Array()), ("D", Dictionary()))),
        new("no output intent", Kind, "A1b-6.2.3.3-1", g => g.Catalog.Raw.Remove("OutputIntents")),
        new("a profile that is none", Kind, "A1b-6.2.2-1 A1b-6.2.3.3-1", g => g.SetData(g.At(g.Catalog, "OutputIntents", 0, "DestOutputProfile"), new byte[200])),
        new("a profile with the wrong N", Kind, "A1b-6.2.2-1", g => g.At(g.Catalog, "OutputIntents", 0, "DestOutputProfile").Dictionary!.Raw["N"] = Number(4)),
        new("CMYK under an intent of RGB", Kind, "A1b-6.2.3.3-1", g => g.EditContent(3, c => c + "\n0 0 0 1 k 10 10 20 20 re f\n")),
        new("image with alternates", Kind, "A1b-6.2.4-1", g => Image(g)["Alternates"] = Array()),
        new("image interpolated", Kind, "A1b-6.2.4-2", g => Image(g)["Interpolate"] = True),
        new("OPI", Kind, "A1b-6.2.5-1", g => Image(g)["OPI"] = Dictionary()),
        new("PostScript", Kind, "A1b-6.2.7-1", g => Resource(g, "XObject", "Ps1", g.Add(Stream([], ("Type", Name("XObject")), ("Subtype", Name("PS"))))) ),
        new("transfer function", Kind, "A1b-6.2.8-1", g => UseState(g, ("TR", Name("Identity")))),
        new("unknown rendering intent", Kind, "A1b-6.2.9-1", g => g.EditContent(3, c => "/Nice ri\n" + c)),
        new("unknown operator", Kind, "A1b-6.2.10-1", g => g.EditContent(3, c => c + "\nfrobnicate\n")),
        new("no CIDToGIDMap", Kind, "A1b-6.3.3.2-1", g => TrueType(g).Raw.Remove("CIDToGIDMap")),
        new("an encoding that is not embedded", Kind, "A1b-6.3.3.3-1", g => Font(g).Raw["Encoding"] = Name("UniGB-UCS2-H")),
        new("font not embedded", Kind, "A1b-6.3.4-1 H-embedded", g => Descriptor(g).Raw.Remove("FontFile2")),
        new("font program cut", Kind, "A1b-6.3.4-2 H-font-sound", g => Cut(g, g.At(Descriptor(g), "FontFile2"))),
        new("a glyph beyond the subset", Kind, "A1b-6.3.5-1 A1b-6.3.5-2", g => ShowCode(g, "FFF0")),
        new("no CIDSet", Kind, "A1b-6.3.5-2", g => Descriptor(g).Raw.Remove("CIDSet")),
        new("a CIDSet with too few", Kind, "A1b-6.3.5-2", g => g.SetData(g.At(Descriptor(g), "CIDSet"), [0xC0])) { IsKnownToOthers = false },
        new("a CIDSet with too many", Kind, "A1b-6.3.5-2", g => g.SetData(g.At(Descriptor(g), "CIDSet"), [.. Enumerable.Repeat((byte)0xFF, 8000)])) { IsKnownToOthers = false },
        new("wrong widths", Kind, "A1b-6.3.6-1", g =>
        {
            TrueType(g).Raw.Remove("W");
            TrueType(g).Raw["DW"] = Number(777);
        }),
        new("painted half through", Kind, "A1b-6.4-1", g => UseState(g, ("ca", Number(0.5)))),
        new("blend mode", Kind, "A1b-6.4-1", g => UseState(g, ("BM", Name("Multiply")))),
        new("soft mask on an image", Kind, "A1b-6.4-2", g => Image(g)["SMask"] = g.Add(Stream([0], ("Type", Name("XObject")), ("Subtype", Name("Image")), ("Width", Number(1)), ("Height", Number(1)), ("BitsPerComponent", Number(8)), ("ColorSpace", Name("DeviceGray"))))),
        new("transparency group", Kind, "A1b-6.4-2", g => g.Pages[3].Raw["Group"] = Dictionary(("Type", Name("Group")), ("S", Name("Transparency")), ("CS", Name("DeviceRGB")))),
        new("a film", Kind, "A1b-6.5.2-1", g => Annotate(g, 3, ("Subtype", Name("Movie")), ("F", Number(4)))),
        new("hidden link", Kind, "A1b-6.5.3-1", g => Link(g)["F"] = Number(6)),
        new("link that is not printed", Kind, "A1b-6.5.3-1", g => Link(g).Remove("F")),
        new("annotation half through", Kind, "A1b-6.5.3-2", g => Annotate(g, 3, ("Subtype", Name("Text")), ("F", Number(4 + 8 + 16)), ("CA", Number(0.4)))),
        new("JavaScript", Kind, "A1b-6.6.1-1 H-javascript", g => g.Catalog.Raw["OpenAction"] = Dictionary(("S", Name("JavaScript")), ("JS", Ascii("app.beep(0)")))),
        new("a program launched", Kind, "A1b-6.6.1-1", g => Link(g)["A"] = Dictionary(("S", Name("Launch")), ("F", Ascii("calc.exe")))),
        new("an unknown named action", Kind, "A1b-6.6.1-1", g => g.Catalog.Raw["OpenAction"] = Dictionary(("S", Name("Named")), ("N", Name("Print")))),
        new("additional actions", Kind, "A1b-6.6.2-1", g => g.Catalog.Raw["AA"] = Dictionary()) ,
        new("no metadata", Kind, "A1b-6.7.2-1 A1b-6.7.3-1 A1b-6.7.11-1", g => g.Catalog.Raw.Remove("Metadata")),
        new("metadata packed", Kind, "A1b-6.7.2-2", g =>
        {
            var metadata = g.At(g.Catalog, "Metadata");
            var hex = Encoding.Latin1.GetBytes(Convert.ToHexString(g.Decode(metadata)) + ">");
            g.Replace(metadata, new PdfStream(Dictionary(("Type", Name("Metadata")), ("Subtype", Name("XML")), ("Filter", Name("ASCIIHexDecode"))), hex));
        }),
        new("another title in the metadata", Kind, "A1b-6.7.3-1", g => g.Information.Raw["Title"] = Text("另一个")),
        new("a length in the packet's opening", Kind, "A1b-6.7.5-1", g => g.EditMetadata(x => x.Replace("id=\"W5M0MpCehiHzreSzNTczkc9d\"", "id=\"W5M0MpCehiHzreSzNTczkc9d\" bytes=\"99\"", StringComparison.Ordinal))),
        new("a schema not described", Kind, "A1b-6.7.8-1", g => g.EditMetadata(x => x.Replace("</rdf:RDF>", "<rdf:Description rdf:about=\"\" xmlns:foo=\"http://example.org/foo/\"><foo:bar>1</foo:bar></rdf:Description></rdf:RDF>", StringComparison.Ordinal))),
        new("metadata that are no XML", Kind, "A1b-6.7.9-1 A1b-6.7.3-1 A1b-6.7.11-1", g => g.EditMetadata(x => x.Replace("<rdf:RDF", "<rdf:RDF <", StringComparison.Ordinal))),
        new("claim of another part", Kind, "A1b-6.7.11-1", g => g.EditMetadata(x => x.Replace("<pdfaid:part>1<", "<pdfaid:part>2<", StringComparison.Ordinal).Replace("pdfaid:part=\"1\"", "pdfaid:part=\"2\"", StringComparison.Ordinal))),
        new("fields for the reader to draw", Kind, "A1b-6.9-1", g => g.Catalog.Raw["AcroForm"] = Dictionary(("Fields", Array()), ("NeedAppearances", True))),
    ];

    internal static Dictionary<string, PdfObject> Image(PdfGraph graph) => graph.OfType("XObject", "Image").First().Dictionary!.Raw;

    internal static PdfDictionary Font(PdfGraph graph) => (PdfDictionary)graph.OfType("Font", "Type0").First();

    internal static PdfDictionary TrueType(PdfGraph graph) => graph.CidFonts.First(static f => PdfGraph.Name(f, "Subtype") == "CIDFontType2");

    internal static PdfDictionary Descriptor(PdfGraph graph) => (PdfDictionary)graph.At(TrueType(graph), "FontDescriptor");

    internal static Dictionary<string, PdfObject> Link(PdfGraph graph) => graph.OfType("Annot", "Link").First().Dictionary!.Raw;

    internal static void Cut(PdfGraph graph, PdfObject program) => graph.SetData(program, graph.Decode(program)[..300]);

    internal static void Resource(PdfGraph graph, string kind, string name, PdfObject item, int page = 3)
    {
        var resources = (PdfDictionary)graph.At(graph.Pages[page], "Resources");
        if (graph.At(resources, kind) is not PdfDictionary entries) resources.Raw[kind] = entries = Dictionary();
        entries.Raw[name] = item;
    }

    /// <summary>Puts a graphics state in force at the head of the fourth page.</summary>
    internal static void UseState(PdfGraph graph, params (string, PdfObject)[] entries)
    {
        Resource(graph, "ExtGState", "GsX", Dictionary([("Type", Name("ExtGState")), .. entries]));
        graph.EditContent(3, static content => "/GsX gs\n" + content);
    }

    internal static void Annotate(PdfGraph graph, int page, params (string, PdfObject)[] entries)
    {
        var annotation = graph.Add(Dictionary([("Type", Name("Annot")), ("Rect", Numbers(100, 100, 120, 120)), .. entries]));
        if (graph.At(graph.Pages[page], "Annots") is PdfArray array) array.Raw.Add(annotation);
        else graph.Pages[page].Raw["Annots"] = Array(annotation);
    }

    /// <summary>Shows a code in the first font of the first page that has one of TrueType outlines.</summary>
    internal static void ShowCode(PdfGraph graph, string code)
    {
        var font = (PdfDictionary)graph.OfType("Font", "Type0").First(f => PdfGraph.Name((PdfDictionary)graph.At(f, "DescendantFonts", 0), "Subtype") == "CIDFontType2");
        Resource(graph, "Font", "Fx", To(font));
        graph.EditContent(3, content => content + $"\n/Artifact BMC BT /Fx 10 Tf 50 50 Td <{code}> Tj ET EMC\n");
    }
}
