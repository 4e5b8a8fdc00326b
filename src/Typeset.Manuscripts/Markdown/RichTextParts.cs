using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Manuscripts.Markdown;

/// <summary>Cuts rich texts, runs and places kept.</summary>
internal static class RichTextParts
{
    /// <summary>The parts between separators, which are left out; a text without any is handed back as it is.</summary>
    public static ImmutableArray<RichText> Split(RichText text, char separator)
    {
        if (!text.Text.Contains(separator)) return [text];
        var parts = ImmutableArray.CreateBuilder<RichText>();
        var run = 0;
        for (var start = 0; start <= text.Text.Length;)
        {
            var end = text.Text.IndexOf(separator, start);
            if (end < 0) end = text.Text.Length;
            parts.Add(Slice(text, start, end, ref run));
            start = end + 1;
        }

        return parts.ToImmutable();
    }

    /// <summary>The text from an index on.</summary>
    public static RichText From(RichText text, int start)
    {
        var run = 0;
        return start == 0 ? text : Slice(text, start, text.Text.Length, ref run);
    }

    /// <summary>Characters <c>[start, end)</c>; <paramref name="run"/> is the first run that may touch them, and moves on.</summary>
    private static RichText Slice(RichText text, int start, int end, ref int run)
    {
        if (start >= end) return RichText.Empty;
        var runs = ImmutableArray.CreateBuilder<InlineRun>();
        while (text.Runs[run].End <= start) run++;
        for (var i = run; i < text.Runs.Length && text.Runs[i].Start < end; i++) runs.Add(Clip(text.Runs[i], start, end));
        return new RichText(text.Text[start..end], runs.ToImmutable());
    }

    private static InlineRun Clip(InlineRun run, int start, int end)
    {
        var from = Math.Max(run.Start, start);
        var to = Math.Min(run.End, end);
        var span = run.Verbatim ? new SourceSpan(run.Span.Source, run.Span.Start + from - run.Start, run.Span.Start + to - run.Start) : run.Span;
        return run with { Start = from - start, End = to - start, Span = span };
    }
}
