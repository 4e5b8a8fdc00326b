using Typeset.Core.Messages;

namespace Typeset.Cli.Files;

/// <summary>
/// A file that comes into being whole or not at all: written beside its place under another name and renamed by <see cref="Commit"/>;
/// disposing of it before that leaves nothing behind and the earlier file as it was.
/// </summary>
public sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string _draft;
    private readonly FileStream _stream;
    private bool _isCommitted;

    private OutputFile(string path, string draft)
    {
        _path = path;
        _draft = draft;
        _stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
    }

    /// <summary>Opens the draft, and the folders down to it.</summary>
    /// <exception cref="HostException">The place cannot be written to.</exception>
    public static OutputFile Create(string path)
    {
        try
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            Directory.CreateDirectory(folder);
            if (Directory.Exists(path)) throw new IOException("A folder has this name.");
            return new OutputFile(path, Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}.tmp"));
        }
        catch (Exception cause) when (IsRefusal(cause))
        {
            throw Refused(path, cause);
        }
    }

    /// <summary>Writes a whole file; where <paramref name="write"/> says that it is not to be kept, none.</summary>
    /// <returns>Whether the file was kept.</returns>
    /// <exception cref="HostException">The place cannot be written to, or the disk is full.</exception>
    public static bool Write(string path, Func<Stream, bool> write)
    {
        using var file = Create(path);
        var kept = false;
        file.Fill(stream => kept = write(stream));
        if (kept) file.Commit();
        return kept;
    }

    /// <summary>Writes the draft.</summary>
    /// <exception cref="HostException">The disk is full.</exception>
    public void Fill(Action<Stream> write) => Try(() => write(_stream));

    /// <summary>Puts the draft in its place.</summary>
    /// <exception cref="HostException">The place cannot be written to, or the disk is full.</exception>
    public void Commit() => Try(() =>
    {
        _stream.Dispose();
        File.Move(_draft, _path, overwrite: true);
        _isCommitted = true;
    });

    public void Dispose()
    {
        if (_isCommitted) return;
        _isCommitted = true;
        try
        {
            _stream.Dispose();
        }
        catch (IOException)
        {
            // A full disk refuses the last buffer too; the draft goes away all the same.
        }

        File.Delete(_draft);
    }

    private void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Refused(_path, cause);
        }
    }

    private static bool IsRefusal(Exception cause) => cause is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    private static HostException Refused(string path, Exception cause) => new(HostMessages.Unwritable.Anywhere(path), ExitCode.NoOutput, cause);
}
