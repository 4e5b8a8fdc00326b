using System.IO.Compression;

namespace Typeset.Pdf.Images;

/// <summary>The colour profile inside an image file.</summary>
internal static class EmbeddedProfile
{
    /// <summary>Profiles of cameras and screens have some kilobytes; a lookup-table one has half a megabyte.</summary>
    private const int Largest = 4 << 20;

    private const byte Segment = 0xE2;

    /// <summary>The profile of RGB samples; null where there is none, or, with the problem told, none that can be used: then they count as sRGB.</summary>
    public static IccProfile? OfRgb(byte[] bytes, out string? problem)
    {
        problem = null;
        if (bytes.Length == 0) return null;
        try
        {
            var profile = IccProfile.Read(bytes);
            if (profile.ColourSpace != "RGB ") problem = $"it is for {profile.ColourSpace.TrimEnd()}, not for RGB";
            else if (Colour.RgbSource.Of(profile) is null) problem = "it has neither primaries nor a table to Lab";
            else return profile;
        }
        catch (IccFormatException broken)
        {
            problem = broken.Message;
        }

        return null;
    }

    /// <summary>The profile of an image's samples, of any kind that a file may show them by (ISO 19005-2 §6.2.4.2); null where there is none such.</summary>
    public static IccProfile? OfSamples(ImageStream image, byte[] bytes)
    {
        try
        {
            var wanted = image.Colours switch { ImageColours.Grey => "GRAY", ImageColours.Cmyk => "CMYK", _ => "RGB " };
            return bytes.Length > 0 && IccProfile.Read(bytes) is { Class: "mntr" or "prtr" or "scnr" or "spac" } profile && profile.ColourSpace == wanted ? profile : null;
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

    /// <summary>From iCCP (PNG §11.3.3.3): a name, a zero, the method 0, deflated bytes; empty where there is none, or a broken one.</summary>
    public static byte[] BytesOfPng(PngFile png)
    {
        var end = Array.IndexOf(png.Profile, (byte)0);
        if (end < 0 || end + 2 >= png.Profile.Length) return [];
        var bytes = new byte[Largest];
        var count = 0;
        try
        {
            using var inflated = new ZLibStream(new MemoryStream(png.Profile, end + 2, png.Profile.Length - end - 2), CompressionMode.Decompress);
            count = inflated.ReadAtLeast(bytes, Largest, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return [];
        }

        return count == Largest ? [] : bytes[..count];
    }
}
