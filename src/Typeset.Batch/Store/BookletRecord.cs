using System.Collections.Immutable;
using Typeset.Batch.Discovery;
using Typeset.Batch.Files;
using Typeset.Batch.Work;

namespace Typeset.Batch.Store;

/// <summary>An output as it was published.</summary>
/// <param name="Path">Relative to the folder of outputs, with <c>/</c>.</param>
/// <param name="Stamp">Of the file when it was published; of <see cref="FileStamp.ToString"/>.</param>
internal sealed record StoredOutput(string Format, string Path, long Bytes, Digest Content, Verdict? Verdict, string Stamp);

/// <summary>What changed in a booklet between its last two builds.</summary>
/// <param name="PagesBefore">How many pages it had.</param>
/// <param name="Text">Pages, from 1, that say something else; where the number of pages changed, of those that both have.</param>
/// <param name="Breaks">Pages, from 1, that say the same in other lines.</param>
public sealed record BookletChange(int PagesBefore, ImmutableArray<int> Text, ImmutableArray<int> Breaks)
{
    /// <summary>The change from earlier pages to later ones; null where there is none.</summary>
    public static BookletChange? Between(ImmutableArray<PageMark> before, ImmutableArray<PageMark> now)
    {
        var both = before.Zip(now).Index().ToImmutableArray();
        var text = both.Where(static page => page.Item.First.Text != page.Item.Second.Text).Select(static page => page.Index + 1).ToImmutableArray();
        var breaks = both.Where(static page => page.Item.First.Text == page.Item.Second.Text && page.Item.First.Lines != page.Item.Second.Lines).Select(static page => page.Index + 1).ToImmutableArray();
        return before.Length == now.Length && text.IsEmpty && breaks.IsEmpty ? null : new(before.Length, text, breaks);
    }
}

/// <summary>All that is known of a booklet: what it was last built from, and what came of it.</summary>
internal sealed record BookletRecord
{
    public required BookletPlace Place { get; init; }

    /// <summary>Files with their stamps, so that only changed ones are read.</summary>
    public required string Stock { get; init; }

    /// <summary>What the files held when it was last built; null where it never was.</summary>
    public Digest? Sources { get; init; }

    public Digest? Setup { get; init; }

    public ImmutableArray<StyleUse> Styles { get; init; } = [];

    public OutcomeStatus Status { get; init; }

    /// <summary>Outputs that stand; after a failure those of the last success.</summary>
    public ImmutableArray<StoredOutput> Outputs { get; init; } = [];

    /// <summary>What was asked for when it was last built; of <see cref="Staleness.AskedOf"/>.</summary>
    public string Formats { get; init; } = "";

    /// <summary>Number of the run that built it last, from 1.</summary>
    public long Run { get; init; }

    /// <summary>Whether it was no longer in the archive at the last full run.</summary>
    public bool IsGone { get; init; }
}

/// <summary>What a booklet's last building said, for manifest and report; kept apart, for a run that builds nothing needs none of it.</summary>
internal sealed record BookletDetail(Outcome Outcome, BookletChange? Change);
