using System.Collections.Immutable;
using Typeset.Core;
using Typeset.OpenType;

namespace Typeset.Pages;

/// <summary>A thing on a page, in paint order. Coordinates: x to the right, y downwards, from the trimmed page's top left corner.</summary>
public abstract record PageItem
{
    private protected PageItem() { }
}

/// <summary>
/// One glyph of a run: its id in the run's face, its offset from the run's origin (raw <see cref="Length"/> units; x to the right,
/// y downwards), and the text it stands for: <c>[TextStart, TextStart + TextLength)</c> of the run's text; length 0 for a glyph that shares
/// its text with the one before (or prints what the manuscript does not hold).
/// </summary>
public readonly record struct PlacedGlyph(ushort Id, int X, int Y, int TextStart, ushort TextLength);

/// <summary>
/// Glyphs of one face, size and ink on one baseline. <see cref="Glyphs"/> are in text order; all of their text together is what extraction
/// must give back. <see cref="Span"/> is the manuscript behind the run.
/// </summary>
public sealed record GlyphRun(FontFace Face, Length Size, Ink Ink, Point Origin, PlacedGlyph[] Glyphs, string Text, SourceSpan Span) : PageItem
{
    /// <summary>Horizontal scale of the glyphs in thousandths; 1000 is natural.</summary>
    public int HorizontalScale { get; init; } = 1000;
}

/// <summary>A filled rectangle: rules (≥ 0.25 pt in press work), borders, tints.</summary>
public sealed record Rule(Rectangle Area, Ink Ink) : PageItem;

/// <summary>A filled outline; segments are absolute page coordinates, each contour closed.</summary>
public sealed record PathItem(ImmutableArray<PathSegment> Segments, Ink Ink) : PageItem;

/// <summary>What a step of a path does; a cubic takes two control points and an end point.</summary>
public enum PathVerb : byte { Move, Line, Cubic, Close }

/// <summary>One segment; <see cref="C1"/> and <see cref="C2"/> only for a cubic.</summary>
public readonly record struct PathSegment(PathVerb Verb, Point C1, Point C2, Point To);

/// <summary>An image put into a rectangle, upright.</summary>
public sealed record ImageItem(PlacedImage Image, Rectangle Area, SourceSpan Span) : PageItem;

/// <summary>An encoded image as the author's file holds it; one object however often it is placed.</summary>
public sealed record PlacedImage(string Name, ImageEncoding Encoding, int PixelWidth, int PixelHeight, ReadOnlyMemory<byte> Bytes);

/// <summary>How an image’s bytes are coded; they go into the output as they are where it can take them.</summary>
public enum ImageEncoding { Jpeg, Png }

/// <summary>A rectangle that leads elsewhere: a named destination of the booklet, or a URI.</summary>
public sealed record LinkItem(Rectangle Area, string? Destination, string? Uri, string Description) : PageItem;

/// <summary>From here to the matching <see cref="StructureEnd"/> the items belong to an element of <see cref="PagedBooklet.Structure"/>. Marks nest; an element may go on on later pages.</summary>
public sealed record StructureBegin(int Element) : PageItem;

/// <summary>Closes the structure mark opened last on this page.</summary>
public sealed record StructureEnd : PageItem
{
    public static readonly StructureEnd Instance = new();
}

/// <summary>
/// An ink. Black is K only, so that text prints from one plate. Others carry their sRGB appearance; <see cref="Spot"/> names a spot ink
/// whose appearance that is.
/// </summary>
public sealed record Ink(byte Red, byte Green, byte Blue, bool IsBlack = false, string? Spot = null)
{
    public static readonly Ink Black = new(0, 0, 0, IsBlack: true);

    /// <summary>A tint of black, 0 (paper) to 1000 (full), for K-only greys.</summary>
    public int BlackTint { get; init; } = 1000;
}
