using System.Globalization;
using System.Text;

namespace Typeset.Manuscripts.Writing;

/// <summary>Texts as YAML scalars: plain where nothing in them can be taken for anything else, in double quotes elsewhere (YAML 1.2 §7.3.1, §7.3.3).</summary>
internal static class YamlText
{
    public static string Of(string text)
    {
        if (IsPlain(text)) return text;
        var quoted = new StringBuilder("\"", text.Length + 8);
        foreach (var c in text) AppendEscaped(quoted, c);
        return quoted.Append('"').ToString();
    }

    private static bool IsPlain(string text)
    {
        if (text.Length == 0 || !IsPlainFirst(text[0]) || text[^1] == ' ') return false;
        foreach (var c in text)
        {
            if (!IsPlainFirst(c) && !char.IsAsciiLetterOrDigit(c) && c is not (' ' or '.' or '%' or '(' or ')' or '/' or '-')) return false;
        }

        return true;
    }

    /// <summary>Han and the marks of Chinese writing: with one of these first, a text can be no number, no date, no null and no sign.</summary>
    private static bool IsPlainFirst(char c) =>
        c is >= '\u4E00' and <= '\u9FFF' or >= '\u3001' and <= '\u3017' or '“' or '”' or '‘' or '’' or '—' or '…' or '·' or (>= '\uFF01' and <= '\uFF5E');

    private static void AppendEscaped(StringBuilder quoted, char c)
    {
        if (c is '"' or '\\') quoted.Append('\\').Append(c);
        else if (c < ' ' || c is >= '\u007F' and <= '\u009F' or '\uFEFF' or '\u2028' or '\u2029' or >= '\uFFFE') quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
        else quoted.Append(c);
    }
}
