using System.Text;

namespace Typeset.Manuscripts.Recovery;

/// <summary>Letter-spaced words: 王 毅, 摘 编, 目 录 are one word each.</summary>
internal static class LetterSpacing
{
    /// <summary>
    /// The words of a line: parted at white space between Han or marks, single characters in a row run together. Other spaces: none next
    /// to a figure and Han (they were never printed), one between Western words.
    /// </summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (Glyph.IsZeroWidth(text[i])) continue;
            if (!Glyph.IsSpace(text[i]))
            {
                word.Append(text[i]);
                continue;
            }

            var next = i;
            while (next < text.Length && Glyph.IsSpace(text[next])) next++;
            if (word.Length > 0 && next < text.Length) Part(words, word, word[^1], text[next]);
            i = next - 1;
        }

        if (word.Length > 0) words.Add(word.ToString());
        return RunTogether(words);
    }

    /// <summary>The words with one space between them.</summary>
    public static string Close(string text) => string.Join(' ', Words(text));

    private static void Part(List<string> words, StringBuilder word, char before, char after)
    {
        if (Parts(before) && Parts(after) && !Glyph.NeverStarts(after) && !Glyph.IsOpening(before))
        {
            words.Add(word.ToString());
            word.Clear();
        }
        else if (!Glyph.IsWide(before) && !Glyph.IsWide(after))
        {
            word.Append(' ');
        }
    }

    /// <summary>A space beside Han or a quotation parts words; one beside a figure does not.</summary>
    private static bool Parts(char c) => Glyph.IsHan(c) || Glyph.IsHanMark(c);

    private static List<string> RunTogether(List<string> words)
    {
        var joined = new List<string>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            var end = i;
            while (end < words.Count && words[end].Length == 1) end++;
            if (end - i < 2)
            {
                joined.Add(words[i]);
                continue;
            }

            joined.Add(string.Concat(words.GetRange(i, end - i)));
            i = end - 1;
        }

        return joined;
    }
}
