using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;

namespace Typeset.Manuscripts.Markdown;

/// <summary>Looks for signs that an author meant as markup and that came through as text.</summary>
internal static class TextChecks
{
    /// <summary>Longest name of a note that is looked for.</summary>
    private const int NoteNameLimit = 64;

    public static void Report(RichText text, Manuscript manuscript)
    {
        ReportNotes(text, manuscript);
        ReportFirst(text, "$$", ManuscriptMessages.MathNotSupported, manuscript);
        ReportFirst(text, PageBreakParser.Command, ManuscriptMessages.StrayCommand, manuscript, PageBreakParser.Command);
        ReportFirst(text, @"\pagebreak", ManuscriptMessages.StrayCommand, manuscript, @"\pagebreak");
    }

    private static void ReportNotes(RichText text, Manuscript manuscript)
    {
        for (var at = text.Text.IndexOf("[^", StringComparison.Ordinal); at >= 0; at = text.Text.IndexOf("[^", at + 1, StringComparison.Ordinal))
        {
            var close = text.Text.IndexOf(']', at, Math.Min(NoteNameLimit, text.Text.Length - at));
            if (close < at + 3 || !IsMarkup(text, at, manuscript.Source)) continue;
            var name = text.Text[at..(close + 1)];
            manuscript.Report(ManuscriptMessages.UndefinedNote, PlaceOf(text, at).To(PlaceOf(text, close)), name);
        }
    }

    private static void ReportFirst(RichText text, string sign, MessageTemplate message, Manuscript manuscript, params ReadOnlySpan<string> arguments)
    {
        var at = text.Text.IndexOf(sign, StringComparison.Ordinal);
        if (at >= 0 && IsMarkup(text, at, manuscript.Source)) manuscript.Report(message, PlaceOf(text, at).To(PlaceOf(text, at + sign.Length - 1)), arguments);
    }

    /// <summary>Not inside code, and without a backslash before it.</summary>
    private static bool IsMarkup(RichText text, int at, SourceText source)
    {
        var run = RunAt(text, at);
        var start = run.SpanAt(at).Start;
        return !run.Format.HasFlag(InlineFormat.Code) && run.Verbatim && (start == 0 || source.Text[start - 1] != '\\');
    }

    private static SourceSpan PlaceOf(RichText text, int at) => RunAt(text, at).SpanAt(at);

    private static InlineRun RunAt(RichText text, int at)
    {
        int low = 0, high = text.Runs.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (text.Runs[middle].End <= at) low = middle + 1;
            else high = middle;
        }

        return text.Runs[low];
    }
}
