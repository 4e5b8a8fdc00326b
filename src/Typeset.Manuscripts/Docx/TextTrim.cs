using Typeset.Documents;
using Typeset.Manuscripts.Markdown;

namespace Typeset.Manuscripts.Docx;

/// <summary>Texts without the white space that stands before them (behind a note's number).</summary>
internal static class TextTrim
{
    public static RichText Start(RichText text)
    {
        var start = 0;
        while (start < text.Text.Length && char.IsWhiteSpace(text.Text[start])) start++;
        return start == text.Text.Length ? RichText.Empty : RichTextParts.From(text, start);
    }
}
