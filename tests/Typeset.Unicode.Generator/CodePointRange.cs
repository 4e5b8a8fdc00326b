using System.Globalization;

namespace Typeset.Unicode.Generator;

/// <summary>Code points from <c>First</c> to <c>Last</c>, both included, that share one property value.</summary>
internal readonly record struct CodePointRange(int First, int Last, string Value)
{
    /// <summary>Reads <c>0041..005A</c> or <c>0041</c>.</summary>
    public static CodePointRange Parse(string range, string value)
    {
        var ends = range.Split("..");
        return new(Hex(ends[0]), Hex(ends[^1]), value);
    }

    /// <summary>Sorts by code point and makes one range of neighbours with the same value.</summary>
    public static IEnumerable<CodePointRange> Join(IEnumerable<CodePointRange> ranges)
    {
        CodePointRange? open = null;
        foreach (var range in ranges.OrderBy(range => range.First))
        {
            if (open is { } last && last.Last + 1 == range.First && last.Value == range.Value)
            {
                open = last with { Last = range.Last };
                continue;
            }

            if (open is { } done) yield return done;
            open = range;
        }

        if (open is { } rest) yield return rest;
    }

    public override string ToString() => First == Last ? $"{First:X4};{Value}" : $"{First:X4}..{Last:X4};{Value}";

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
