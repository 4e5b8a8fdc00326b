using System.Text;
using Typeset.Unicode;

namespace Typeset.Cli.Reporting;

/// <summary>Text as a terminal shows it: a Han character takes two columns, and nothing in it may command the terminal.</summary>
internal static class TerminalColumns
{
    /// <summary>The columns a character takes, by UAX #11; ambiguous ones one, marks none.</summary>
    public static int Of(Rune rune) =>
        GeneralCategory.Of(rune.Value) is GeneralCategory.NonspacingMark or GeneralCategory.EnclosingMark ? 0
        : EastAsianWidth.Of(rune.Value) is EastAsianWidth.Wide or EastAsianWidth.Fullwidth ? 2 : 1;

    /// <summary>The columns a text takes.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes()) columns += Of(rune);
        return columns;
    }

    /// <summary>A text with controls and bidirectional overrides shown as <c>·</c>, unit for unit.</summary>
    public static string Harmless(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001f') && !text.Any(IsHarmful)) return text;
        return string.Create(text.Length, text, static (shown, source) =>
        {
            for (var i = 0; i < shown.Length; i++) shown[i] = source[i] == '\t' ? ' ' : IsHarmful(source[i]) ? '·' : source[i];
        });
    }

    private static bool IsHarmful(char c) => char.IsControl(c) || c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029';
}
