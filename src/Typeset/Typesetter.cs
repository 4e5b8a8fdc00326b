using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Pagination;
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

/// <summary>What came of a request: null parts where an error stopped the way. <see cref="Layout"/> holds the display list, the contents, and reports of pages and lines.</summary>
public sealed record BookletResult(StyledBooklet? Styled, BookletLayout? Layout, IReadOnlyList<PhaseTime> Times);

/// <summary>The whole engine: a booklet folder in, a laid-out booklet and its files out.</summary>
public static class Typesetter
{
    /// <summary>Reads and lays out a booklet. What is wrong with it goes to <paramref name="diagnostics"/>; nothing is thrown but cancellation.</summary>
    public static BookletResult Typeset(BookletRequest request, DiagnosticBag diagnostics, CancellationToken cancellation) =>
        throw new NotImplementedException();

    /// <summary>Writes the reading PDF of a laid-out booklet.</summary>
    public static void WritePdf(BookletResult result, Stream output, CancellationToken cancellation) =>
        throw new NotImplementedException();
}
