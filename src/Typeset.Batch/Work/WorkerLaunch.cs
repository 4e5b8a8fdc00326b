using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace Typeset.Batch.Work;

/// <summary>How a worker process is started.</summary>
/// <param name="Program">The executable: this one's own.</param>
/// <param name="Arguments">That make it a worker which serves its standard streams.</param>
public sealed record WorkerLaunch(string Program, ImmutableArray<string> Arguments)
{
    /// <summary>This program with other arguments, whether it is published or run by <c>dotnet</c>.</summary>
    /// <param name="entry">The assembly that the program begins in.</param>
    public static WorkerLaunch Self(string entry, params ReadOnlySpan<string> arguments)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return new(program, isHost ? [entry, .. arguments] : [.. arguments]);
    }

    internal ProcessStartInfo StartInfo(Limits limits)
    {
        var start = new ProcessStartInfo(Program, Arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardInputEncoding = Wire.Utf8, StandardOutputEncoding = Wire.Utf8, StandardErrorEncoding = Wire.Utf8,
        };
        // The runtime refuses memory at the limit itself; the watch over resident memory catches what the runtime does not count.
        start.Environment["DOTNET_GCHeapHardLimit"] = (limits.Megabytes * 1024L * 1024).ToString("X", CultureInfo.InvariantCulture);
        return start;
    }
}
