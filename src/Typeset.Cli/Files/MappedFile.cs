using System.Buffers;
using System.IO.MemoryMappedFiles;
using Typeset.Core.Messages;

namespace Typeset.Cli.Files;

/// <summary>
/// A file as memory, read by the operating system page by page as it is touched: of a font of 15 MB a booklet needs a tenth.
/// Stays mapped to the end of the process, as faces do.
/// </summary>
public sealed unsafe class MappedFile : MemoryManager<byte>
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly int _length;

    private MappedFile(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        _length = checked((int)stream.Length);
        _file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = _file.CreateViewAccessor(0, _length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    /// <summary>The bytes of a file; an empty file has none.</summary>
    /// <exception cref="HostException">The file cannot be read or is over 2 GiB.</exception>
    public static ReadOnlyMemory<byte> Open(string path)
    {
        try
        {
            return new FileInfo(path).Length == 0 ? default(ReadOnlyMemory<byte>) : new MappedFile(path).Memory;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or OverflowException)
        {
            throw new HostException(HostMessages.Unreadable.Anywhere(path), ExitCode.NoInput, cause);
        }
    }

    public override Span<byte> GetSpan() => new(_start, _length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex);

    public override void Unpin()
    {
        // Mapped memory does not move.
    }

    protected override void Dispose(bool disposing)
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
