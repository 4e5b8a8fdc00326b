using System.Collections.Immutable;
using System.Text;
using Typeset.Batch.Files;
using Typeset.Batch.Work;
using Typeset.Core;
using Typeset.Manuscripts;
using Typeset.Manuscripts.Raw;

namespace Typeset.Cli.Archives;

/// <summary>
/// A raw manuscript as its commission has it: one file, with the editor's corrections beside it, made into a booklet. Kinds of manuscript that fetch
/// pictures from files beside them are not taken: those files would not be watched.
/// </summary>
internal sealed class CommissionedManuscript(string archive, Commission commission)
{
    /// <summary>Extensions of the manuscripts that an archive may hold.</summary>
    public static ImmutableArray<string> Extensions { get; } = [".txt", ".docx"];

    /// <summary>A folder with nothing in it.</summary>
    public static SourceFolder Nothing { get; } = new("", static _ => null, static _ => []);

    /// <summary>The booklet; null where the file cannot be read as what it is, with the reason in the bag.</summary>
    /// <exception cref="SourcesMovedException">A file does not hold what the commission counts on.</exception>
    public BookletSource? Read(DiagnosticBag diagnostics)
    {
        var corrections = commission.Files.Skip(1).SelectMany(file => Corrections.Read(Text(file), commission.Booklet, diagnostics));
        var options = new ImportOptions { Recovery = new RecoveryOptions { Corrections = [.. corrections] } };
        var raw = new RawFile(commission.Booklet, Bytes(commission.Files[0]), Nothing);
        return Importer.Import([raw], options, diagnostics, CancellationToken.None) is { } recovered ? BookletSource.Of(recovered.Booklet) : null;
    }

    private SourceText Text(SourceFile file) => new(Shown(file), Encoding.UTF8.GetString(Bytes(file)));

    private string Shown(SourceFile file) => Path.Combine(Path.GetDirectoryName(commission.Booklet) ?? "", file.Path).Replace('\\', '/');

    private byte[] Bytes(SourceFile file)
    {
        var path = Path.Combine(archive, Shown(file));
        if (new FileInfo(path) is not { Exists: true, Length: <= RawReader.SizeLimit }) throw new SourcesMovedException(file.Path);
        var bytes = File.ReadAllBytes(path);
        return Digest.Of(bytes) == file.Content ? bytes : throw new SourcesMovedException(file.Path);
    }
}
