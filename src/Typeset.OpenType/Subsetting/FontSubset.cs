using System.Collections.Immutable;
using Typeset.OpenType.Subsetting;

namespace Typeset.OpenType;

/// <summary>What a font program is, which decides how a PDF embeds it (ISO 32000-2 table 124).</summary>
public enum FontProgramKind
{
    /// <summary>TrueType with glyf outlines: FontFile2 of a CIDFontType2 with Identity CIDToGIDMap.</summary>
    TrueType,

    /// <summary>Bare CID-keyed CFF: FontFile3 of a CIDFontType0, subtype CIDFontType0C.</summary>
    CidCff,
}

/// <summary>A font program that holds some glyphs of a face only, under numbers of its own.</summary>
/// <param name="Program">The bytes to embed, until it is disposed of; the same for the same face and glyphs.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Glyphs">
/// Which glyph of the face is glyph (and CID) <c>i</c> of the program: first those asked for, in their order, then what
/// composite glyphs among them are made of.
/// </param>
public sealed record FontSubset(ReadOnlyMemory<byte> Program, FontProgramKind Kind, ImmutableArray<ushort> Glyphs) : IDisposable
{
    private readonly FontWriter? _owner;

    internal FontSubset(FontWriter program, FontProgramKind kind, ImmutableArray<ushort> glyphs) : this(program.ToMemory(), kind, glyphs) => _owner = program;

    /// <summary>Gives the bytes back to those who write the next program.</summary>
    public void Dispose() => _owner?.Dispose();
}
