using System.Collections.Immutable;
using Typeset.Core;

namespace Typeset.Manuscripts.Raw;

/// <summary>How manuscripts are recovered.</summary>
public sealed record RecoveryOptions
{
    /// <summary>The booklet’s title where no cover gives one; empty: the first article’s.</summary>
    public string Title { get; init; } = "";

    /// <summary>Doubtful places are errors.</summary>
    public bool Strict { get; init; }

    /// <summary>What the editor has decided, for all files; <see cref="Corrections.Read"/> reads them.</summary>
    public ImmutableArray<Correction> Corrections { get; init; } = [];
}

/// <summary>
/// An editor’s word on one line, found again by its text when the file has changed: the first line (nearest to <see cref="Line"/>, from 1,
/// where that is given) whose text without white space begins with <see cref="Text"/>’s. It is for the manuscript whose path is <see cref="File"/> (empty: any), and says what the line is,
/// whether it goes on in the next line, what it should read; null where it does not say.
/// </summary>
public sealed record Correction(string File, string Text, int? Line, LineRole? Role, bool? Join, string? Replacement, SourceSpan Span);
