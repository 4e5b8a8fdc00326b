using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Typeset.Batch.Files;

/// <summary>What the runtime does not offer of Linux: the time of a file's last change of any kind, and a folder's entries made durable.</summary>
[SupportedOSPlatform("linux")]
internal static unsafe partial class UnixCalls
{
    /// <summary><c>struct statx</c> of linux/stat.h is 256 bytes on every architecture, its fields at fixed offsets.</summary>
    private const int StatxSize = 256;

    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const uint BasicStats = 0x7ff;
    private const int ReadOnlyFolder = 0x10000 | 0x80000;

    private const int KindOfFile = 0xf000;
    private const int RegularFile = 0x8000;
    private const int Link = 0xa000;

    /// <summary>A file's stamp, of a link its own; null where there is none, and for what is no file: reading a pipe would wait for ever.</summary>
    public static FileStamp? Stamp(string path)
    {
        var buffer = stackalloc byte[StatxSize];
        if (statx(CurrentFolder, path, NoFollow, BasicStats, buffer) != 0) return null;
        if ((*(ushort*)(buffer + 28) & KindOfFile) is not (RegularFile or Link)) return null;
        return new(*(long*)(buffer + 40), Time(buffer + 112), Time(buffer + 96), *(ulong*)(buffer + 32));
    }

    /// <summary>Makes a folder's entries durable; file systems that have no such thing refuse, and that is no harm.</summary>
    public static void SyncFolder(string path)
    {
        var handle = open(path, ReadOnlyFolder, 0);
        if (handle < 0) return;
        _ = fsync(handle);
        _ = close(handle);
    }

    /// <summary>A <c>statx_timestamp</c> in nanoseconds.</summary>
    private static long Time(byte* at) => (*(long*)at * 1_000_000_000) + *(uint*)(at + 8);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int statx(int folder, string path, int flags, uint mask, byte* buffer);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags, uint mode);

    [LibraryImport("libc")]
    private static partial int fsync(int handle);

    [LibraryImport("libc")]
    private static partial int close(int handle);
}
