using System.IO.Compression;
using Typeset.Core.Messages;
using Typeset.Images;

namespace Typeset.Preflight.Reading;

/// <summary>Takes the filters off streams (ISO 32000-1 §7.4), each within <see cref="Limits"/>.</summary>
internal sealed class StreamDecoder(DecodingAllowance allowance)
{
    /// <summary>The filters of a stream in the order in which they come off.</summary>
    public static IEnumerable<string> FiltersOf(PdfStream stream)
    {
        var filter = stream["Filter"];
        if (filter.AsName is { } only) return [only];
        return filter.Items.Select(static item => item.AsName ?? "");
    }

    /// <summary>The bytes behind all filters.</summary>
    /// <exception cref="PdfFormatException">A filter is unknown or its data are broken; images in JPEG stay as they are and cannot be asked for.</exception>
    public ReadOnlyMemory<byte> Decode(PdfStream stream)
    {
        var data = stream.Raw;
        var index = 0;
        foreach (var filter in FiltersOf(stream))
        {
            var parameters = stream["DecodeParms"] is PdfArray array ? array[index] : stream["DecodeParms"];
            data = Decode(data, filter, parameters);
            allowance.Spend(data.Length);
            index++;
        }

        return data;
    }

    /// <summary>The samples of an image whose only filter is DCT, row by row, as they are stored.</summary>
    /// <exception cref="PdfFormatException">They are damaged, too much, or of another size than the image's dictionary says.</exception>
    public void DecodeJpeg(PdfStream image, int components, SampleRow sink)
    {
        var (width, height) = (image["Width"].AsInteger ?? 0, image["Height"].AsInteger ?? 0);
        allowance.Spend((long)width * height * components);
        try
        {
            JpegSamples.Read(image.Raw, new JpegSize(width, height, components), sink);
        }
        catch (JpegFormatException)
        {
            throw new PdfFormatException(PreflightMessages.DamagedStream, "DCTDecode");
        }
    }

    private static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> data, string filter, PdfObject parameters) => filter switch
    {
        "FlateDecode" or "Fl" => Predictor.Undo(Inflate(data), parameters),
        "LZWDecode" or "LZW" => Predictor.Undo(LzwDecoder.Decode(data.Span, parameters["EarlyChange"].AsInteger ?? 1), parameters),
        "ASCIIHexDecode" or "AHx" => AsciiFilters.Hex(data.Span),
        "ASCII85Decode" or "A85" => AsciiFilters.Base85(data.Span),
        "RunLengthDecode" or "RL" => RunLength(data.Span),
        "Crypt" when parameters["Name"].AsName is null or "Identity" => data,
        _ => throw new PdfFormatException(PreflightMessages.UnknownFilter, filter),
    };

    private static ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> data)
    {
        using var packed = new ZLibStream(new MemoryStream(data.ToArray(), writable: false), CompressionMode.Decompress);
        using var plain = new MemoryStream(Math.Min(data.Length * 4, 1 << 20));
        var buffer = new byte[1 << 16];
        try
        {
            for (int read; (read = packed.Read(buffer)) > 0;)
            {
                if (plain.Length + read > Limits.DecodedStream) throw new PdfFormatException(PreflightMessages.TooMuch, "decoded bytes of a stream");
                plain.Write(buffer, 0, read);
            }
        }
        catch (Exception cause) when (cause is InvalidDataException or IOException)
        {
            throw new PdfFormatException(PreflightMessages.DamagedStream, "FlateDecode");
        }

        return plain.GetBuffer().AsMemory(0, (int)plain.Length);
    }

    private static byte[] RunLength(ReadOnlySpan<byte> data)
    {
        var plain = new List<byte>();
        for (var i = 0; i < data.Length && data[i] != 128;)
        {
            var length = data[i++];
            if (length < 128)
            {
                if (i + length + 1 > data.Length) throw new PdfFormatException(PreflightMessages.DamagedStream, "RunLengthDecode");
                plain.AddRange(data.Slice(i, length + 1));
                i += length + 1;
            }
            else if (i < data.Length) plain.AddRange(Enumerable.Repeat(data[i++], 257 - length));
        }

        return [.. plain];
    }
}

/// <summary>Filters that make bytes of printable characters (§7.4.2, §7.4.3).</summary>
internal static class AsciiFilters
{
    public static byte[] Hex(ReadOnlySpan<byte> data)
    {
        var lexer = new PdfLexer([(byte)'<', .. data, (byte)'>'], 0);
        return lexer.HexString(out _);
    }

    public static byte[] Base85(ReadOnlySpan<byte> data)
    {
        var plain = new List<byte>(data.Length);
        var (value, count) = (0L, 0);
        foreach (var b in data)
        {
            if (PdfLexer.IsSpace(b)) continue;
            if (b == '~') break;
            if (b == 'z' && count == 0)
            {
                plain.AddRange([0, 0, 0, 0]);
                continue;
            }

            if (b is < (byte)'!' or > (byte)'u') throw new PdfFormatException(PreflightMessages.DamagedStream, "ASCII85Decode");
            value = value * 85 + b - '!';
            if (++count < 5) continue;
            Add(plain, value, 4);
            (value, count) = (0, 0);
        }

        if (count > 1)
        {
            for (var i = count; i < 5; i++) value = value * 85 + 84;
            Add(plain, value, count - 1);
        }

        return [.. plain];
    }

    private static void Add(List<byte> plain, long value, int bytes)
    {
        for (var i = 0; i < bytes; i++) plain.Add((byte)(value >> (24 - 8 * i)));
    }
}
