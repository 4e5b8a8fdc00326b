using System.Globalization;
using Typeset.Core;
using Typeset.Core.Messages;

namespace Typeset.Manuscripts.Styles;

/// <summary>The units of styles.</summary>
internal enum StyleUnit { Point, Millimetre, Centimetre, Em, Character, Line, Percent }

/// <summary>A length as a style writes it: a number and a unit, not yet settled.</summary>
internal readonly record struct StyleLength(decimal Number, StyleUnit Unit, string Written)
{
    /// <summary>Largest number of any unit; the longest sheet is far below.</summary>
    private const decimal NumberLimit = 100_000m;

    /// <summary>Reads <c>10.5pt</c>, <c>225/22 mm</c>, <c>-2字</c>, <c>三号</c>; null with the reason in the bag.</summary>
    public static StyleLength? Read(string text, SourceSpan place, DiagnosticBag diagnostics)
    {
        if (TypeSizes.PointsOf(text) is { } points) return new StyleLength(points, StyleUnit.Point, text);
        var numberEnd = NumberEnd(text);
        var unit = text[numberEnd..].Trim();
        if (NumberOf(text.AsSpan(0, numberEnd)) is not { } number) diagnostics.Add(StyleMessages.BadLength.At(place, text));
        else if (unit.Length == 0 && number == 0) return new StyleLength(0, StyleUnit.Point, text);
        else if (unit.Length == 0) diagnostics.Add(StyleMessages.MissingUnit.At(place, text));
        else if (UnitOf(unit) is { } known) return new StyleLength(number, known, text);
        else diagnostics.Add(StyleMessages.UnknownUnit.At(place, unit));
        return null;
    }

    private static int NumberEnd(string text)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or '/' or '-' or '+')) end++;
        return end;
    }

    private static decimal? NumberOf(ReadOnlySpan<char> text)
    {
        var slash = text.IndexOf('/');
        if (slash < 0) return Plain(text);
        return Plain(text[..slash]) is { } above && Plain(text[(slash + 1)..]) is { } below and not 0 ? above / below : null;
    }

    private static decimal? Plain(ReadOnlySpan<char> text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= NumberLimit
            ? number : null;

    private static StyleUnit? UnitOf(string unit) => unit switch
    {
        "pt" or "磅" => StyleUnit.Point,
        "mm" or "毫米" => StyleUnit.Millimetre,
        "cm" or "厘米" => StyleUnit.Centimetre,
        "em" => StyleUnit.Em,
        "字" => StyleUnit.Character,
        "行" => StyleUnit.Line,
        "%" => StyleUnit.Percent,
        _ => null,
    };
}

/// <summary>What the relative units stand for at one place of a style; null where a unit has no meaning yet.</summary>
/// <param name="Size">1 em.</param>
/// <param name="Character">1 字: the type size with its tracking.</param>
/// <param name="Line">1 行: the body's line pitch.</param>
/// <param name="Whole">100 %.</param>
internal readonly record struct Units(Length? Size, Length? Character, Length? Line, Length? Whole)
{
    /// <summary>The settled length, or null where the unit means nothing here.</summary>
    public Length? Settle(StyleLength length) => length.Unit switch
    {
        StyleUnit.Point => Raw(length.Number),
        StyleUnit.Millimetre => Raw(length.Number * 720m / 254m),
        StyleUnit.Centimetre => Raw(length.Number * 7200m / 254m),
        StyleUnit.Em => Of(Size, length.Number),
        StyleUnit.Character => Of(Character, length.Number),
        StyleUnit.Line => Of(Line, length.Number),
        _ => Of(Whole, length.Number / 100m),
    };

    private static Length Raw(decimal points) => new((long)Math.Round(points * Length.PerPoint, MidpointRounding.AwayFromZero));

    private static Length? Of(Length? unit, decimal number) =>
        unit is { } one ? new Length((long)Math.Round(one.Raw * number, MidpointRounding.AwayFromZero)) : null;
}
