using System.Text;
using Typeset.Preflight.Reading;
using static Typeset.Preflight.Tests.Mutation.ArchiveMutants;
using static Typeset.Preflight.Tests.Mutation.Build;

namespace Typeset.Preflight.Tests.Mutation;

/// <summary>Files whose bytes, values, tables and forms are not as the standards have them.</summary>
internal static class SyntaxMutants
{
    private const string A1 = "a-1b", A2 = "a-2b", Reading = "reading";

    public static IEnumerable<Mutant> All { get; } =
    [
        new("table of references on the line of its name", A1, "A1b-6.1.4-2", static _ => { }) { Rewrite = static b => Replaced(b, "\nxref\n", "\nxref ") },
        new("object on the line of its number", A1, "A1b-6.1.8-1", static _ => { }) { Rewrite = static b => Replaced(b, " 0 obj\n", " 0 obj ") },
        new("object that ends on the line of its last word", A2, "A2b-6.1.9-1", static _ => { }) { Rewrite = static b => Replaced(b, "\nendobj\n", " endobj\n") },
        new("stream after a return alone", A1, "A1b-6.1.7-2", static _ => { }) { Rewrite = static b => Replaced(b, "stream\n", "stream\r") },
        new("stream that ends in its line", A2, "A2b-6.1.7.1-2", static _ => { }) { Rewrite = static b => Replaced(b, "\nendstream", " endstream") },
        new("half a byte in hexadecimal", A1, "A1b-6.1.6-1", static g => g.Add(Dictionary(("Note", Ascii("ABC"))))) { Rewrite = static b => Replaced(b, "<414243>", "<41424> ") },
        new("a real number too large", A1, "A1b-6.1.12-2", static g => g.Add(Dictionary(("Note", Number(40000.5))))),
        new("states saved too deep", A1, "A1b-6.1.12-3", static g => g.EditContent(3, static c => string.Concat(Enumerable.Repeat("q ", 30)) + c + string.Concat(Enumerable.Repeat(" Q", 30)))),
        new("nine inks in one space", A1, "A1b-6.1.12-4", static g => g.Add(Array(Name("DeviceN"), Array([.. Enumerable.Range(1, 9).Select(static i => Name($"Ink{i}"))]), Name("DeviceCMYK"), Dictionary()))) { IsKnownToOthers = false },
        new("samples of three bits", A1, "A1b-6.2.4-3", static g => Image(g)["BitsPerComponent"] = Number(3)) { IsKnownToOthers = false },
        new("authors without an order", A1, "A1b-6.7.3-2", static g => g.EditMetadata(static x => x.Replace("rdf:Seq", "rdf:Bag", StringComparison.Ordinal))),
        new("a date in words", A2, "A2b-6.6.2.3-2", static g => g.EditMetadata(static x => System.Text.RegularExpressions.Regex.Replace(x, "<xmp:CreateDate>[^<]*", "<xmp:CreateDate>yesterday"))),
        new("a font's name in no Unicode", A2, "A2b-6.1.8-1", static g => Descriptor(g).Raw["FontName"] = Name("\u00FF\u00FEA")),
        new("a permission of one's own", A2, "A2b-6.1.12-1", static g => g.Catalog.Raw["Perms"] = Dictionary(("Own", Dictionary()))),
        new("a page that nothing fits on", A2, "A2b-6.1.13-5", static g => g.Pages[3].Raw["CropBox"] = Numbers(0, 0, 2, 2)),
        new("a halftone of type 10", A2, "A2b-6.2.5-2", static g => g.Add(Dictionary(("Type", Name("Halftone")), ("HalftoneType", Number(10))))),
        new("transparency without a space to blend in", A2, "A2b-6.2.10-2 A2b-6.2.4.3-1", static g =>
        {
            g.Catalog.Raw.Remove("OutputIntents");
            UseState(g, ("ca", Number(0.5)));
        }),
        new("layers without a name", A2, "A2b-6.9-1", static g => g.Catalog.Raw["OCProperties"] = Dictionary(("OCGs", Array()), ("D", Dictionary()))),
        new("requirements", A2, "A2b-6.11-1", static g => g.Catalog.Raw["Requirements"] = Array()),
        new("a private character", Reading, "A2a-6.2.11.7.3-1", static g => ReadingMutants.EditMap(g, static map => ReadingMutants.ReplaceFirstTarget(map, "E000"))),
        new("a table with two heads and no body", Reading, "UA1-09-004-2", static g => g.Elements("TBody")[0].Raw["S"] = Name("THead")),
        new("a row without its first cell", Reading, "UA1-09-004-3", static g => ((PdfArray)g.At(g.Elements("TR")[^1], "K")).Raw.RemoveAt(0)),
        new("cells over one another", Reading, "UA1-09-004-3", static g => g.Elements("TD")[0].Raw["A"] = Dictionary(("O", Name("Table")), ("RowSpan", Number(2)))),
        new("a caption in the middle of its table", Reading, "UA1-09-006-2", static g =>
        {
            var rows = (PdfArray)g.At(g.Elements("Table").First(table => g.At(table, "K") is PdfArray { Count: > 1 }), "K");
            rows.Raw.Insert(1, g.Add(Dictionary(("Type", Name("StructElem")), ("S", Name("Caption")), ("P", To(g.Elements("Table")[0])), ("K", Array()))));
        }),
        new("a form with marks drawn twice", Reading, "UA1-30-002", static g =>
        {
            Resource(g, "XObject", "FmX", g.Add(Stream(Encoding.ASCII.GetBytes("/Span <</MCID 999>> BDC 10 10 50 1 re f EMC"), ("Type", Name("XObject")), ("Subtype", Name("Form")), ("BBox", Numbers(0, 0, 100, 100)), ("Resources", Dictionary()))), 8);
            g.EditContent(8, static c => c + "\n/FmX Do /FmX Do\n");
        }),
        new("attached file without a name", "a-3a", "A3b-6.8-1 UA1-21-001", static g => ((PdfDictionary)g.OfType("Filespec").First()).Raw.Remove("UF")),
    ];

    /// <summary>The first place that holds the words, holding others of the same length instead.</summary>
    private static byte[] Replaced(byte[] bytes, string words, string others)
    {
        var at = bytes.AsSpan().IndexOf(Encoding.Latin1.GetBytes(words));
        Assert.Equal(words.Length, others.Length);
        Assert.True(at >= 0, words);
        Encoding.Latin1.GetBytes(others).CopyTo(bytes, at);
        return bytes;
    }
}
