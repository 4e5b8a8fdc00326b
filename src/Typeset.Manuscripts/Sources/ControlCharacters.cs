using System.Globalization;
using System.Text;
using Typeset.Core;
using Typeset.Core.Messages;

namespace Typeset.Manuscripts.Sources;

/// <summary>Characters that stand in files and print nothing.</summary>
internal static class ControlCharacters
{
    /// <summary>The text without the characters that print nothing, each reported; <paramref name="kept"/> is one that stays (a form feed), or 0 for none.</summary>
    public static SourceText Remove(string path, string text, DiagnosticBag diagnostics, char kept = '\0')
    {
        var first = IndexOfControl(text, 0, kept);
        if (first < 0) return new SourceText(path, text);
        var clean = new StringBuilder(text.Length);
        var found = new List<(int Offset, char Control)>();
        var from = 0;
        for (var at = first; at >= 0; at = IndexOfControl(text, from, kept))
        {
            clean.Append(text, from, at - from);
            found.Add((clean.Length, text[at]));
            from = at + 1;
        }

        var source = new SourceText(path, clean.Append(text, from, text.Length - from).ToString());
        foreach (var (offset, control) in found)
        {
            diagnostics.Add(BookletMessages.ControlCharacter.At(source.Span(offset, offset), "U+" + ((int)control).ToString("X4", CultureInfo.InvariantCulture)));
        }

        return source;
    }

    private static int IndexOfControl(string text, int from, char kept)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (IsControl(text[i]) && (text[i] != kept || kept == '\0')) return i;
        }

        return -1;
    }

    /// <summary>C0 and C1 but tab and line ends; a byte order mark inside the text, noncharacters, and the two characters the model uses as signs.</summary>
    private static bool IsControl(char c) =>
        c < ' ' ? c is not ('\t' or '\n' or '\r') : c is >= '\u007F' and <= '\u009F' or '\uFEFF' or >= '\uFFFE' or '\uFFFC' or '\u2028' or '\u2029';
}
