using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Metadata;

/// <summary>Dates as PDF (ISO 32000-1 §7.9.4) and XMP write them.</summary>
internal static class PdfDate
{
    /// <summary><c>(D:20260304050607+08'00')</c></summary>
    public static ByteWriter Write(ByteWriter to, DateTimeOffset date)
    {
        to.Raw("(D:"u8).Digits(date.Year, 4).Digits(date.Month, 2).Digits(date.Day, 2).Digits(date.Hour, 2).Digits(date.Minute, 2).Digits(date.Second, 2);
        return WriteOffset(to, date, "'"u8).Raw("')"u8);
    }

    /// <summary><c>2026-03-04T05:06:07+08:00</c></summary>
    public static ByteWriter WriteXmp(ByteWriter to, DateTimeOffset date)
    {
        to.Digits(date.Year, 4).Raw("-"u8).Digits(date.Month, 2).Raw("-"u8).Digits(date.Day, 2).Raw("T"u8);
        to.Digits(date.Hour, 2).Raw(":"u8).Digits(date.Minute, 2).Raw(":"u8).Digits(date.Second, 2);
        return WriteOffset(to, date, ":"u8);
    }

    private static ByteWriter WriteOffset(ByteWriter to, DateTimeOffset date, ReadOnlySpan<byte> separator)
    {
        var minutes = (long)Math.Abs(date.Offset.TotalMinutes);
        return to.Byte((byte)(date.Offset < TimeSpan.Zero ? '-' : '+')).Digits(minutes / 60, 2).Raw(separator).Digits(minutes % 60, 2);
    }
}
