using Typeset.Core;
using Typeset.Documents;
using Typeset.Pages;
using Typeset.Shaping;

namespace Typeset;

/// <summary>Everything one booklet is made from; the host brings the files, fonts, styles and the clock.</summary>
public sealed record BookletRequest
{
    public required SourceFolder Folder { get; init; }

    /// <summary>Where a style's text is found by name (<c>xuexi-a4</c>) or by a path in the booklet's folder; null where there is none.</summary>
    public required Func<string, SourceText?> Styles { get; init; }

    /// <summary>A style name or path that is used instead of the booklet's own.</summary>
    public string? StyleOverride { get; init; }
    public required IReadOnlyList<FontSource> Fonts { get; init; }

    /// <summary>Written into the document's metadata; null leaves it out.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>For phase times only.</summary>
    public required TimeProvider Clock { get; init; }
}

/// <summary>How long a phase took.</summary>
public readonly record struct PhaseTime(string Phase, TimeSpan Elapsed);

/// <summary>What came of a request: null parts where an error stopped the way.</summary>
public sealed record BookletResult(StyledBooklet? Styled, PagedBooklet? Paged, IReadOnlyList<PhaseTime> Times);
