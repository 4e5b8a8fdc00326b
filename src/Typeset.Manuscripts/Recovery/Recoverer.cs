using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>Makes a booklet of raw manuscripts.</summary>
public static class Recoverer
{
    /// <summary>One booklet of all manuscripts in their order, and the report; an empty booklet and an error where they hold no text.</summary>
    public static Recovered Recover(ImmutableArray<RawManuscript> manuscripts, RecoveryOptions options, DiagnosticBag diagnostics) =>
        Recover(manuscripts, options, new Journal(), diagnostics);

    internal static Recovered Recover(ImmutableArray<RawManuscript> manuscripts, RecoveryOptions options, Journal journal, DiagnosticBag diagnostics)
    {
        var volume = Volume.Read(manuscripts, options, journal, diagnostics);
        var strands = volume.Join(journal);
        var scene = Stage.Set(strands, volume, journal);
        var drafts = Outliner.Outline(scene, journal);
        if (drafts.Count == 0) diagnostics.Add(RecoveryMessages.NothingToRecover.Anywhere());
        var booklet = Binder.Bind(volume, drafts, scene, options, journal);
        var report = Reporter.Report(booklet, volume, scene, drafts, journal);
        Reporter.Tell(report, options, diagnostics);
        return new Recovered(booklet, report);
    }
}
