using System.Collections.Immutable;
using Typeset.Batch.Files;
using Typeset.Core;

namespace Typeset.Batch.Work;

/// <summary>How the building of a booklet ended.</summary>
public enum OutcomeStatus
{
    /// <summary>All outputs were written.</summary>
    Done,

    /// <summary>The booklet has errors, and would have them again: nothing was written.</summary>
    Failed,

    /// <summary>It was given up for a reason that may pass: a crash, a limit, files that changed meanwhile.</summary>
    GivenUp,
}

/// <summary>A file that was written.</summary>
/// <param name="Format">The name of its <see cref="OutputFormat"/>.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Verdict">What a check of it said; null where none was made.</param>
public sealed record BuiltFile(string Format, long Bytes, Digest Content, Verdict? Verdict = null);

/// <summary>What a preflight said of a file.</summary>
/// <param name="Errors">How often a clause was broken that must be kept, and how many parts could not be read.</param>
/// <param name="Warnings">How often one was broken that should be kept.</param>
/// <param name="Clauses">Ids of the broken clauses, in ordinal order.</param>
public sealed record Verdict(int Errors, int Warnings, ImmutableArray<string> Clauses);

/// <summary>A diagnostic as it is kept: in words, for its sources are not at hand later.</summary>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>note</c>.</param>
/// <param name="File">With line and column from 1; null where no place belongs to it.</param>
public sealed record Remark(string Id, string Severity, string? File, int Line, int Column, string Chinese, string English, string ChineseHint, string EnglishHint)
{
    public static Remark Of(Diagnostic diagnostic)
    {
        var source = diagnostic.Span.Source;
        var (line, column) = source?.PositionOf(diagnostic.Span.Start) ?? default;
        var severity = diagnostic.Severity switch { Core.Severity.Error => "error", Core.Severity.Warning => "warning", _ => "note" };
        return new(
            diagnostic.Id, severity, source?.Path, line, column,
            diagnostic.Message(Language.Chinese), diagnostic.Message(Language.English), diagnostic.Hint(Language.Chinese), diagnostic.Hint(Language.English));
    }

    /// <summary>Place, id and message on one line.</summary>
    public string In(Language language) =>
        (File is null ? "" : $"{File}:{Line}:{Column}: ") + Id + (language == Language.Chinese ? "：" + Chinese : ": " + English);
}

/// <summary>A style that a booklet asked the installation for; no content where there is none of that name.</summary>
public sealed record StyleUse(string Name, Digest? Content);

/// <summary>What a page says and how it is broken, as short digests: enough to tell what changed since the last time.</summary>
/// <param name="Text">Of its characters, line ends left out.</param>
/// <param name="Lines">Of its lines.</param>
public sealed record PageMark(string Text, string Lines);

/// <summary>What came of a commission.</summary>
public sealed record Outcome
{
    /// <summary>The commission's.</summary>
    public required Digest Digest { get; init; }

    public required OutcomeStatus Status { get; init; }

    public string Title { get; init; } = "";

    public ImmutableArray<BuiltFile> Files { get; init; } = [];

    public ImmutableArray<Remark> Remarks { get; init; } = [];

    public ImmutableArray<StyleUse> Styles { get; init; } = [];

    /// <summary>Of a raw manuscript: files beside it that were asked for, its pictures, with what they held; <see cref="Digest.OfNothing"/> where there was none.</summary>
    public ImmutableArray<SourceFile> Beside { get; init; } = [];

    public ImmutableArray<PageMark> Pages { get; init; } = [];

    /// <summary>Whether a picture of the first page lies beside the files.</summary>
    public bool HasCover { get; init; }

    /// <summary>An outcome without files, for a reason.</summary>
    public static Outcome Without(Digest digest, OutcomeStatus status, params ReadOnlySpan<Diagnostic> reasons)
    {
        var remarks = ImmutableArray.CreateBuilder<Remark>();
        foreach (var reason in reasons) remarks.Add(Remark.Of(reason));
        return new() { Digest = digest, Status = status, Remarks = remarks.ToImmutable() };
    }

    internal int Count(string severity) => Remarks.Count(remark => remark.Severity == severity);
}

/// <summary>What a worker answers to a commission: an outcome, or why there is none.</summary>
public sealed record Reply
{
    /// <summary>The booklet is written and not yet durable: the reply proper follows, and another commission may be given meanwhile.</summary>
    public bool IsBuilt { get; init; }

    /// <summary>Present where the commission was carried out; its files then lie in the object store.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>A file that does not hold what the commission counts on.</summary>
    public string? Moved { get; init; }

    /// <summary>Why the outputs cannot be written: no room, no permission. This ends the run.</summary>
    public string? Unwritable { get; init; }

    /// <summary>What went wrong in the program itself.</summary>
    public string? Fault { get; init; }

    /// <summary>The booklet did not fit the memory.</summary>
    public bool OutOfMemory { get; init; }

    /// <summary>Why there is no outcome, by what ended the work; threads that work together wrap what ended one of them.</summary>
    internal static Reply Because(Exception end) => end switch
    {
        AggregateException { InnerException: { } first } => Because(first),
        SourcesMovedException moved => new() { Moved = moved.Path },
        OutOfMemoryException => new() { OutOfMemory = true },
        IOException or UnauthorizedAccessException => new() { Unwritable = end.Message },
        _ => new() { Fault = end.ToString().ReplaceLineEndings(" / ") },
    };
}
