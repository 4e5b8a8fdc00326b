using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Recovery;

namespace Typeset.Manuscripts;

/// <summary>What an editor says of an import.</summary>
public sealed record ImportOptions
{
    /// <summary>The encoding of text files; null to find it out, file by file.</summary>
    public string? Encoding { get; init; }
    public RecoveryOptions Recovery { get; init; } = new();

    /// <summary>Printed instead of what the manuscripts say, where given.</summary>
    public string? Issue { get; init; }
    public ImmutableArray<string> Issuer { get; init; } = [];
}

/// <summary>Raw manuscripts into one booklet.</summary>
public static class Importer
{
    /// <summary>The booklet and the report of what became of each line; null where a file cannot be read, with the reason in the bag.</summary>
    public static Recovered? Import(ImmutableArray<RawFile> files, ImportOptions options, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var manuscripts = ImmutableArray.CreateBuilder<RawManuscript>(files.Length);
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            if (RawReader.Read(file, options.Encoding, diagnostics) is { } manuscript) manuscripts.Add(manuscript);
        }

        if (manuscripts.Count < files.Length) return null;
        var own = OwnMatter.Of(manuscripts.ToImmutable());
        var recovered = own.Into(Recoverer.Recover(own.Rest, options.Recovery, diagnostics));
        var booklet = recovered.Booklet;
        return recovered with
        {
            Booklet = booklet with
            {
                Title = options.Recovery.Title.Length > 0 ? [options.Recovery.Title] : booklet.Title,
                Issue = options.Issue ?? booklet.Issue,
                Issuer = options.Issuer.IsEmpty ? booklet.Issuer : options.Issuer,
            },
        };
    }
}
