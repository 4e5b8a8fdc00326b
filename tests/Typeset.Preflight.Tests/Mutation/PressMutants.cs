using Typeset.Core;
using Typeset.Preflight.Reading;
using Typeset.Testing;
using static Typeset.Preflight.Tests.Mutation.ArchiveMutants;
using static Typeset.Preflight.Tests.Mutation.Build;

namespace Typeset.Preflight.Tests.Mutation;

/// <summary>PDF/X-4 and PDF/X-1a broken, and the rules of the press.</summary>
internal static class PressMutants
{
    private const string X4 = "x-4", X1A = "x-1a";

    public static IEnumerable<Mutant> All { get; } =
    [
        new("RGB text", X4, "P-rgb", g => g.EditContent(8, static c => c + "\n1 0 0 rg 50 50 50 50 re f\n")),
        new("RGB path", X1A, "P-rgb X1a-colour", g => g.EditContent(8, static c => c + "\n1 0 0 rg 50 50 50 50 re f\n")),
        new("RGB image", X4, "P-rgb", g => Image(g)["ColorSpace"] = Name("DeviceRGB")),
        new("colour by profile", X1A, "X1a-colour", g =>
        {
            Resource(g, "ColorSpace", "CsX", Array(Name("ICCBased"), To(g.At(g.Catalog, "OutputIntents", 0, "DestOutputProfile"))), 8);
            g.EditContent(8, static c => c + "\n/CsX cs 0 0 0 1 sc 50 50 50 50 re f\n");
        }),
        new("trim outside bleed", X4, "X4-boxes H-boxes", g => g.Pages[2].Raw["BleedBox"] = Numbers(100, 100, 200, 200)),
        new("trim outside media", X4, "X4-boxes H-boxes", g => g.Pages[2].Raw["MediaBox"] = Numbers(0, 0, 200, 200)),
        new("bleed outside media", X1A, "X1a-boxes H-boxes", g => g.Pages[2].Raw["BleedBox"] = Numbers(-50, -50, 2000, 2000)),
        new("no TrimBox", X4, "X4-trim-box", g => g.Pages[2].Raw.Remove("TrimBox")),
        new("TrimBox and ArtBox", X4, "X4-trim-box", g => g.Pages[2].Raw["ArtBox"] = g.Pages[2].Raw["TrimBox"]),
        new("no MediaBox", X4, "X4-media-box", g => g.Pages[2].Raw["MediaBox"] = Numbers(0, 0, 1)),
        new("no output intent", X4, "X4-intent", g => g.Catalog.Raw.Remove("OutputIntents")),
        new("no output condition", X4, "X4-intent", g => ((PdfDictionary)g.At(g.Catalog, "OutputIntents", 0)).Raw.Remove("OutputConditionIdentifier")),
        new("no output intent", X1A, "X1a-intent", g => g.Catalog.Raw.Remove("OutputIntents")),
        new("trapping not told", X4, "X4-trapped", Untrapped),
        new("trapping not told", X1A, "X1a-trapped", Untrapped),
        new("no claim", X1A, "X1a-claim", g => g.Information.Raw.Remove("GTS_PDFXVersion")),
        new("no claim", X4, "X4-claim", g => g.EditMetadata(static x => x.Replace("GTS_PDFXVersion", "GTS_Other", StringComparison.Ordinal))),
        new("claim of another part", X4, "X4-claim", g => g.EditMetadata(static x => x.Replace("PDF/X-4", "PDF/X-9", StringComparison.Ordinal))),
        new("no metadata", X4, "X4-claim X4-xmp", g => g.Catalog.Raw.Remove("Metadata")),
        new("no trailer ID", X4, "X4-id", g => g.Trailer.Raw.Remove("ID")),
        new("no title", X1A, "X1a-information", g =>
        {
            g.Information.Raw.Remove("Title");
            g.EditMetadata(static x => x.Replace("dc:title", "dc:source", StringComparison.Ordinal));
        }),
        new("version 1.6", X1A, "X1a-version", g => g.Header = [.. "%PDF-1.6\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']),
        new("transparency", X1A, "X1a-transparency", g => UseState(g, ("ca", Number(0.5)))),
        new("soft mask", X1A, "X1a-groups", g => Image(g)["SMask"] = g.Add(Stream([0], ("Subtype", Name("Image")), ("Width", Number(1)), ("Height", Number(1)), ("BitsPerComponent", Number(8)), ("ColorSpace", Name("DeviceGray"))))),
        new("LZW", X1A, "X1a-lzw", g => g.Add(Stream([0x80, 0x0B], ("Filter", Name("LZWDecode"))))),
        new("embedded file", X1A, "X1a-files", g => g.Add(Dictionary(("Type", Name("Filespec")), ("EF", Dictionary())))),
        new("optional content", X1A, "X1a-optional", g => g.Catalog.Raw["OCProperties"] = Dictionary()),
        new("transfer function", X4, "X4-transfer", g => UseState(g, ("TR", Name("Identity")))),
        new("unknown operator", X4, "X4-operators", g => g.EditContent(3, static c => c + "\nfrobnicate\n")),
        new("link on the page", X4, "X4-annotations", g => Annotate(g, 3, ("Subtype", Name("Link")))),
        new("JavaScript", X4, "X4-actions H-javascript", g => g.Catalog.Raw["OpenAction"] = Dictionary(("S", Name("JavaScript")), ("JS", Ascii("1")))),
        new("font not embedded", X4, "X4-fonts H-embedded", g => Descriptor(g).Raw.Remove("FontFile2")),
        new("font program cut", X4, "X4-fonts-sound H-font-sound", g => Cut(g, g.At(Descriptor(g), "FontFile2"))),
        new("encrypted", X4, "X4-encryption H-encryption", g => g.Trailer.Raw["Encrypt"] = Dictionary(("Filter", Name("Standard")))),
        new("thin rule stroked", X4, "P-rule", g => g.EditContent(8, static c => c + "\n0.1 w 50 50 m 100 50 l S\n")),
        new("thin rule filled", X4, "P-rule", g => g.EditContent(8, static c => c + "\n0 g 50 50 80 0.2 re f\n")),
        new("hairline by scaling", X4, "P-rule", g => g.EditContent(8, static c => c + "\nq 0.1 0 0 0.1 0 0 cm 1 w 500 500 m 1000 500 l S Q\n")),
        new("image of 72 ppi", X4, "P-image", g => DrawGrey(g, pixels: 100, points: 100)),
        new("image of 200 ppi", X4, "P-image-300", g => DrawGrey(g, pixels: 200, points: 72)),
        new("ink over the limit", X4, "P-ink", g => g.EditContent(8, static c => c + "\n1 0.9 0.8 0.7 k 50 50 50 50 re f\n")),
        new("image with too much ink", X4, "P-ink", DrawFullInk),
        new("JPEG with too much ink", X4, "P-ink", static g => DrawJpeg(g, 255, isInverted: false)),
        new("inverted JPEG with too much ink", X4, "P-ink", static g => DrawJpeg(g, 0, isInverted: true)),
        new("ink over a limit of the order's", X4, "P-ink", static g => DrawJpeg(g, 160, isInverted: false)) { Order = new PrintOrder { InkLimit = 250 } },
        new("small text in rich black", X4, "P-rich-black", g => ShowIn(g, "0.6 0.4 0.4 1 k", "")),
        new("white text that overprints", X4, "P-white-overprint", g => ShowIn(g, "0 0 0 0 k", "/GsX gs")),
        new("white box that overprints", X1A, "P-white-overprint", g =>
        {
            Resource(g, "ExtGState", "GsX", Dictionary(("Type", Name("ExtGState")), ("OP", True), ("op", True)), 8);
            g.EditContent(8, static c => c + "\n/GsX gs 1 g 50 50 80 80 re f\n");
        }),
        new("pages that do not suit the binding", X4, "P-pages", static _ => { }) { Order = new PrintOrder { Binding = Binding.Saddle } },
        new("another size than ordered", X4, "P-trim", static _ => { }) { Order = new PrintOrder { Trim = new Size(148.Mm, 210.Mm) } },
    ];

    private static void Untrapped(PdfGraph graph)
    {
        graph.Information.Raw.Remove("Trapped");
        graph.EditMetadata(static x => x.Replace("pdf:Trapped", "pdf:Other", StringComparison.Ordinal));
    }

    private static void DrawGrey(PdfGraph graph, int pixels, int points)
    {
        var image = Stream(new byte[pixels * pixels], ("Type", Name("XObject")), ("Subtype", Name("Image")), ("Width", Number(pixels)), ("Height", Number(pixels)), ("BitsPerComponent", Number(8)), ("ColorSpace", Name("DeviceGray")));
        Resource(graph, "XObject", "ImX", graph.Add(image), 8);
        graph.EditContent(8, c => c + $"\nq {points} 0 0 {points} 50 50 cm /ImX Do Q\n");
    }

    private static void DrawFullInk(PdfGraph graph)
    {
        var image = Stream([.. Enumerable.Repeat((byte)250, 400 * 400 * 4)], ("Type", Name("XObject")), ("Subtype", Name("Image")), ("Width", Number(400)), ("Height", Number(400)), ("BitsPerComponent", Number(8)), ("ColorSpace", Name("DeviceCMYK")));
        Resource(graph, "XObject", "ImX", graph.Add(image), 8);
        graph.EditContent(8, static c => c + "\nq 72 0 0 72 50 50 cm /ImX Do Q\n");
    }

    /// <summary>Four inks of one value in a JPEG without Adobe's marker.</summary>
    private static void DrawJpeg(PdfGraph graph, byte value, bool isInverted)
    {
        var jpeg = new RealJpeg(320, 320, 4) { Pixel = (_, _) => [value, value, value, value], IsAdobe = false }.Bytes();
        var image = Stream(jpeg, ("Type", Name("XObject")), ("Subtype", Name("Image")), ("Filter", Name("DCTDecode")), ("Width", Number(320)), ("Height", Number(320)), ("BitsPerComponent", Number(8)), ("ColorSpace", Name("DeviceCMYK")));
        if (isInverted) image.Entries.Raw["Decode"] = Numbers(1, 0, 1, 0, 1, 0, 1, 0);
        Resource(graph, "XObject", "ImX", graph.Add(image), 8);
        graph.EditContent(8, static c => c + "\nq 72 0 0 72 50 50 cm /ImX Do Q\n");
    }

    private static void ShowIn(PdfGraph graph, string colour, string state)
    {
        Resource(graph, "Font", "Fx", To(Font(graph)), 8);
        Resource(graph, "ExtGState", "GsX", Dictionary(("Type", Name("ExtGState")), ("op", True), ("OP", True), ("OPM", Number(1))), 8);
        graph.EditContent(8, c => c + $"\nq {state} {colour} BT /Fx 10 Tf 50 50 Td <0001> Tj ET Q\n");
    }
}
