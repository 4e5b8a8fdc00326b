using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Typeset.OpenType.Glyf;
using Typeset.OpenType.Subsetting;

namespace Typeset.OpenType.Desktop;

/// <summary>How complex the glyphs written are, for the maximum profile.</summary>
internal readonly record struct GlyphLimits(int Points, int Contours)
{
    /// <summary>The limits with a glyph that has contours of its own; its points end where its last contour does.</summary>
    public GlyphLimits With(ReadOnlySpan<byte> description)
    {
        if (description.IsEmpty) return this;
        var contours = BinaryPrimitives.ReadUInt16BigEndian(description);
        var points = 1 + BinaryPrimitives.ReadUInt16BigEndian(description[(GlyfTable.HeaderSize + 2 * (contours - 1))..]);
        return new(Math.Max(Points, points), Math.Max(Contours, contours));
    }
}

/// <summary>
/// Glyph descriptions under their old numbers: what the face has of glyf, or quadratic outlines in place of CFF ones. Disposed of, its tables are no more.
/// </summary>
internal sealed class GlyphData : IDisposable
{
    private const int RoomPerGlyph = 320;

    /// <summary>Where the left edge of a description's box lies in it.</summary>
    private const int LeftEdge = 2;

    private readonly FontWriter _glyf;
    private readonly int _glyphCount;
    private readonly int[] _offsets;
    private readonly short[] _bearings;
    private FontWriter? _loca;

    private GlyphData(int glyphCount, int keptCount)
    {
        _glyphCount = glyphCount;
        _glyf = new FontWriter(keptCount * RoomPerGlyph);
        _offsets = ArrayPool<int>.Shared.Rent(glyphCount + 1);
        _bearings = ArrayPool<short>.Shared.Rent(glyphCount);
    }

    public ReadOnlyMemory<byte> Glyf => _glyf.ToMemory();

    public ReadOnlyMemory<byte> Loca => (_loca ??= WriteOffsets()).ToMemory();

    public bool HasShortOffsets => _glyf.Length <= 2 * ushort.MaxValue;

    /// <summary>The left side bearing of each glyph; 0 for one that is left out.</summary>
    public ReadOnlySpan<short> Bearings => _bearings.AsSpan(0, _glyphCount);

    public GlyphLimits Limits { get; private set; }

    public static GlyphData Write(FontFace face, bool[] kept)
    {
        var data = new GlyphData(kept.Length, kept.AsSpan().Count(true));
        var converter = face.IsCff ? new GlyphConverter(face) : null;
        for (var glyph = 0; glyph < kept.Length; glyph++)
        {
            glyph += data.LeaveOut(glyph, kept.AsSpan(glyph).IndexOf(true));
            if (glyph == kept.Length) break;
            data._offsets[glyph] = data._glyf.Length;
            data._bearings[glyph] = converter is null ? data.Copy(face, (ushort)glyph) : data.Convert(converter, (ushort)glyph);
            data._glyf.Align(2); // loca may count in words
        }

        data._offsets[kept.Length] = data._glyf.Length;
        return data;
    }

    /// <param name="first">The first glyph that is left out.</param>
    /// <param name="count">How many; negative for all that follow.</param>
    /// <returns>How many they are.</returns>
    private int LeaveOut(int first, int count)
    {
        if (count < 0) count = _glyphCount - first;
        _offsets.AsSpan(first, count).Fill(_glyf.Length);
        _bearings.AsSpan(first, count).Clear();
        return count;
    }

    private short Copy(FontFace face, ushort glyph)
    {
        var description = face.Glyf.DescriptionOf(glyph);
        _glyf.Bytes(description);
        if (description.Length >= 2 && description[0] >= 0x80) face.Glyf.OutlineOf(glyph); // a composite that contains itself is refused
        return face.BearingOf(glyph);
    }

    private short Convert(GlyphConverter converter, ushort glyph)
    {
        var description = converter.DescriptionOf(glyph);
        _glyf.Bytes(description);
        Limits = Limits.With(description);
        return description.Length == 0 ? (short)0 : BinaryPrimitives.ReadInt16BigEndian(description.AsSpan(LeftEdge)); // renderers shift the outline until it begins at the bearing
    }

    private FontWriter WriteOffsets()
    {
        var offsets = _offsets.AsSpan(0, _glyphCount + 1);
        var writer = new FontWriter(offsets.Length * (HasShortOffsets ? 2 : 4));
        if (HasShortOffsets) WriteHalves(offsets, MemoryMarshal.Cast<byte, ushort>(writer.Take(offsets.Length * 2)));
        else BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<int, uint>(offsets), MemoryMarshal.Cast<byte, uint>(writer.Take(offsets.Length * 4)));
        return writer;
    }

    private static void WriteHalves(ReadOnlySpan<int> offsets, Span<ushort> halves)
    {
        for (var i = 0; i < halves.Length; i++) halves[i] = BinaryPrimitives.ReverseEndianness((ushort)(offsets[i] / 2));
    }

    public void Dispose()
    {
        _glyf.Dispose();
        _loca?.Dispose();
        ArrayPool<int>.Shared.Return(_offsets);
        ArrayPool<short>.Shared.Return(_bearings);
    }
}
