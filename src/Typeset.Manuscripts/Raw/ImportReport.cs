using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Manuscripts.Raw;

/// <summary>A booklet made of raw manuscripts, and what became of each of their lines.</summary>
public sealed record Recovered(Booklet Booklet, ImportReport Report);

/// <summary>Everything that recovery did, in the order of the files.</summary>
public sealed record ImportReport
{
    /// <summary>One entry for every unit of the input that is not blank.</summary>
    public ImmutableArray<LineHome> Homes { get; init; } = [];
    public ImmutableArray<Repair> Repairs { get; init; } = [];
    public ImmutableArray<Decision> Decisions { get; init; } = [];

    /// <summary>What an editor should look at: both readings, with the place.</summary>
    public ImmutableArray<Doubt> Doubts { get; init; } = [];

    /// <summary>The contents list of the original against the articles found.</summary>
    public ImmutableArray<ContentsCheck> Contents { get; init; } = [];
    public ImmutableArray<ArticleSummary> Articles { get; init; } = [];

    /// <summary>What was measured in each file.</summary>
    public ImmutableArray<ManuscriptShape> Shapes { get; init; } = [];
}

/// <summary>Where a line went: the booklet’s cover (<see cref="Article"/> empty) or an article and, in its body, the number of the block from 0 (else −1);
/// a reason where it was left out.</summary>
public sealed record LineHome(SourceSpan Place, LineRole Role, string Article, int Block, Reason? DropReason);

/// <summary>The kinds of change to the characters of the original.</summary>
public enum RepairKind { Joined, Cut, SpaceRemoved, SpaceAdded, Punctuation, Replaced }

/// <summary>A change to the characters of the original, with the text round it before and after.</summary>
public sealed record Repair(RepairKind Kind, SourceSpan Place, string Before, string After);

/// <summary>A choice between readings of a place, best first, each with its score (in decibans: 10 is ten to one) and the reasons for it.</summary>
public sealed record Decision(SourceSpan Place, string Chosen, ImmutableArray<Candidate> Candidates);

/// <summary>One reading of a place.</summary>
public sealed record Candidate(string Reading, int Score, ImmutableArray<Reason> Reasons);

/// <summary>Why something was decided, in plain words, with the decibans it adds (0 for a rule that needs no weighing).</summary>
public readonly record struct Reason(string Key, string English, string Chinese, int Weight = 0);

/// <summary>A place where two readings are close.</summary>
public sealed record Doubt(SourceSpan Place, Reason Question, string Reading, string OtherReading, int Margin);

/// <summary>An entry of the original’s contents list; <see cref="Article"/> is empty where no article has its title.</summary>
public sealed record ContentsCheck(SourceSpan Place, string Title, string Page, string Article, bool SpacesDiffer);

/// <summary>An article as recovered. <see cref="Dateline"/> is a newspaper’s (新华社北京2月23日电), which stays in its paragraph.</summary>
public sealed record ArticleSummary(string Id, string Title, SourceSpan Place, int Headings, int Paragraphs, string Dateline);

/// <summary>The shape of a file: characters of its printed lines (0 where lines are paragraphs), and what parts its paragraphs.</summary>
public sealed record ManuscriptShape(SourceText Source, double Measure, ImmutableArray<Reason> Habits);
