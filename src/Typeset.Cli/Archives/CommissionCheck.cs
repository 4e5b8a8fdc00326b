using System.Collections.Immutable;
using Typeset.Batch.Work;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Preflight;

namespace Typeset.Cli.Archives;

/// <summary>Holds a written PDF file, as it is read back, to the lists of clauses that it claims to keep.</summary>
internal static class CommissionCheck
{
    /// <summary>The file with its verdict; errors found in it are a warning to the booklet, whose files are published all the same.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static BuiltFile Of(BuiltFile file, ObjectDraft draft, BookletResult result, DiagnosticBag diagnostics)
    {
        var pages = result.Layout!.Paged.Pages;
        var order = new PrintOrder { Trim = pages.Length > 0 ? pages[0].Trim : null, InkLimit = result.Styled!.Style.Press.InkLimit };
        var verdict = Verdict(PdfCheck.Run(draft.Read(file.Format), [], order, CancellationToken.None));
        if (verdict.Errors > 0) diagnostics.Add(BatchMessages.CheckFailed.Anywhere(file.Format, $"{verdict.Errors}", string.Join(", ", verdict.Clauses)));
        return file with { Verdict = verdict };
    }

    /// <summary>The counts of a report, with what it does not list.</summary>
    internal static Verdict Verdict(PdfReport report)
    {
        var broken = report.Findings.Select(static finding => (finding.Clause, Count: 1)).Concat(report.Unlisted.Select(static more => (more.Clause, more.Count)))
            .Where(static found => found.Clause.Severity is Severity.Error or Severity.Warning).ToImmutableArray();
        return new(Count(Severity.Error) + report.Unread.Length, Count(Severity.Warning), [.. broken.Select(static found => found.Clause.Id).Distinct().Order(StringComparer.Ordinal)]);

        int Count(Severity severity) => broken.Where(found => found.Clause.Severity == severity).Sum(static found => found.Count);
    }
}
