using System.Collections.Immutable;
using Typeset.Cli.Files;
using Typeset.Core;
using Typeset.Manuscripts;
using Typeset.Manuscripts.Raw;

namespace Typeset.Cli.Commands;

/// <summary>Manuscripts to be made into one booklet; <see cref="Style"/> is empty where none is named.</summary>
internal sealed record ImportRequest(ImmutableArray<string> Arguments, ImportOptions Options, string Style)
{
    /// <summary>Reads and recovers; null where a file cannot be read, with the reason in the bag.</summary>
    /// <exception cref="HostException">A file is not there.</exception>
    public Recovered? Run(DiagnosticBag diagnostics, CancellationToken cancellation) => Run(diagnostics, cancellation, out _);

    /// <summary>The same, and the files that were read: the manuscripts with the editor's corrections.</summary>
    /// <exception cref="HostException">A file is not there.</exception>
    public Recovered? Run(DiagnosticBag diagnostics, CancellationToken cancellation, out ImmutableArray<RawFile> originals)
    {
        originals = [];
        var paths = RawFiles.Find(Arguments, diagnostics);
        var files = paths.Select(path => RawFiles.Read(path, diagnostics)).ToImmutableArray();
        if (files.Contains(null)) return null;
        originals = [.. files!, .. paths.Select(RawFiles.CorrectionFileOf).OfType<string>().Select(path => RawFiles.Read(path, diagnostics)).OfType<RawFile>()];
        var corrections = paths.SelectMany(path => RawFiles.CorrectionsOf(path, diagnostics));
        var options = Options with { Recovery = Options.Recovery with { Corrections = [.. corrections] } };
        return Importer.Import(files!, options, diagnostics, cancellation);
    }
}

/// <summary>Where an import writes, and how it is told of.</summary>
internal readonly record struct ImportTarget(string Folder, bool Overwrite, bool AsJson);
