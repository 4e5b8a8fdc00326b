using System.Collections.Immutable;
using Typeset.OpenType.Glyf;
using Typeset.OpenType.Subsetting;

namespace Typeset.OpenType.Desktop;

/// <summary>How complex the glyphs written are, for the maximum profile.</summary>
internal readonly record struct GlyphLimits(int Points, int Contours)
{
    public GlyphLimits With(List<GlyfPoint> points) =>
        new(Math.Max(Points, points.Count), Math.Max(Contours, points.Count(static point => point.EndsContour)));
}

/// <summary>Glyph descriptions under their old numbers: what the face has of glyf, or quadratic outlines in place of CFF ones.</summary>
internal sealed class GlyphData
{
    private const int RoomPerGlyph = 320;

    private readonly FontWriter _glyf;
    private readonly int[] _offsets;
    private readonly ImmutableArray<short>.Builder _bearings;

    private GlyphData(int glyphCount, int keptCount)
    {
        _glyf = new FontWriter(keptCount * RoomPerGlyph);
        _offsets = new int[glyphCount + 1];
        _bearings = ImmutableArray.CreateBuilder<short>(glyphCount);
    }

    public ReadOnlyMemory<byte> Glyf => _glyf.ToMemory();

    public ReadOnlyMemory<byte> Loca => field.IsEmpty ? field = WriteOffsets() : field;

    public bool HasShortOffsets => _glyf.Length <= 2 * ushort.MaxValue;

    /// <summary>The left side bearing of each glyph; 0 for one that is left out.</summary>
    public ImmutableArray<short> Bearings => _bearings.ToImmutable();

    public GlyphLimits Limits { get; private set; }

    public static GlyphData Write(FontFace face, bool[] kept)
    {
        var data = new GlyphData(kept.Length, kept.Count(static isKept => isKept));
        for (var glyph = 0; glyph < kept.Length; glyph++)
        {
            data._offsets[glyph] = data._glyf.Length;
            data._bearings.Add(!kept[glyph] ? (short)0 : face.IsCff ? data.Convert(face, (ushort)glyph) : data.Copy(face, (ushort)glyph));
            data._glyf.Align(2); // loca may count in words
        }

        data._offsets[^1] = data._glyf.Length;
        return data;
    }

    private short Copy(FontFace face, ushort glyph)
    {
        var description = face.Glyf.DescriptionOf(glyph);
        _glyf.Bytes(description);
        if (description.Length >= 2 && description[0] >= 0x80) face.Glyf.OutlineOf(glyph); // a composite that contains itself is refused
        return face.BearingOf(glyph);
    }

    private short Convert(FontFace face, ushort glyph)
    {
        var points = QuadraticContours.Of(face.OutlineOf(glyph), face.UnitsPerEm);
        Limits = Limits.With(points);
        return (short)SimpleGlyphWriter.Write(_glyf, points).XMin; // renderers shift the outline until it begins at the bearing
    }

    private ReadOnlyMemory<byte> WriteOffsets()
    {
        var writer = new FontWriter(_offsets.Length * 4);
        foreach (var offset in _offsets)
        {
            if (HasShortOffsets) writer.U16(offset / 2);
            else writer.U32((uint)offset);
        }

        return writer.ToMemory();
    }
}
