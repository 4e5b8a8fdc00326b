using Typeset.OpenType;

namespace Typeset.Shaping;

/// <summary>Which voice a glyph was set in: decides its font, spacing and line-break neighbours.</summary>
public enum TextSide : byte { Han, Latin, Space }

/// <summary>
/// One shaped glyph. Lengths are raw <see cref="Core.Length"/> units (1/65536 pt) at the run's size; offsets: x to the right, y downwards.
/// <see cref="Cluster"/> is the UTF-16 index of the first character it stands for; glyphs are in text order (left to right).
/// </summary>
public readonly record struct ShapedGlyph(ushort Id, byte Face, TextSide Side, int Advance, int XOffset, int YOffset, int Cluster);

/// <summary>A shaped stretch: its glyphs, and the faces that <see cref="ShapedGlyph.Face"/> indexes.</summary>
public sealed record ShapedText(ShapedGlyph[] Glyphs, FontFace[] Faces);
