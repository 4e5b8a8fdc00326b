using System.Diagnostics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Typeset.Cli.Comparing;
using Typeset.Core;
using Typeset.Docx.Fonts;
using Xunit.Abstractions;

namespace Typeset.Docx.Tests.Fonts;

/// <summary>What LibreOffice makes of embedded fonts that this machine does not have.</summary>
[Trait("Category", "Conformance")]
public sealed class FontConformanceTests(ITestOutputHelper output) : IDisposable
{
    private const string Text = "排印之道：春眠不觉晓。Office ABC 123";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("typeset-fonts-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void LibreOffice_sets_every_shipped_face_in_the_font_of_the_document()
    {
        var path = Path.Combine(_folder.FullName, "faces.docx");
        var uses = UsesOfShippedFaces();
        Write(path, uses, FontEmbedder.Embed(uses, new FontWish(FontCoverage.Used, Threads: 2), new DiagnosticBag(), default));
        using var office = LibreOffice.Find();
        office.Render([path], _folder.FullName, TimeSpan.FromMinutes(3), default);

        var fonts = FontsOf(Path.Combine(_folder.FullName, "faces.pdf"));

        output.WriteLine(string.Join('\n', fonts));
        Assert.Equal(uses.Select(static use => use.Names.PostScript).Order(), fonts.Order());
    }

    [Fact]
    public void A_document_with_embedded_fonts_is_valid()
    {
        var path = Path.Combine(_folder.FullName, "faces.docx");
        var uses = UsesOfShippedFaces();
        Write(path, uses, FontEmbedder.Embed(uses, new FontWish(FontCoverage.Used, Threads: 2), new DiagnosticBag(), default));
        using var document = WordprocessingDocument.Open(path, false);
        foreach (var version in new[] { FileFormatVersions.Office2019, FileFormatVersions.Microsoft365 })
        {
            Assert.Empty(new OpenXmlValidator(version).Validate(document).Select(static error => $"{error.Path?.XPath}: {error.Description}"));
        }
    }

    private static FaceUse[] UsesOfShippedFaces()
    {
        var faces = ShippedFaces.Files.Select(ShippedFaces.Open).ToArray();
        return [.. faces.Zip(FaceNaming.NamesOf(faces), static (face, names) => new FaceUse(face, names, [.. Text.Select(static letter => (int)letter)]))];
    }

    private static void Write(string path, IReadOnlyCollection<FaceUse> uses, IReadOnlyList<EmbeddedFace> embedded)
    {
        using var document = WordprocessingDocument.Create(path, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        main.Document = new Document(new Body(uses.Select(Paragraph)));
        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new EmbedTrueTypeFonts(), new SaveSubsetFonts());
        var part = main.AddNewPart<FontTablePart>("rIdFonts");
        for (var i = 0; i < embedded.Count; i++)
        {
            using var stream = part.AddFontPart(FontPartType.FontOdttf, FontTable.IdOf(i)).GetStream(FileMode.Create, FileAccess.Write);
            stream.Write(Unpacked.BytesOf(embedded[i].Font.Part));
        }

        part.Fonts = FontTable.Make(uses, embedded);
    }

    private static Paragraph Paragraph(FaceUse use)
    {
        var properties = new RunProperties(new RunFonts { Ascii = use.Names.Family, HighAnsi = use.Names.Family, EastAsia = use.Names.Family });
        if (use.Names.IsBold) properties.Append(new Bold());
        if (use.Names.IsItalic) properties.Append(new Italic());
        return new Paragraph(new Run(properties, new Text(FontSubstitutes.IsHan(use.Face) ? Text : "Office ABC 123")));
    }

    /// <summary>The names of a file's fonts as pdffonts lists them, without subset tags.</summary>
    private static string[] FontsOf(string pdf)
    {
        using var process = Process.Start(new ProcessStartInfo("pdffonts", [pdf]) { RedirectStandardOutput = true })!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return [.. lines.Skip(2).Select(static line => line.Split(' ')[0]).Select(static name => name[(name.IndexOf('+') + 1)..])];
    }
}
