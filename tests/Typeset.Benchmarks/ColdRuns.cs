using System.Globalization;

namespace Typeset.Benchmarks;

/// <summary>Whole cold processes of the published program, and of anything beside it: medians of wall time, processor time and peak memory.</summary>
internal static class ColdRuns
{
    public const int UsualCount = 7;

    /// <summary>Every sample booklet, the volumes that <c>TYPESET_BENCH_VOLUMES</c> names (folders, by the path separator), and other typesetters where they are installed.</summary>
    public static int OfSamples(int count)
    {
        var root = Root();
        var program = Path.Combine(root, "artifacts", "typeset", "Typeset.Cli");
        var output = Directory.CreateTempSubdirectory("typeset-bench-").FullName;
        var volumes = (Environment.GetEnvironmentVariable("TYPESET_BENCH_VOLUMES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var exit = Report("--version", [program, "--version"], count);
        foreach (var booklet in Directory.GetDirectories(Path.Combine(root, "seeds")).Order(StringComparer.Ordinal).Concat(volumes))
        {
            exit |= Report(Path.GetFileName(booklet), [program, "build", booklet, "-o", output], count);
        }

        foreach (var beside in (Environment.GetEnvironmentVariable("TYPESET_BENCH_BESIDE") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            exit |= Report(beside, ["sh", "-c", beside], count);
        }

        Directory.Delete(output, recursive: true);
        return exit;
    }

    /// <summary>One command.</summary>
    public static int Of(string[] command, int count) => Report(string.Join(' ', command), command, count);

    private static int Report(string name, string[] command, int count)
    {
        var runs = Enumerable.Range(0, count).Select(_ => ColdProcess.Run(command)).ToArray();
        var seconds = Median(runs, static run => run.Wall.TotalSeconds);
        var processor = Median(runs, static run => run.Processor.TotalSeconds);
        var peak = Median(runs, static run => run.PeakKibibytes / 1024.0);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds,7:0.000} s  {processor,7:0.000} s cpu  {peak,6:0.0} MiB  {name}"));
        return runs.Max(static run => run.ExitCode);
    }

    private static double Median(ColdMeasure[] runs, Func<ColdMeasure, double> of) => runs.Select(of).Order().ElementAt(runs.Length / 2);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Typeset.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
