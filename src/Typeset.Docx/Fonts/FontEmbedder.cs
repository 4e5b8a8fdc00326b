using System.Collections.Concurrent;
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
    public static ImmutableArray<EmbeddedFace> Embed(IReadOnlyList<FaceUse> faces, FontWish wish, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (wish.Coverage == FontCoverage.None) return [];
        var embedded = new EmbeddedFace?[faces.Count];
        Each(LargestFirst(faces), wish.Threads, cancellation, i => embedded[i] = Embed(faces[i], wish.Coverage, diagnostics));
        return [.. embedded.OfType<EmbeddedFace>()];
    }

    /// <summary>The face of the text takes as long as all others together: the thread that has it begins with it.</summary>
    private static int[] LargestFirst(IReadOnlyList<FaceUse> faces) => [.. Enumerable.Range(0, faces.Count).OrderByDescending(i => faces[i].Characters.Count)];

    private static void Each(int[] items, int threads, CancellationToken cancellation, Action<int> work)
    {
        if (threads > 1)
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
            Parallel.ForEach(Partitioner.Create(items, EnumerablePartitionerOptions.NoBuffering), options, work);
            return;
        }

        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            work(item);
        }
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

/// <summary>How much of each face is wanted, and how many threads may cut them; any number gives the same bytes.</summary>
internal readonly record struct FontWish(FontCoverage Coverage, int Threads = 1);
