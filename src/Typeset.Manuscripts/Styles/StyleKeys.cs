using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Manuscripts.Yaml;

namespace Typeset.Manuscripts.Styles;

/// <summary>One section of a style, whose values are lengths, choices and colours.</summary>
internal sealed class StyleKeys(MappingReader keys)
{
    public DiagnosticBag Diagnostics => keys.Diagnostics;

    public StyleKeys Section(string key) => new(keys.Section(key));
    public YamlNode? Take(string key) => keys.Take(key);
    public string? Text(string key) => keys.Text(key);

    /// <summary>A text with its place, for a room that knows what it means.</summary>
    public WrittenValue? Written(string key) => keys.Take(key) is { } node && keys.TextOf(node, key) is { } text ? new(text.Trim(), node.Span) : null;

    public ImmutableArray<string> Texts(string key) => keys.Texts(key);
    public bool Flag(string key, bool otherwise) => keys.Flag(key) ?? otherwise;
    public int Whole(string key, int otherwise, int least, int most) => keys.Whole(key, least, most) ?? otherwise;
    public int? Whole(string key, int least, int most) => keys.Whole(key, least, most);
    public SourceSpan PlaceOf(string key) => keys.Mapping.Find(key)?.Value.Span ?? keys.Span;
    public void Close() => keys.Close();

    /// <summary>A length in its range; null where none or no good one is written.</summary>
    public Length? Length(string key, Units units, LengthRange range) =>
        keys.Take(key) is { } node && keys.TextOf(node, key) is { } text ? Settle(text, node.Span, key, units, range) : null;

    public Length Length(string key, Units units, LengthRange range, Length otherwise) => Length(key, units, range) ?? otherwise;

    /// <summary>A length, or the word <c>grid</c> for one that the character grid settles.</summary>
    public Length? LengthOrGrid(string key, Units units, LengthRange range, string gridKey, Length? grid)
    {
        if (keys.Take(key) is not { } node || keys.TextOf(node, key) is not { } text) return null;
        if (text != "grid") return Settle(text, node.Span, key, units, range);
        if (grid is null) Diagnostics.Add(StyleMessages.GridUnknown.At(node.Span, gridKey));
        return grid;
    }

    /// <summary>A length that stays in ems (only em, 字 and % are possible); null where none or no good one is written.</summary>
    public Em? Ems(string key, int leastThousandths, int mostThousandths)
    {
        if (keys.Take(key) is not { } node || keys.TextOf(node, key) is not { } text) return null;
        if (StyleLength.Read(text, node.Span, Diagnostics) is not { } length) return null;
        if (length.Unit is StyleUnit.Point or StyleUnit.Millimetre or StyleUnit.Centimetre or StyleUnit.Line && length.Number != 0) return Refuse(StyleMessages.EmsOnly.At(node.Span, length.Written, key));
        var thousandths = Math.Round(length.Number * (length.Unit == StyleUnit.Percent ? 10 : 1000), MidpointRounding.AwayFromZero);
        if (thousandths >= leastThousandths && thousandths <= mostThousandths) return new Em((int)thousandths);
        return Refuse(StyleMessages.LengthOutOfRange.At(node.Span, key, new Em(leastThousandths).ToString(), new Em(mostThousandths).ToString()));
    }

    /// <summary>The index of one of some words.</summary>
    public int Choice(string key, int otherwise, string[] words)
    {
        if (keys.Take(key) is not { } node || keys.TextOf(node, key) is not { } text) return otherwise;
        if (Array.IndexOf(words, text) is var index and >= 0) return index;
        Diagnostics.Add(NearestWord.To(text, words) is { } near
            ? StyleMessages.MisspeltChoice.At(node.Span, text, key, near)
            : StyleMessages.UnknownChoice.At(node.Span, text, key, string.Join(", ", words)));
        return otherwise;
    }

