using System.Globalization;

namespace Typeset.Batch.Files;

/// <summary>
/// What the file system says of a file without reading it: bytes, times of modification and of change in nanoseconds since 1970, and inode.
/// Two equal stamps mean the same bytes. The time of change (POSIX ctime) cannot be set by programs, so that an edit that
/// restores the time of modification is seen all the same; where a system has none it is the time of creation.
/// </summary>
internal readonly record struct FileStamp(long Size, long Modified, long Changed, ulong Inode)
{
    /// <summary>File systems count time in steps of up to two seconds (FAT); a file changed twice within one has one stamp.</summary>
    private const long Granule = 2_000_000_000;

    private const long NanosecondsPerTick = 100;

    /// <summary>The stamp of a file, of a link its own; null where there is none.</summary>
    public static FileStamp? Of(string path)
    {
        if (OperatingSystem.IsLinux()) return UnixCalls.Stamp(path);
        var file = new FileInfo(path);
        return file.Exists ? new(file.Length, Nanoseconds(file.LastWriteTimeUtc), Nanoseconds(file.CreationTimeUtc), 0) : null;
    }

    /// <summary>Now, as stamps count it.</summary>
    public static long Now => Nanoseconds(DateTime.UtcNow);

    /// <summary>A moment as stamps count it.</summary>
    public static long Nanoseconds(DateTime moment) => (moment - DateTime.UnixEpoch).Ticks * NanosecondsPerTick;

    /// <summary>Whether the file had lain still long enough at a moment for any later change to show in its stamp.</summary>
    public bool WasSettledAt(long moment) => Math.Max(Modified, Changed) + Granule < moment;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Size} {Modified} {Changed} {Inode}");

    /// <summary>A stamp from <see cref="ToString"/>; null for anything else.</summary>
    public static FileStamp? Parse(ReadOnlySpan<char> text)
    {
        Span<Range> parts = stackalloc Range[5];
        if (text.Split(parts, ' ') != 4) return null;
        return long.TryParse(text[parts[0]], CultureInfo.InvariantCulture, out var size)
            && long.TryParse(text[parts[1]], CultureInfo.InvariantCulture, out var modified)
            && long.TryParse(text[parts[2]], CultureInfo.InvariantCulture, out var changed)
            && ulong.TryParse(text[parts[3]], CultureInfo.InvariantCulture, out var inode)
            ? new(size, modified, changed, inode) : null;
    }
}
