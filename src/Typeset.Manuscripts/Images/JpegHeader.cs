using Typeset.Documents;

namespace Typeset.Manuscripts.Images;

/// <summary>
/// Size and resolution of a JPEG: the frame header (ISO/IEC 10918-1 §B.2.2), resolution from the JFIF segment or the Exif one
/// (TIFF 6.0 tags 282, 283, 296), and whether Exif asks for turning (tag 274).
/// </summary>
internal static class JpegHeader
{
    private const double CentimetresPerInch = 2.54;

    public static ImageHeader Read(ReadOnlySpan<byte> file)
    {
        var bytes = new ImageBytes(file);
        var exif = default(ExifFields);
        double horizontal = 0, vertical = 0;
        for (long at = 2; ;)
        {
            var marker = NextMarker(bytes, ref at);
            if (marker is 0xD9 or 0xDA) throw new ImageException("no frame header");
            if (marker is 0x01 or (>= 0xD0 and <= 0xD8)) continue;
            var length = bytes.UInt16(at);
            var segment = new ImageBytes(bytes.Slice(at, Math.Max(length, 2)));
            if (IsFrame(marker)) return Frame(segment, exif, horizontal, vertical);
            if (marker == 0xE0) ReadJfif(segment, ref horizontal, ref vertical);
            if (marker == 0xE1) exif = ExifFields.Read(segment);
            at += Math.Max(length, 2);
        }
    }

    private static ImageHeader Frame(ImageBytes segment, ExifFields exif, double horizontal, double vertical)
    {
        if (horizontal == 0) (horizontal, vertical) = (exif.HorizontalPpi, exif.VerticalPpi);
        return new ImageHeader(ImageFormat.Jpeg, segment.UInt16(5), segment.UInt16(3), horizontal, vertical, exif.Orientation > 1);
    }

    private static int NextMarker(ImageBytes bytes, ref long at)
    {
        if (bytes.Byte(at) != 0xFF) throw new ImageException($"no marker at byte {at}");
        while (bytes.Byte(at) == 0xFF) at++;
        return bytes.Byte(at++);
    }

    private static bool IsFrame(int marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static void ReadJfif(ImageBytes segment, ref double horizontal, ref double vertical)
    {
        if (segment.Length < 14 || !segment.Slice(2, 5).SequenceEqual("JFIF\0"u8)) return;
        var scale = segment.Byte(9) switch { 1 => 1, 2 => CentimetresPerInch, _ => 0 };
        (horizontal, vertical) = (segment.UInt16(10) * scale, segment.UInt16(12) * scale);
    }

    /// <summary>The few fields of an Exif segment that matter; a broken segment reads as an empty one.</summary>
    private readonly record struct ExifFields(int Orientation, double HorizontalPpi, double VerticalPpi)
    {
        private const int HeaderLength = 8;

        public static ExifFields Read(ImageBytes segment)
        {
            if (segment.Length < HeaderLength + 8 || !segment.Slice(2, 6).SequenceEqual("Exif\0\0"u8)) return default;
            try
            {
                return ReadDirectory(new ImageBytes(segment.Slice(HeaderLength, segment.Length - HeaderLength)));
            }
            catch (ImageException)
            {
                return default;
            }
        }

        private static ExifFields ReadDirectory(ImageBytes tiff)
        {
            var little = tiff.Byte(0) == 'I';
            var directory = tiff.UInt32(4, little);
            var fields = new ExifFields(1, 0, 0);
            var scale = 1.0;
            for (var i = 0; i < tiff.UInt16(directory, little); i++)
            {
                var entry = directory + 2 + i * 12;
                switch (tiff.UInt16(entry, little))
                {
                    case 274: fields = fields with { Orientation = tiff.UInt16(entry + 8, little) }; break;
                    case 282: fields = fields with { HorizontalPpi = Rational(tiff, entry, little) }; break;
                    case 283: fields = fields with { VerticalPpi = Rational(tiff, entry, little) }; break;
                    case 296 when tiff.UInt16(entry + 8, little) == 3: scale = CentimetresPerInch; break;
                }
            }

            return fields with { HorizontalPpi = fields.HorizontalPpi * scale, VerticalPpi = fields.VerticalPpi * scale };
        }

        private static double Rational(ImageBytes tiff, long entry, bool little)
        {
            var at = tiff.UInt32(entry + 8, little);
            var denominator = tiff.UInt32(at + 4, little);
            return denominator == 0 ? 0 : tiff.UInt32(at, little) / (double)denominator;
        }
    }
}
