using System.IO.Compression;

namespace Typeset.Pdf.Images;

/// <summary>The profile inside an image file. One for RGB that is not there, or makes no sense, is null: then the image counts as sRGB.</summary>
internal static class EmbeddedProfile
{
    /// <summary>Profiles of cameras and screens have some kilobytes; a lookup-table one has half a megabyte.</summary>
    private const int Largest = 4 << 20;

    private const byte Segment = 0xE2;

    public static IccProfile? OfJpeg(ReadOnlySpan<byte> bytes) => Read(BytesOfJpeg(bytes));

    /// <summary>The profile of a JPEG's samples, of any kind that a file may show them by (ISO 19005-2 §6.2.4.2); null where there is none such.</summary>
    public static IccProfile? OfSamples(ImageStream jpeg)
    {
        try
        {
            var wanted = jpeg.Colours switch { ImageColours.Grey => "GRAY", ImageColours.Rgb => "RGB ", _ => "CMYK" };
            return BytesOfJpeg(jpeg.Data.Span) is { Length: > 0 } bytes && IccProfile.Read(bytes) is { Class: "mntr" or "prtr" or "scnr" or "spac" } profile && profile.ColourSpace == wanted ? profile : null;
        }
        catch (IccFormatException)
        {
            return null;
        }
    }

    /// <summary>From APP2 segments, in order (ICC.1:2010 §B.4); empty where there is none, or a broken one.</summary>
    public static byte[] BytesOfJpeg(ReadOnlySpan<byte> bytes)
    {
        var name = "ICC_PROFILE\0"u8;
        using var parts = new MemoryStream();
        for (var at = 2; at + 4 <= bytes.Length && bytes[at] == 0xFF && bytes[at + 1] is not 0xDA;)
        {
            var length = (bytes[at + 2] << 8) | bytes[at + 3];
            if (length < 2 || at + 2 + length > bytes.Length) return [];
            var content = bytes.Slice(at + 4, length - 2);
            if (bytes[at + 1] == Segment && content.StartsWith(name) && content.Length > name.Length + 2) parts.Write(content[(name.Length + 2)..]);
            at += 2 + length;
        }

        return parts.Length < Largest ? parts.ToArray() : [];
    }

    /// <summary>From iCCP (PNG §11.3.3.3): a name, a zero, the method 0, deflated bytes.</summary>
    public static IccProfile? OfPng(PngFile png)
    {
        var end = Array.IndexOf(png.Profile, (byte)0);
        if (end < 0 || end + 2 >= png.Profile.Length) return null;
        var bytes = new byte[Largest];
        var count = 0;
        try
        {
            using var inflated = new ZLibStream(new MemoryStream(png.Profile, end + 2, png.Profile.Length - end - 2), CompressionMode.Decompress);
            count = inflated.ReadAtLeast(bytes, Largest, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return null;
        }

        return count == Largest ? null : Read(bytes[..count]);
    }

    private static IccProfile? Read(byte[] bytes)
    {
        try
        {
            return bytes.Length > 0 && IccProfile.Read(bytes) is { ColourSpace: "RGB " } profile && Colour.RgbSource.Of(profile) is not null ? profile : null;
        }
        catch (IccFormatException)
        {
            return null;
        }
    }
}
