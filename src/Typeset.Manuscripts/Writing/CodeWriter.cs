using Typeset.Documents;

namespace Typeset.Manuscripts.Writing;

/// <summary>Writes literal paragraphs as fenced blocks, their lines kept.</summary>
internal static class CodeWriter
{
    private const int LeastFence = 3;

    public static bool IsCode(Paragraph paragraph)
    {
        if (paragraph.Role != ParagraphRole.NoIndent || paragraph.Text.IsEmpty) return false;
        foreach (var run in paragraph.Text.Runs)
        {
            if (run.Format != InlineFormat.Code || run.FootnoteIndex >= 0 || run.LinkTarget is not null) return false;
        }

        return true;
    }

    public static string Write(Paragraph paragraph)
    {
        var fence = new string('`', Math.Max(LeastFence, LongestRun(paragraph.Text.Text) + 1));
        return $"{fence}\n{paragraph.Text.Text.Replace(RichText.LineBreak, '\n')}\n{fence}";
    }

    /// <summary>Back quotes next to each other, at most.</summary>
    public static int LongestRun(string text)
    {
        int longest = 0, run = 0;
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
