using System.Collections.Immutable;
using Typeset.Docx.Flow;
using Typeset.Docx.Fonts;
using Typeset.Docx.Package;

namespace Typeset.Docx.Parts;

/// <summary>The font table, and the fonts inside the document; disposed of, it can still report.</summary>
internal sealed record FontParts(ImmutableArray<FaceUse> Faces, ImmutableArray<EmbeddedFace> Embedded) : IDisposable
{
    /// <summary>The fonts for all characters that were written.</summary>
    public static FontParts Make(TwinContext context, CancellationToken cancellation)
    {
        ImmutableArray<FaceUse> faces = [.. context.Faces.Faces.Where(static face => face.Characters.Count > 0).Select(static face => face.Use)];
        return new FontParts(faces, FontEmbedder.Embed(faces, new FontWish(context.Options.Fonts, context.Options.Threads), context.Options.Diagnostics, cancellation));
    }

    /// <summary>What became of each face, in the order of the document.</summary>
    public ImmutableArray<TwinFont> Reports => [.. Faces.Select(face => Report(face, Embedded.FirstOrDefault(embedded => embedded.Use == face)))];

    private static TwinFont Report(FaceUse use, EmbeddedFace? embedded) => new(use.Face.PostScriptName, use.Names.Family, use.Characters.Count)
    {
        Coverage = embedded?.Coverage ?? FontCoverage.None, Glyphs = embedded?.Font.Glyphs ?? 0, Bytes = (int)(embedded?.Font.Part.Size ?? 0),
        EmbeddingRights = EmbeddingRights.Of(use.Face).Bits, Substitute = FontSubstitutes.For(use.Face)[0],
    };

    public void Dispose()
    {
        foreach (var embedded in Embedded) embedded.Font.Dispose();
    }

    public void Write(ZipPackage package)
    {
        package.Write("word/fontTable.xml", FontTable.Make(Faces, Embedded));
        for (var i = 0; i < Embedded.Length; i++) package.Write("word/" + FontTable.PartOf(i), Embedded[i].Font.Part);
        if (Embedded.IsEmpty) return;
        var relationships = Enumerable.Range(0, Embedded.Length).Select(static i => new Relationship(FontTable.IdOf(i), PackageXml.TypeOf("font"), FontTable.PartOf(i)));
        package.Write("word/_rels/fontTable.xml.rels", PackageXml.Relationships(relationships));
    }
}
