using System.Text;
using Typeset.Preflight.Reading;

namespace Typeset.Preflight.Tests.Mutation;

/// <summary>Short ways to objects of PDF.</summary>
internal static class Build
{
    public static PdfName Name(string text) => new(text);

    public static PdfNumber Number(double value) => new(value, value == Math.Floor(value));

    public static PdfString Text(string text) => new([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]);

    public static PdfString Ascii(string text) => new(Encoding.Latin1.GetBytes(text));

    public static PdfBoolean True => new(true);

    public static PdfArray Array(params PdfObject[] items) => new(null, [.. items]);

    public static PdfArray Numbers(params double[] values) => new(null, [.. values.Select(Number)]);

    public static PdfDictionary Dictionary(params (string Key, PdfObject Value)[] entries) => new(null, entries.ToDictionary(static e => e.Key, static e => e.Value));

    public static PdfStream Stream(byte[] data, params (string Key, PdfObject Value)[] entries) => new(Dictionary(entries), data);

    public static PdfReference To(PdfObject item) => new(item.Number, 0);
}
