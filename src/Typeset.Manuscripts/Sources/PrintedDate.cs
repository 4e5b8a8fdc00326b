using System.Globalization;

namespace Typeset.Manuscripts.Sources;

/// <summary>A date as printed: an ISO date becomes 2026年3月1日 (GB/T 15835: no leading zeros), any other text stays as it is.</summary>
internal static class PrintedDate
{
    public static string Of(string written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日")
            : written;
}
