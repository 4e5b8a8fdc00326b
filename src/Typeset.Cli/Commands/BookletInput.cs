using System.Collections.Immutable;
using Typeset.Cli.Files;
using Typeset.Core;
using Typeset.Manuscripts;
using Typeset.Manuscripts.Raw;

namespace Typeset.Cli.Commands;

/// <summary>A booklet that a command line names: a folder, or raw manuscripts that become one.</summary>
/// <param name="Folder">The booklet's folder, or the one that the manuscripts lie in.</param>
/// <param name="FileName">What its files are called, without extension.</param>
internal sealed record BookletInput(string Folder, string FileName)
{
    /// <summary>The raw manuscripts that the booklet is made of; null for a booklet's folder.</summary>
    public ImportRequest? Import { get; init; }

    /// <summary>What the booklet is made of, as reports name it.</summary>
    public string Origin => Import is null ? Folder : string.Join(", ", Import.Arguments);

    /// <summary>What it is called while it is worked on.</summary>
    public string Name => Import is null ? BookletFolder.NameOf(Folder) : Path.GetFileName(Import.Arguments[0]);

    /// <summary>The booklets that arguments mean, in their order; all raw manuscripts together are one booklet, the last.</summary>
    /// <param name="arguments">Folders and files.</param>
    /// <param name="import">How raw manuscripts are read.</param>
    /// <param name="style">The style asked for; null for none.</param>
    /// <exception cref="HostException">An argument is nothing that a booklet can be made of.</exception>
    public static ImmutableArray<BookletInput> Of(ImmutableArray<string> arguments, ImportOptions import, string? style)
    {
        var raw = arguments.Where(RawFiles.Are).ToImmutableArray();
        var folders = arguments.Except(raw).SelectMany(argument => BookletFolder.Find(argument)).DistinctBy(Path.GetFullPath).Select(folder => new BookletInput(folder, BookletFolder.NameOf(folder))).ToImmutableArray();
        return raw.IsEmpty ? folders : folders.Add(new BookletInput(FolderOf(raw[0]), NameOf(raw[0])) { Import = new ImportRequest(raw, import, style ?? "") });
    }

    /// <summary>All that it is made from; null where manuscripts do not become a booklet, with the reason in the bag.</summary>
    /// <exception cref="HostException">There are no fonts, the style does not exist, or a file is not there.</exception>
    public OpenedBooklet Open(BookletSetup setup, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (Import is null) return new(setup.Request(Folder, diagnostics), null);
        var imported = Import.Run(diagnostics, cancellation, out var originals);
        if (imported is null || diagnostics.HasErrors) return new(null, imported);
        return new(setup.Request(Folder, diagnostics) with { Source = BookletSource.Of(imported.Booklet), Originals = originals }, imported);
    }

    private static string FolderOf(string raw) => Directory.Exists(raw) ? raw : Path.GetDirectoryName(raw) is { Length: > 0 } folder ? folder : ".";

    private static string NameOf(string raw) => Directory.Exists(raw) ? BookletFolder.NameOf(raw) : Path.GetFileNameWithoutExtension(raw);
}

/// <summary>What a booklet is made from, and what came of its manuscripts where it is made of those.</summary>
internal readonly record struct OpenedBooklet(BookletRequest? Request, Recovered? Imported);
