using Typeset.Core;
using Typeset.Docx.Package;
using Typeset.OpenType;

namespace Typeset.Docx.Fonts;

/// <summary>A face that a document is set in.</summary>
/// <param name="Face">The face.</param>
/// <param name="Names">The family and style by which runs ask for it, as <see cref="FaceNaming"/> gives them.</param>
/// <param name="Characters">The code points set in it, in any order.</param>
internal sealed record FaceUse(FontFace Face, FontNames Names, IReadOnlyCollection<int> Characters);

/// <summary>A face inside a document.</summary>
/// <param name="Use">Which face it is.</param>
/// <param name="Font">Its file.</param>
/// <param name="Coverage">How much of the face it is.</param>
internal sealed record EmbeddedFace(FaceUse Use, CutFont Font, FontCoverage Coverage);

/// <summary>A font file as the part <c>word/fonts/fontN.odttf</c> holds it, until disposal.</summary>
/// <param name="Key">The GUID that it is obfuscated with, in braces, made from its content.</param>
/// <param name="Part">The obfuscated file, packed.</param>
/// <param name="Glyphs">How many of its glyphs have an outline.</param>
/// <param name="Memory">Holds the part; null where it has memory of its own, and can be kept.</param>
internal sealed record CutFont(string Key, PackedPart Part, int Glyphs, ScratchStream? Memory = null) : IDisposable
{
    /// <summary>One that disposal does nothing to.</summary>
    public CutFont Copy() => this with { Part = Part with { Deflated = Part.Deflated.ToArray() }, Memory = null };

    public void Dispose() => Memory?.Dispose();
}