    public InkColor Color(string key, InkColor otherwise)
    {
        if (keys.Take(key) is not { } node || keys.TextOf(node, key) is not { } text) return otherwise;
        if (text is "black" or "黑") return InkColor.Black;
        if (text is ['#', ..] && text.Length == 7 && Convert.FromHexStringOrNull(text[1..]) is [var red, var green, var blue]) return new InkColor(red, green, blue);
        Diagnostics.Add(StyleMessages.BadColor.At(node.Span, text));
        return otherwise;
    }

    /// <summary>A colour with the spot ink that prints it; an ink of the press's own, or of all plates, is none.</summary>
    public InkColor Spot(string key, InkColor color)
    {
        if (keys.Take(key) is not { } node || keys.TextOf(node, key) is not { } text) return color;
        var name = text.Trim();
        if (name is "none" or "无") return color with { Spot = null };
        if (name.Length is > 0 and <= LongestInkName && !OwnInks.Contains(name, StringComparer.OrdinalIgnoreCase)) return color with { Spot = name };
        Diagnostics.Add(StyleMessages.BadSpot.At(node.Span, name));
        return color;
    }

    /// <summary>Names in PDF/A and PDF/X are 127 bytes at most (ISO 19005-2 §6.1.13), a Han character is three.</summary>
    private const int LongestInkName = 40;

    private static readonly string[] OwnInks = ["All", "Cyan", "Magenta", "Yellow", "Black"];

    private Em? Refuse(Diagnostic diagnostic)
    {
        Diagnostics.Add(diagnostic);
        return null;
    }

    /// <summary>A written length, settled and in its range, or null with the reason in the bag.</summary>
    public Length? Settle(string text, SourceSpan place, string key, Units units, LengthRange range) =>
        StyleLength.Read(text, place, Diagnostics) is { } length ? InRange(units.Settle(length), length, place, key, range) : null;

    private Length? InRange(Length? settled, StyleLength length, SourceSpan place, string key, LengthRange range)
    {
        if (settled is null) Diagnostics.Add(StyleMessages.UnitNotHere.At(place, length.Written, key));
        else if (settled < range.Least || settled > range.Most) Diagnostics.Add(StyleMessages.LengthOutOfRange.At(place, key, range.Least.ToString(), range.Most.ToString()));
        else return settled;
        return null;
    }
}

/// <summary>The least and the greatest sensible value of a length.</summary>
internal readonly record struct LengthRange(Length Least, Length Most)
{
    /// <summary>Longest edge of any sheet, 2 m.</summary>
    private static readonly Length Sheet = 2000.Mm;

    /// <summary>Type sizes: 1 pt to 500 pt.</summary>
    public static readonly LengthRange TypeSize = new(1.Pt, 500.Pt);

    /// <summary>Line pitches.</summary>
    public static readonly LengthRange Pitch = new(1.Pt, 1000.Pt);

    /// <summary>A page's edges: 1 cm to 2 m.</summary>
    public static readonly LengthRange Edge = new(10.Mm, Sheet);

    /// <summary>From nothing to a sheet.</summary>
    public static readonly LengthRange Positive = new(Length.Zero, Sheet);

    /// <summary>Indents and offsets, either way.</summary>
    public static readonly LengthRange Signed = new(-Sheet, Sheet);

    /// <summary>Rules: up to 20 pt.</summary>
    public static readonly LengthRange Bleed = new(Core.Length.Zero, 20.Mm);
    public static readonly LengthRange Rule = new(Length.Zero, 20.Pt);

    /// <summary>Tracking: closer by at most 5 pt, wider by at most 100 pt.</summary>
    public static readonly LengthRange Tracking = new(-5.Pt, 100.Pt);
}

/// <summary>Reading of hexadecimal that answers null instead of throwing.</summary>
file static class Hexadecimal
{
    extension(Convert)
    {
        public static byte[]? FromHexStringOrNull(string text)
        {
            var bytes = new byte[text.Length / 2];
            return Convert.FromHexString(text, bytes, out _, out var written) == System.Buffers.OperationStatus.Done && written == bytes.Length ? bytes : null;
        }
    }
}
