using Typeset.Core.Messages;

namespace Typeset.Batch.Files;

/// <summary>Files that are on the disk when a call returns, whole or not at all.</summary>
internal static class DurableFiles
{
    /// <summary>Writes a file anew and makes its bytes durable; its name is durable after <see cref="SyncFolder"/>.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Puts bytes in a file's place at once: readers see the earlier file or the new one.</summary>
    /// <exception cref="ArchiveException">The place cannot be written to.</exception>
    public static void Replace(string path, string draft, ReadOnlySpan<byte> bytes)
    {
        try
        {
            Write(draft, bytes);
            File.Move(draft, path, overwrite: true);
            SyncFolder(Path.GetDirectoryName(path)!);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, cause);
        }
    }

    /// <summary>Makes the names in a folder durable.</summary>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsLinux()) UnixCalls.SyncFolder(folder);
    }

    /// <summary>Deletes a folder where it can be deleted; what stays is swept at the next run.</summary>
    public static void Sweep(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // Left for the next run: nothing reads it.
        }
    }

    public static ArchiveException Refused(string path, Exception cause) =>
        new(BatchMessages.CannotWrite.Anywhere(path, cause.Message), isOutput: true, cause);
}
