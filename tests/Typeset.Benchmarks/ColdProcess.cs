using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Typeset.Benchmarks;

/// <summary>What one whole process took, from its start to its end.</summary>
internal readonly record struct ColdMeasure(TimeSpan Wall, TimeSpan Processor, long PeakKibibytes, int ExitCode);

/// <summary>
/// Starts a program by itself and waits for what the system counted for it: the peak of a child that has ended cannot be had
/// through <see cref="Process"/>. For Linux; its output goes to the null device.
/// </summary>
internal static partial class ColdProcess
{
    /// <summary>Room for the opaque posix_spawn_file_actions_t of any libc (glibc: 80 bytes).</summary>
    private const int FileActionsSize = 256;

    private const int WriteOnly = 1;
    private const int StandardOutput = 1;

    public static ColdMeasure Run(string[] command)
    {
        var actions = Marshal.AllocHGlobal(FileActionsSize);
        _ = posix_spawn_file_actions_init(actions);
        _ = posix_spawn_file_actions_addopen(actions, StandardOutput, "/dev/null", WriteOnly, 0);
        try
        {
            var started = Stopwatch.GetTimestamp();
            var error = posix_spawnp(out var child, command[0], actions, 0, [.. command, null], Environ());
            if (error != 0) throw new InvalidOperationException($"{command[0]} does not start: {Marshal.GetPInvokeErrorMessage(error)}.");
            _ = wait4(child, out var status, 0, out var usage);
            return new(Stopwatch.GetElapsedTime(started), usage.Processor, usage.PeakKibibytes, (status & 0x7F) != 0 ? 128 + (status & 0x7F) : status >> 8 & 0xFF);
        }
        finally
        {
            _ = posix_spawn_file_actions_destroy(actions);
            Marshal.FreeHGlobal(actions);
        }
    }

    private static string?[] Environ() =>
        [.. Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Select(entry => $"{entry.Key}={entry.Value}"), null];

    /// <summary>struct rusage of a 64-bit system: two times of two words each, the peak, and thirteen counters that nobody asks for here.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
        public long PeakKibibytes;

        public readonly TimeSpan Processor =>
            TimeSpan.FromSeconds(UserSeconds + SystemSeconds) + TimeSpan.FromMicroseconds(UserMicroseconds + SystemMicroseconds);
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int posix_spawnp(out int child, string file, nint actions, nint attributes, string?[] arguments, string?[] environment);

    [LibraryImport("libc")]
    private static partial int posix_spawn_file_actions_init(nint actions);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int posix_spawn_file_actions_addopen(nint actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc")]
    private static partial int posix_spawn_file_actions_destroy(nint actions);

    [LibraryImport("libc")]
    private static partial int wait4(int child, out int status, int options, out Usage usage);
}
