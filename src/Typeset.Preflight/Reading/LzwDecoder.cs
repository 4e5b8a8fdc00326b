using Typeset.Core.Messages;

namespace Typeset.Preflight.Reading;

/// <summary>LZW as PDF has it (ISO 32000-1 §7.4.4): codes of 9 to 12 bits, 256 clears, 257 ends.</summary>
internal static class LzwDecoder
{
    private const int Clear = 256, End = 257, FirstOwn = 258, MostCodes = 4096;

    public static byte[] Decode(ReadOnlySpan<byte> data, int earlyChange)
    {
        var plain = new List<byte>();
        var starts = new int[MostCodes];
        var lengths = new int[MostCodes];
        var (next, bits, previousStart, previousLength) = (FirstOwn, 9, 0, 0);
        for (long at = 0; at + bits <= data.Length * 8L;)
        {
            var code = Bits(data, at, bits);
            at += bits;
            if (code == End) break;
            if (code == Clear)
            {
                (next, bits, previousLength) = (FirstOwn, 9, 0);
                continue;
            }

            var start = plain.Count;
            if (code < Clear) plain.Add((byte)code);
            else if (code < next) Copy(plain, starts[code], lengths[code]);
            else if (code == next && previousLength > 0) Copy(plain, previousStart, previousLength + 1);
            else throw Damaged();
            if (plain.Count > Limits.DecodedStream) throw new PdfFormatException(PreflightMessages.TooMuch, "decoded bytes of a stream");
            if (previousLength > 0 && next < MostCodes) (starts[next], lengths[next]) = (previousStart, previousLength + 1);
            if (previousLength > 0 && next < MostCodes) next++;
            (previousStart, previousLength) = (start, plain.Count - start);
            bits = next + earlyChange >= 2048 ? 12 : next + earlyChange >= 1024 ? 11 : next + earlyChange >= 512 ? 10 : 9;
        }

        return [.. plain];
    }

    private static void Copy(List<byte> plain, int start, int length)
    {
        for (var i = 0; i < length; i++) plain.Add(plain[start + i]);
    }

    private static int Bits(ReadOnlySpan<byte> data, long at, int count)
    {
        var value = 0;
        for (var i = at; i < at + count; i++) value = value << 1 | data[(int)(i >> 3)] >> (7 - (int)(i & 7)) & 1;
        return value;
    }

    private static PdfFormatException Damaged() => new(PreflightMessages.DamagedStream, "LZWDecode");
}
