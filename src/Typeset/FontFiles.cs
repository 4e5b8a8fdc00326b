using System.Collections.Immutable;
using System.Text;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.OpenType;
using Typeset.Shaping;

namespace Typeset;

/// <summary>What a face is, for a list of fonts.</summary>
public sealed record FaceDescription(string PostScriptName, string Family, string Style, int Weight, int GlyphCount, bool IsCff);

/// <summary>What font files hold, for hosts that choose and list fonts.</summary>
public static class FontFiles
{
    /// <summary>The faces of a file; for one that cannot be read, none and a diagnostic.</summary>
    /// <param name="path">The file as messages show it.</param>
    /// <param name="open">Its bytes; called now and when the face is first used.</param>
    /// <param name="standsIn">Whether they set what the faces that a style names all lack.</param>
    /// <param name="diagnostics">Told of a file that is no font.</param>
    public static ImmutableArray<FontSource> Faces(string path, Func<ReadOnlyMemory<byte>> open, bool standsIn, DiagnosticBag diagnostics)
    {
        try
        {
            var bytes = open();
            return [.. Enumerable.Range(0, FontFace.CountFaces(bytes)).Select(i => SourceOf(FontFace.Open(bytes, i, path), path, i, open, standsIn))];
        }
        catch (FontFormatException problem)
        {
            diagnostics.Add(FontMessages.UnreadableFont.Anywhere(path, problem.Message));
            return [];
        }
    }

    /// <summary>Upright faces of text weight stand in before slanted and heavy ones.</summary>
    private static FontSource SourceOf(FontFace face, string path, int index, Func<ReadOnlyMemory<byte>> open, bool standsIn) =>
        new(face.PostScriptName, path, index, open) { StandIn = !standsIn ? 0 : face.IsItalic || face.IsStyledBold || face.Weight is < 300 or > 500 ? 2 : 1 };

    /// <summary>What a face says of itself.</summary>
    /// <exception cref="FontFormatException">The face is broken.</exception>
    public static FaceDescription Describe(FontSource source)
    {
        var face = source.Face;
        return new(face.PostScriptName, face.FamilyName, face.SubfamilyName, face.Weight, face.GlyphCount, face.IsCff);
    }

    /// <summary>The characters of a text that a face lacks, each once, in the order of the text.</summary>
    /// <exception cref="FontFormatException">The face is broken.</exception>
    public static ImmutableArray<Rune> Missing(FontSource source, string text)
    {
        var face = source.Face;
        return [.. text.EnumerateRunes().Where(rune => !Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune) && face.GlyphOf(rune.Value) == 0).Distinct()];
    }
}
