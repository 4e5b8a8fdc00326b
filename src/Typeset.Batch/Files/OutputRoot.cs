using Typeset.Core.Messages;

namespace Typeset.Batch.Files;

/// <summary>
/// The folder of outputs and, in <c>.typeset/</c> of it, all that a rebuild keeps for itself: <c>lock</c>, <c>name</c>, <c>store.db</c>, <c>objects/</c> (built,
/// not yet published), <c>staging/</c>, <c>covers/</c> for the report, <c>profiles/</c> (of colour, by content), <c>kept/</c> (outputs that somebody had changed).
/// </summary>
public sealed class OutputRoot(string path)
{
    public const string OwnFolder = ".typeset";
    public const string ManifestName = "manifest.json";
    public const string ReportName = "report.html";

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Own => At(OwnFolder);

    internal string Store => At(OwnFolder, "store.db");

    internal string Objects => At(OwnFolder, "objects");

    internal string Staging => At(OwnFolder, "staging");

    internal string Covers => At(OwnFolder, "covers");

    /// <summary>Where a colour profile is kept for workers.</summary>
    public string ProfileOf(Digest content) => At(OwnFolder, "profiles", content.Hex + ".icc");

    internal string Kept => At(OwnFolder, "kept");

    internal string Manifest => At(ManifestName);

    internal string Report => At(ReportName);

    /// <summary>A path in the folder.</summary>
    public string At(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    private string NameFile => At(OwnFolder, "name");

    /// <summary>Whether <see cref="ArchiveName"/> has been asked for before.</summary>
    internal bool HasArchiveName => File.Exists(NameFile);

    /// <summary>What the archive is called where it must not be taken for another: hexadecimal digits, made up once.</summary>
    /// <exception cref="ArchiveException">The name cannot be written or is none.</exception>
    internal string ArchiveName()
    {
        try
        {
            if (!HasArchiveName) File.WriteAllText(NameFile, Guid.NewGuid().ToString("n"));
            var name = File.ReadAllText(NameFile).Trim();
            return Guid.TryParseExact(name, "n", out _) ? name : throw new IOException("It holds no name.");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DurableFiles.Refused(NameFile, cause);
        }
    }

    /// <summary>Makes the folders, and holds the place for one rebuild until disposed of; the lock goes with the process however it ends.</summary>
    /// <exception cref="ArchiveException">Another rebuild is at work, or the place cannot be written to.</exception>
    internal FileStream Enter()
    {
        try
        {
            foreach (var folder in (ReadOnlySpan<string>)[Own, Objects, Staging, Covers]) Directory.CreateDirectory(folder);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DurableFiles.Refused(Path, cause);
        }

        return Lock();
    }

    /// <summary>Puts a colour profile where workers find it.</summary>
    /// <exception cref="ArchiveException">It cannot be written.</exception>
    internal void Keep(ReadOnlyMemory<byte> profile)
    {
        var path = ProfileOf(Digest.Of(profile.Span));
        if (File.Exists(path)) return;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        DurableFiles.Replace(path, System.IO.Path.Combine(Staging, "profile.icc"), profile.Span);
    }

    private FileStream Lock()
    {
        var path = At(OwnFolder, "lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException cause) when (IsHeldByAnother(cause))
        {
            throw new ArchiveException(BatchMessages.Busy.Anywhere(Path), isOutput: true, cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DurableFiles.Refused(path, cause);
        }
    }

    /// <summary>EWOULDBLOCK of Linux, of BSD and macOS, and ERROR_SHARING_VIOLATION of Windows.</summary>
    private static bool IsHeldByAnother(IOException cause) => cause.HResult is 11 or 35 or unchecked((int)0x80070020);
}
