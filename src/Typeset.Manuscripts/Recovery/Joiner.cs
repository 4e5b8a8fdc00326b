using System.Collections.Immutable;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>Joins lines to strands: each pair of neighbours is weighed, sign by sign.</summary>
internal sealed class Joiner(ImmutableArray<Line> lines, Cohesion cohesion, Habits habits, Journal journal)
{
    /// <summary>Decisions with a smaller margin (decibans) are doubtful: less than six to one.</summary>
    public const int DoubtfulMargin = 8;

    /// <summary>Decisions with a larger margin are not written down one by one: a thousand to one.</summary>
    private const int PlainMargin = 30;

    private readonly JoinSigns _signs = new(lines, cohesion, habits);
    private readonly List<Strand> _strands = [];

    public static List<Strand> Join(ImmutableArray<Line> lines, Cohesion cohesion, Habits habits, Journal journal) => new Joiner(lines, cohesion, habits, journal).Join();

    private List<Strand> Join()
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0 && GoesOn(i)) continue;
            _strands.Add(new Strand { Lines = [lines[i]] });
        }

        return _strands;
    }

    private bool GoesOn(int index)
    {
        var (line, next, strand) = (lines[index - 1], lines[index], _strands[^1]);
        if (line.IsBlock || next.IsBlock || !ReferenceEquals(line.Manuscript, next.Manuscript)) return false;
        if (line.ForcedJoin is { } forced) return forced && Take(strand, next);
        if (line.Forced is not null || next.Forced is not null || line.IsAnchor || next.IsAnchor || line.Hints.IsWhole || next.Hints.IsWhole) return false;
        if (line.EndsSentence && CutOverlap(strand, line, next)) return Take(strand, next);
        journal.Looks++;
        var weighing = _signs.Weigh(index, strand);
        if (Math.Abs(weighing.Score) < PlainMargin) Note(line, next, weighing);
        return weighing.Score > 0 && Take(strand, next);
    }

    private bool Take(Strand strand, Line next)
    {
        journal.Joined(strand.Last, next);
        strand.Lines.Add(next);
        strand.Forget();
        return true;
    }

    private bool CutOverlap(Strand strand, Line line, Line next)
    {
        var cut = Overlap.CutOf(line.Text, next.Text, cohesion);
        if (cut < 0) return false;
        strand.Cuts[line] = cut;
        journal.Cut(line, cut, next);
        return true;
    }

    private void Note(Line line, Line next, Weighing weighing)
    {
        var joins = weighing.Score > 0;
        var margin = Math.Abs(weighing.Score);
        journal.Decide(line.Span, joins ? "join" : "split", [new Candidate(joins ? "join" : "split", margin, weighing.Reasons(!joins)), new Candidate(joins ? "split" : "join", -margin, weighing.Reasons(joins))]);
        if (margin < DoubtfulMargin) journal.DoubtJoin(line, next, joins, margin);
    }
}
