using System.Collections.Immutable;
using System.Text;
using Typeset.Batch.Files;
using Typeset.Batch.Work;
using Typeset.Cli.Files;
using Typeset.Core;
using Typeset.Manuscripts;
using Typeset.Manuscripts.Raw;

namespace Typeset.Cli.Archives;

/// <summary>
/// A raw manuscript as its commission has it: one file, with the editor's corrections beside it, made into a booklet. Pictures that it fetches from files
/// beside it are taken note of, so that a later run sees when one of them changes.
/// </summary>
internal sealed class CommissionedManuscript(string archive, Commission commission)
{
    private readonly SortedDictionary<string, SourceFile> _beside = new(StringComparer.Ordinal);

    /// <summary>Extensions of the manuscripts that an archive may hold: all that an import takes.</summary>
    public static ImmutableArray<string> Extensions { get; } = [".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".docm"];

    /// <summary>A folder with nothing in it.</summary>
    public static SourceFolder Nothing { get; } = new("", static _ => null, static _ => []);

    /// <summary>The files beside it that were asked for.</summary>
    public ImmutableArray<SourceFile> Beside => [.. _beside.Values];

    private string Folder => Path.GetDirectoryName(Path.Combine(archive, commission.Booklet))!;

    /// <summary>The booklet; null where the file cannot be read as what it is, with the reason in the bag.</summary>
    /// <exception cref="SourcesMovedException">A file does not hold what the commission counts on.</exception>
    public BookletSource? Read(DiagnosticBag diagnostics)
    {
        var corrections = CorrectionsFile is { } file ? Corrections.Read(new SourceText(Shown(file), Encoding.UTF8.GetString(Bytes(file))), commission.Booklet, diagnostics) : [];
        var options = new ImportOptions { Recovery = new RecoveryOptions { Corrections = corrections } };
        var lying = BookletFolder.Open(Folder);
        var raw = new RawFile(commission.Booklet, Bytes(commission.Files[0]), lying with { Read = path => Watched(lying, path), List = static _ => [] });
        Originals = [raw, .. CorrectionsFile is { } own ? [new RawFile(Shown(own), Bytes(own), raw.Beside)] : ImmutableArray<RawFile>.Empty];
        return Importer.Import([raw], options, diagnostics, CancellationToken.None) is { } recovered ? BookletSource.Of(recovered.Booklet) : null;
    }

    /// <summary>The manuscript and its corrections as they were read, to go with a file that carries its sources.</summary>
    public ImmutableArray<RawFile> Originals { get; private set; } = [];

    /// <summary>The first of the corrections beside it; the other files of the commission are pictures.</summary>
    private SourceFile? CorrectionsFile => commission.Files.Skip(1).FirstOrDefault(file =>
        file.Path == commission.Files[0].Path + Corrections.Suffix || file.Path == Path.ChangeExtension(commission.Files[0].Path, null) + Corrections.Suffix);

    /// <summary>A file beside it; a link counts as none, as where a later run looks for changes.</summary>
    private ReadOnlyMemory<byte>? Watched(SourceFolder folder, string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(static part => part != ".").ToArray();
        if (parts.Length == 0 || parts.Contains("..") || path.Contains('\0')) return null;
        var plain = string.Join('/', parts);
        var bytes = new FileInfo(Path.Combine(Folder, plain)).LinkTarget is null ? folder.Read(plain) : null;
        _beside[plain] = new(plain, bytes is { } content ? Digest.Of(content.Span) : Digest.OfNothing, IsLink: false);
        return bytes;
    }

    private string Shown(SourceFile file) => Path.Combine(Path.GetDirectoryName(commission.Booklet) ?? "", file.Path).Replace('\\', '/');

    private byte[] Bytes(SourceFile file)
    {
        var path = Path.Combine(archive, Shown(file));
        if (new FileInfo(path) is not { Exists: true, Length: <= RawReader.SizeLimit }) throw new SourcesMovedException(file.Path);
        var bytes = File.ReadAllBytes(path);
        return Digest.Of(bytes) == file.Content ? bytes : throw new SourcesMovedException(file.Path);
    }
}
