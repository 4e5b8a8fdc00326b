using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Preflight.Clauses;

namespace Typeset.Preflight;

/// <summary>Where something was found: a page's index from 0, or −1 for the whole file, and a point of it.</summary>
/// <param name="Page">The page's index.</param>
/// <param name="X">Points from the trimmed page's left edge; null where no point can be named.</param>
/// <param name="Y">Points from the trimmed page's top edge, downwards; null where no point can be named.</param>
public readonly record struct FindingPlace(int Page, double? X = null, double? Y = null);

/// <summary>A clause that a file does not keep.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Place">Where.</param>
/// <param name="Detail">What was found there; its span is the manuscript behind it, where that is known.</param>
public sealed record Finding(Clause Clause, FindingPlace Place, Diagnostic Detail)
{
    public Severity Severity => Clause.Severity;
}

/// <summary>What was ordered, for the clauses that depend on it.</summary>
public sealed record PrintOrder
{
    /// <summary>The trimmed page; null where nothing is ordered.</summary>
    public Size? Trim { get; init; }

    /// <summary>The total ink that the press takes where nothing is ordered, in per cent.</summary>
    public const double UsualInkLimit = 300;

    /// <summary>The most total ink in per cent; null where nothing is ordered. A list of clauses that names a limit of its own keeps it.</summary>
    public double? InkLimit { get; init; }

    /// <summary>How the booklet is bound; null where nothing is ordered.</summary>
    public Binding? Binding { get; init; }
}

/// <summary>Ways of binding: what the number of pages must be a multiple of.</summary>
public enum Binding
{
    /// <summary>Folded sheets in each other: multiples of 4.</summary>
    Saddle = 4,

    /// <summary>Single leaves glued: multiples of 2.</summary>
    Perfect = 2,

    /// <summary>Sheets folded to eight pages.</summary>
    Octavo = 8,

    /// <summary>Sheets folded to sixteen pages.</summary>
    Sextodecimo = 16,
}

/// <summary>What came of a check.</summary>
/// <param name="Profiles">The lists that the file was held to.</param>
/// <param name="Pages">How many pages it has; 0 where it cannot be read.</param>
/// <param name="Findings">By page and place; those of the whole file first.</param>
/// <param name="Unread">What could not be read, of the file or of parts of it.</param>
public sealed record PdfReport(ImmutableArray<ClauseList> Profiles, int Pages, ImmutableArray<Finding> Findings, ImmutableArray<Diagnostic> Unread)
{
    /// <summary>How often clauses were broken beyond the findings that are listed; of each clause a hundred are.</summary>
    public ImmutableArray<UnlistedFindings> Unlisted { get; init; } = [];

    /// <summary>Whether nothing was found that is an error, and all could be read.</summary>
    public bool IsClean => Unread.IsEmpty && !Findings.Any(static f => f.Severity == Severity.Error);
}

/// <summary>Findings against a clause that were counted only.</summary>
public readonly record struct UnlistedFindings(Clause Clause, int Count);
