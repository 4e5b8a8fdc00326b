using Typeset.OpenType;

namespace Typeset.Docx.Fonts;

/// <summary>A face that a document is set in.</summary>
/// <param name="Face">The face.</param>
/// <param name="Names">The family and style by which runs ask for it, as <see cref="FaceNaming"/> gives them.</param>
/// <param name="Characters">The code points set in it, in any order.</param>
internal sealed record FaceUse(FontFace Face, FontNames Names, IReadOnlyCollection<int> Characters);

/// <summary>A face inside a document, as its part <c>word/fonts/fontN.odttf</c> holds it.</summary>
/// <param name="Use">Which face it is.</param>
/// <param name="Key">The GUID that it is obfuscated with, in braces, made from its content.</param>
/// <param name="Bytes">The obfuscated file.</param>
/// <param name="Coverage">How much of the face it is.</param>
/// <param name="Glyphs">How many of its glyphs have an outline.</param>
internal sealed record EmbeddedFace(FaceUse Use, string Key, ReadOnlyMemory<byte> Bytes, FontCoverage Coverage, int Glyphs);
