using System.Collections.Immutable;
using Typeset.Documents;

namespace Typeset.Manuscripts.Recovery;

/// <summary>Parts of rich text, runs and spans kept.</summary>
internal static class RichParts
{
    public static RichText Slice(RichText text, int start, int end)
    {
        if (start == 0 && end == text.Text.Length) return text;
        if (start >= end) return RichText.Empty;
        var runs = ImmutableArray.CreateBuilder<InlineRun>();
        foreach (var run in text.Runs)
        {
            var (from, to) = (Math.Max(run.Start, start), Math.Min(run.End, end));
            if (from < to) runs.Add(Cut(run, from, to) with { Start = from - start, End = to - start });
        }

        return new RichText(text.Text[start..end], runs.ToImmutable());
    }

    /// <summary>The run cut to a stretch, its span with it where the run stands in the source as it is.</summary>
    private static InlineRun Cut(InlineRun run, int from, int to) =>
        run.Verbatim && !run.Span.IsNone ? run with { Span = run.Span.Source!.Span(run.Span.Start + from - run.Start, run.Span.Start + to - run.Start) } : run;
}
