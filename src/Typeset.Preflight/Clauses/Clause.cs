using System.Collections.Immutable;
using Typeset.Core;

namespace Typeset.Preflight.Clauses;

/// <summary>One requirement of a standard or of the house.</summary>
/// <param name="Id">Names it in reports: <c>A1b-6.3.4-1</c>.</param>
/// <param name="Number">Where the standard says it.</param>
/// <param name="Check">The function that finds out.</param>
/// <param name="Severity">How grave it is not to keep it.</param>
/// <param name="English">What is required.</param>
/// <param name="Chinese">What is required.</param>
public sealed record Clause(string Id, string Number, string Check, Severity Severity, string English, string Chinese)
{
    /// <summary>The standard that says it.</summary>
    public string Standard { get; init; } = "";

    /// <summary>Numbers that the check goes by, in its own unit: a least weight, a range of resolutions; empty for most.</summary>
    public ImmutableArray<double> Limits { get; init; } = [];

    /// <summary>Words that the check goes by: values that are allowed; empty for most.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    public string Text(Language language) => language == Language.Chinese ? Chinese : English;
}

/// <summary>The clauses of a standard, those of the standards that it rests on included.</summary>
/// <param name="Key">What command lines call it: <c>a-2b</c>.</param>
/// <param name="Name">What it calls itself: PDF/A-2b.</param>
/// <param name="Clauses">In the order of the standard.</param>
public sealed record ClauseList(string Key, string Name, ImmutableArray<Clause> Clauses);
