using BitMiracle.LibJpeg.Classic;

namespace Typeset.Testing;

/// <summary>JPEGs with a picture in them, made on the spot.</summary>
public sealed record RealJpeg(int Width, int Height, int Components)
{
    /// <summary>The samples of the pixel in a column and row.</summary>
    public required Func<int, int, byte[]> Pixel { get; init; }

    /// <summary>An ICC profile that goes along; empty for none.</summary>
    public byte[] Profile { get; init; } = [];

    /// <summary>From 1 to 100; the best unless told.</summary>
    public int Quality { get; init; } = 100;

    /// <summary>Whether it comes in several scans.</summary>
    public bool IsProgressive { get; init; }

    /// <summary>Whether Adobe's marker is there, which says that four inks are stored inverted; only they have it.</summary>
    public bool IsAdobe { get; init; } = true;

    /// <summary>The file; colours at half resolution.</summary>
    public byte[] Bytes()
    {
        var file = new MemoryStream();
        var encoder = new jpeg_compress_struct(new jpeg_error_mgr()) { Image_width = Width, Image_height = Height, Input_components = Components };
        encoder.In_color_space = Components switch { 1 => J_COLOR_SPACE.JCS_GRAYSCALE, 3 => J_COLOR_SPACE.JCS_RGB, _ => J_COLOR_SPACE.JCS_CMYK };
        encoder.jpeg_stdio_dest(file);
        encoder.jpeg_set_defaults();
        encoder.jpeg_set_quality(Quality, true);
        if (IsProgressive) encoder.jpeg_simple_progression();
        encoder.Write_Adobe_marker = Components == 4 && IsAdobe;
        encoder.jpeg_start_compress(true);
        for (var y = 0; y < Height; y++) encoder.jpeg_write_scanlines([Row(y)], 1);
        encoder.jpeg_finish_compress();
        return WithProfile(file.ToArray());
    }

    private byte[] Row(int y)
    {
        var row = Enumerable.Range(0, Width).SelectMany(x => Pixel(x, y)).ToArray();
        return Components == 4 && IsAdobe ? [.. row.Select(static sample => (byte)(255 - sample))] : row;
    }

    /// <summary>The profile in parts of 60,000 bytes behind the first marker (ICC.1:2010 §B.4).</summary>
    private byte[] WithProfile(byte[] jpeg)
    {
        var parts = Profile.Chunk(60_000).ToArray();
        return [.. jpeg[..2], .. parts.SelectMany((part, i) => Segment([.. "ICC_PROFILE\0"u8, (byte)(i + 1), (byte)parts.Length, .. part])), .. jpeg[2..]];
    }

    private static byte[] Segment(byte[] content) => [0xFF, 0xE2, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];
}
