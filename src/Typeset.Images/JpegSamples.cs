using BitMiracle.LibJpeg.Classic;

namespace Typeset.Images;

/// <summary>What a JPEG's header says: pixels of a side, and the components of each.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Components">1 grey, 3 colours, 4 inks.</param>
public readonly record struct JpegSize(int Width, int Height, int Components);

/// <summary>Takes a row of samples, from left to right; good until the next one comes.</summary>
public delegate void SampleRow(ReadOnlySpan<byte> row);

/// <summary>
/// The samples of a JPEG (ITU-T T.81), row by row from the top: grey, RGB, or four inks as they are stored, which Adobe's programs store
/// inverted. A baseline one is never held whole; a damaged one is refused, not guessed at.
/// </summary>
public static class JpegSamples
{
    /// <summary>Of a picture in several scans all coefficients are held, some three bytes a sample: enough for A3 at 300 ppi in four inks.</summary>
    private const long MostSamplesHeld = 150_000_000;

    /// <summary>Progressive pictures come in some ten scans; a hostile one may have as many as it has bytes, each over the whole picture.</summary>
    private const int MostScans = 100;

    /// <summary>Decodes a picture that is as large as expected.</summary>
    /// <exception cref="JpegFormatException">It is damaged, asks for too much, or is not what was expected.</exception>
    public static void Read(ReadOnlyMemory<byte> jpeg, JpegSize expected, SampleRow sink)
    {
        try
        {
            Decode(Open(jpeg, expected), sink);
        }
        catch (Exception cause) when (cause is not (JpegFormatException or OutOfMemoryException))
        {
            // The decoder meets damage it does not look for as an index out of range or the like.
            throw new JpegFormatException(Damaged, cause);
        }
    }

    private const string Damaged = "the JPEG file's picture data is damaged";

    private static jpeg_decompress_struct Open(ReadOnlyMemory<byte> jpeg, JpegSize expected)
    {
        var decoder = new jpeg_decompress_struct(new Strictness());
        decoder.jpeg_stdio_src(new MemoryStream(jpeg.ToArray(), writable: false));
        decoder.jpeg_read_header(true);
        if (new JpegSize(decoder.Image_width, decoder.Image_height, decoder.Num_components) != expected) throw new JpegFormatException("the JPEG file contradicts itself");
        // Every block of 8 × 8 takes a bit at the least: a small file that claims a large picture is refused before there is room made for it.
        if (jpeg.Length * 8L < (expected.Width + 7L) / 8 * ((expected.Height + 7L) / 8)) throw new JpegFormatException(Damaged);
        if (decoder.jpeg_has_multiple_scans()) RequireModesty(jpeg.Span, expected);
        decoder.Out_color_space = expected.Components switch { 1 => J_COLOR_SPACE.JCS_GRAYSCALE, 3 => J_COLOR_SPACE.JCS_RGB, _ => J_COLOR_SPACE.JCS_CMYK };
        return decoder;
    }

    private static void Decode(jpeg_decompress_struct decoder, SampleRow sink)
    {
        decoder.jpeg_start_decompress();
        byte[][] rows = [new byte[decoder.Output_width * decoder.Output_components]];
        while (decoder.Output_scanline < decoder.Output_height)
        {
            if (decoder.jpeg_read_scanlines(rows, 1) == 1) sink(rows[0]);
        }

        decoder.jpeg_finish_decompress();
    }

    private static void RequireModesty(ReadOnlySpan<byte> jpeg, JpegSize size)
    {
        if ((long)size.Width * size.Height * size.Components > MostSamplesHeld) throw new JpegFormatException("the progressive JPEG is too large; save it as a baseline JPEG");
        if (jpeg.Count((ReadOnlySpan<byte>)[0xFF, 0xDA]) > MostScans) throw new JpegFormatException("the JPEG file has more scans than a real one");
    }

    /// <summary>Stops at the first sign of damage: what would come after is invented.</summary>
    private sealed class Strictness : jpeg_error_mgr
    {
        /// <summary>Left by cameras between segments (JWRN_EXTRANEOUS_DATA), and a marker of a later version (JWRN_ADOBE_XFORM): the picture is whole.</summary>
        private static readonly string[] Harmless = ["extraneous bytes", "Adobe color transform"];

        public override void error_exit() => throw new JpegFormatException(Damaged);

        /// <param name="msg_level">−1: the data is damaged and a guess would be made; from 0 on, what is of interest.</param>
        public override void emit_message(int msg_level)
        {
            if (msg_level < 0 && format_message() is var message && !Array.Exists(Harmless, message.Contains)) throw new JpegFormatException(Damaged);
        }

        public override void output_message()
        {
        }
    }
}
