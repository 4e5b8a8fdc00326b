using System.Buffers;

namespace Typeset.Manuscripts.Sources;

/// <summary>
/// How much a decoded text looks like Chinese or plain Latin writing: the mean, over its characters beyond ASCII, of what each speaks for.
/// Real text scores about 0.8, text read in a wrong encoding about 0.1 or less.
/// </summary>
/// <param name="Total">The sum over the characters.</param>
/// <param name="Count">Characters beyond ASCII, and the pieces of evidence that they are.</param>
internal readonly record struct TextPlausibility(double Total, int Count)
{
    /// <summary>One of the most frequent Han characters.</summary>
    private const double CommonHanWeight = 1;

    /// <summary>Marks of Chinese writing.</summary>
    private const double MarkWeight = 0.7;

    /// <summary>Any other Han character of the main block: of real text a quarter, of misread text nearly all.</summary>
    private const double OtherHanWeight = 0.1;

    /// <summary>Letters and signs of other scripts, which text may hold, but a text of nothing else would be no Chinese manuscript.</summary>
    private const double ForeignWeight = -0.1;

    /// <summary>Private, unassigned or half characters, controls, and scripts that only a wrong reading brings.</summary>
    private const double ImplausibleWeight = -1;

    private static readonly SearchValues<byte> HighBytes = SearchValues.Create([.. Enumerable.Range(0x80, 0x80).Select(static value => (byte)value)]);

    public double Mean => Count == 0 ? 0 : Total / Count;

    public static TextPlausibility operator +(TextPlausibility left, TextPlausibility right) => new(left.Total + right.Total, left.Count + right.Count);

    /// <summary>A line read in an encoding; one that cannot be counts as implausible throughout.</summary>
    public static TextPlausibility Of(TextEncoding encoding, ReadOnlySpan<byte> line)
    {
        if (encoding.TryDecode(line) is { } text) return Of(text);
        var half = line.CountAny(HighBytes) / 2 + 1;
        return new TextPlausibility(ImplausibleWeight * half, half);
    }

    public static TextPlausibility Of(ReadOnlySpan<char> text)
    {
        var total = 0.0;
        var count = 0;
        foreach (var c in text)
        {
            if (c < 0x80 && c is >= ' ' or '\n' or '\r' or '\t' or '\f') continue;
            total += WeightOf(c);
            count++;
        }

        return new TextPlausibility(total, count);
    }

    private static double WeightOf(char c) => c switch
    {
        < ' ' or (>= '\u007F' and <= '\u009F') => ImplausibleWeight,
        >= '\u3001' and <= '\u3017' or '\u3000' => MarkWeight,
        >= '\uFF01' and <= '\uFF5E' => MarkWeight,
        '“' or '”' or '‘' or '’' or '—' or '…' or '·' or '\u00A0' => MarkWeight,
        >= '\u4E00' and <= '\u9FFF' => CommonHan.Contains(c) ? CommonHanWeight : OtherHanWeight,
        >= '\u3400' and <= '\u4DBF' => ForeignWeight,
        >= '\uD840' and <= '\uD8BF' or (>= '\uDC00' and <= '\uDFFF') => ForeignWeight,
        < '\u0370' or (>= '\u2000' and <= '\u27FF') or (>= '\u3018' and <= '\u33FF') => ForeignWeight,
        >= '\u0370' and <= '\u04FF' => ForeignWeight,
        _ => ImplausibleWeight,
    };
}
