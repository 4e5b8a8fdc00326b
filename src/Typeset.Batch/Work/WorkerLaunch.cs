using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace Typeset.Batch.Work;

/// <summary>How a worker process is started.</summary>
/// <param name="Program">The executable: this one's own.</param>
/// <param name="Arguments">That make it a worker which serves its standard streams.</param>
public sealed record WorkerLaunch(string Program, ImmutableArray<string> Arguments)
{
    /// <summary>A program that lies in the folder of this one, with arguments: its executable where there is one, else by <c>dotnet</c>.</summary>
    /// <param name="name">The program's assembly, without extension.</param>
    public static WorkerLaunch Beside(string name, params ReadOnlySpan<string> arguments)
    {
        var executable = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? name + ".exe" : name);
        return File.Exists(executable) ? new(executable, [.. arguments]) : new("dotnet", [Path.Combine(AppContext.BaseDirectory, name + ".dll"), .. arguments]);
    }

    /// <summary>How many processors a worker sees; null for all. Workers of one thread that see one took about a tenth less processor time: 60 generated booklets by two jobs on two processors.</summary>
    public int? Processors { get; init; }

    internal ProcessStartInfo StartInfo(Limits limits)
    {
        var start = new ProcessStartInfo(Program, Arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardInputEncoding = Wire.Utf8, StandardOutputEncoding = Wire.Utf8, StandardErrorEncoding = Wire.Utf8,
        };
        // The runtime refuses memory at the limit itself; the watch over resident memory catches what the runtime does not count.
        start.Environment["DOTNET_GCHeapHardLimit"] = (limits.Megabytes * 1024L * 1024).ToString("X", CultureInfo.InvariantCulture);
        // A worker that is killed would leave its debugger's pipes behind in the folder of temporary files.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        if (Processors is { } processors) start.Environment["DOTNET_PROCESSOR_COUNT"] = processors.ToString("X", CultureInfo.InvariantCulture);
        return start;
    }
}
