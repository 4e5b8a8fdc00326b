using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.OpenType;

namespace Typeset.Docx.Fonts;

/// <summary>Makes the font files of a document: cut to what is needed, TrueType whatever the face was, obfuscated.</summary>
internal static class FontEmbedder
{
    /// <summary>
    /// The files, in the order of the faces. Faces whose maker forbids it, and broken ones, are left out and told of: the document then
    /// asks for them by name, and a machine without them takes the substitute that the font table names.
    /// </summary>
    public static ImmutableArray<EmbeddedFace> Embed(
        IEnumerable<FaceUse> faces, FontCoverage coverage, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (coverage == FontCoverage.None) return [];
        var embedded = ImmutableArray.CreateBuilder<EmbeddedFace>();
        foreach (var use in faces)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Embed(use, coverage, diagnostics) is { } face) embedded.Add(face);
        }

        return embedded.ToImmutable();
    }

    private static EmbeddedFace? Embed(FaceUse use, FontCoverage coverage, DiagnosticBag diagnostics)
    {
        var rights = EmbeddingRights.Of(use.Face);
        if (!rights.AllowsEditing)
        {
            diagnostics.Add(TwinFontMessages.EmbeddingForbidden.Anywhere(use.Face.ToString(), rights.ToString(), FontSubstitutes.For(use.Face)[0]));
            return null;
        }

        if (!rights.AllowsSubset && coverage != FontCoverage.Whole) diagnostics.Add(TwinFontMessages.SubsettingForbidden.Anywhere(use.Face.ToString()));
        try
        {
            var allowed = rights.AllowsSubset ? coverage : FontCoverage.Whole;
            return new EmbeddedFace(use, CutFonts.Of(use.Face).Cut(use.Names, allowed == FontCoverage.Whole ? null : CharactersOf(use, allowed)), allowed);
        }
        catch (FontFormatException problem)
        {
            diagnostics.Add(TwinFontMessages.NotEmbedded.Anywhere(use.Face.ToString(), problem.Message, FontSubstitutes.For(use.Face)[0]));
            return null;
        }
    }

    private static IEnumerable<int> CharactersOf(FaceUse use, FontCoverage coverage)
    {
        var characters = use.Characters.Concat(EditingCharacters.Basic);
        return coverage == FontCoverage.Common ? characters.Concat(EditingCharacters.Common) : characters;
    }
}
