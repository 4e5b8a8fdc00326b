using System.Collections.Immutable;
using Typeset.Batch.Files;
using Typeset.Batch.Work;

namespace Typeset.Batch.Store;

/// <summary>Why a booklet has to be built.</summary>
public enum StaleReason
{
    /// <summary>It need not.</summary>
    None,

    /// <summary>It never was.</summary>
    New,

    /// <summary>A file of it was changed, added or taken away.</summary>
    Sources,

    /// <summary>A shipped style that it uses, or one that is inherited from, was changed.</summary>
    Style,

    /// <summary>The program, a font or an option is another.</summary>
    Setup,

    /// <summary>Other outputs are asked for.</summary>
    Formats,

    /// <summary>Checks are asked for, and none was made.</summary>
    Check,

    /// <summary>An output is gone or was changed.</summary>
    Output,

    /// <summary>It was given up the last time.</summary>
    GivenUp,
}

/// <summary>Decides by content what has to be built.</summary>
internal sealed class Staleness(OutputRoot root, Setup setup)
{
    private const string CheckMark = " +check";

    private readonly Digest _setup = setup.Digest;
    private readonly string _formats = FormatsOf(setup);

    /// <summary>The formats of a setup, and whether they are checked, as a record keeps them.</summary>
    public static string AskedOf(Setup setup) => FormatsOf(setup) + (setup.Checks ? CheckMark : "");

    private static string FormatsOf(Setup setup) => string.Join(' ', setup.Formats.Select(static format => format.Name));

    /// <summary>Why a booklet is stale, by what is known of it and what its files hold now.</summary>
    /// <param name="record">Comes out with the stamps of outputs that were touched but hold what they held.</param>
    public StaleReason Of(ref BookletRecord record, Digest sources)
    {
        if (record.Sources is null) return StaleReason.New;
        if (record.Sources != sources) return StaleReason.Sources;
        if (record.Setup != _setup) return StaleReason.Setup;
        if (record.Styles.Any(use => use.Content != Content(use.Name))) return StaleReason.Style;
        if (record.Formats != _formats && record.Formats != _formats + CheckMark) return StaleReason.Formats;
        if (setup.Checks && record.Formats == _formats) return StaleReason.Check;
        if (record.Status == OutcomeStatus.GivenUp) return StaleReason.GivenUp;
        return Stands(ref record) ? StaleReason.None : StaleReason.Output;
    }

    private Digest? Content(string style) => setup.Styles.TryGetValue(style, out var content) ? content : null;

    private bool Stands(ref BookletRecord record)
    {
        var outputs = record.Outputs;
        for (var i = 0; i < outputs.Length; i++)
        {
            var path = root.At(outputs[i].Path);
            if (FileStamp.Of(path) is not { } stamp || stamp.Size != outputs[i].Bytes) return false;
            var shown = stamp.ToString();
            if (shown == outputs[i].Stamp) continue;
            if (Digest.OfFile(path) != outputs[i].Content) return false;
            outputs = outputs.SetItem(i, outputs[i] with { Stamp = shown });
        }

        if (outputs != record.Outputs) record = record with { Outputs = outputs };
        return true;
    }
}
