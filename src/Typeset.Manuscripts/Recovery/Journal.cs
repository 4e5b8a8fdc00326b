using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>What recovery writes down while it works.</summary>
internal sealed class Journal
{
    /// <summary>Characters shown on either side of a change.</summary>
    private const int Context = 8;

    /// <summary>Lines and strands looked at, again and again counted each time: the work done, by which tests hold it to the length of the text.</summary>
    public long Looks { get; set; }

    public List<LineHome> Homes { get; } = [];
    public List<Repair> Repairs { get; } = [];
    public List<Decision> Decisions { get; } = [];
    public List<Doubt> Doubts { get; } = [];

    public void Joined(Line line, Line next) => Repairs.Add(new Repair(RepairKind.Joined, line.Span, Tail(line.Text) + "⏎", Head(next.Text)));

    /// <summary>A line whose end the next line tells better.</summary>
    public void Cut(Line line, int kept, Line next)
    {
        Repairs.Add(new Repair(RepairKind.Cut, line.Span, line.Text[kept..], Head(next.Text)));
        Doubts.Add(new Doubt(line.Span, Reasons.OverlapQuestion, $"{Tail(line.Text[..kept])}｜{Head(next.Text)}", $"{Tail(line.Text)}⏎{Head(next.Text)}", 0));
    }

    public void Decide(SourceSpan place, string chosen, ImmutableArray<Candidate> candidates) => Decisions.Add(new Decision(place, chosen, candidates));

    public void DoubtJoin(Line line, Line next, bool joins, int margin)
    {
        var (together, apart) = (Tail(line.Text) + Head(next.Text), Tail(line.Text) + "⏎" + Head(next.Text));
        Doubts.Add(new Doubt(line.Span, Reasons.JoinQuestion, joins ? together : apart, joins ? apart : together, margin));
    }

    public void DoubtRole(SourceSpan place, LineRole role, LineRole other, int margin) =>
        Doubts.Add(new Doubt(place, Reasons.RoleQuestion, Corrections.NameOf(role), Corrections.NameOf(other), margin));

    public void Home(Line line, LineRole role, string article, int block) => Homes.Add(new LineHome(line.Span, role, article, block, null));

    public void Drop(Line line, LineRole role, Reason reason) => Homes.Add(new LineHome(line.Span, role, "", -1, reason));

    private static string Tail(string text) => text.Length <= Context ? text : "…" + text[^Context..];

    private static string Head(string text) => text.Length <= Context ? text : text[..Context] + "…";
}
