using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Typeset.Endurance;

/// <summary>
/// What a rebuild costs: a full one with one job, which has all processors to itself, with one job of one thread, and with two such; one that has nothing to
/// do, one after a change of one file. Wall time says something only on a machine that does nothing else; processor time and memory do so anywhere.
/// </summary>
internal sealed class Measurement(TypesetProgram program, int booklets, int seed)
{
    private readonly string _work = Directory.CreateTempSubdirectory("typeset-measure-").FullName;

    private string Archive => Path.Combine(_work, "archive");

    /// <summary>The kinds of output that are measured: those the program has of the PDF and its editable twin.</summary>
    private static string Kinds => string.Join(',', OutputKinds.All.Where(static kind => kind is OutputKind.Reading or OutputKind.Docx).Select(OutputKinds.NameOf));

    public int Run()
    {
        try
        {
            new ArchiveGenerator(seed).Write(Archive, booklets);
            Console.WriteLine($"{booklets} booklets, seed {seed}, {Kinds}, {Environment.ProcessorCount} processors");
            var alone = Rebuild("full, 1 job", "alone", "1");
            var one = Rebuild("full, 1 job, 1 thread", "one", "1", "--threads", "1");
            var two = Rebuild("full, 2 jobs", "two", "2");
            Rebuild("nothing to do", "two", "2");
            File.AppendAllText(Directory.GetFiles(Archive, "01.md", SearchOption.AllDirectories)[0], "\n末尾添一段。\n");
            Rebuild("one file changed", "two", "2");
            Console.WriteLine($"speed-up from 1 worker to 2: {Shown(one / two)}; from 1 job with all processors to 2 jobs: {Shown(alone / two)}");
            return 0;
        }
        finally
        {
            Directory.Delete(_work, recursive: true);
        }
    }

    /// <returns>Wall time in seconds.</returns>
    private double Rebuild(string what, string output, string jobs, params string[] options)
    {
        var started = Stopwatch.GetTimestamp();
        using var rebuild = program.Start(["rebuild", Archive, "-o", Path.Combine(_work, output), "--jobs", jobs, "--emit", Kinds, "--json", .. options]);
        var error = rebuild.StandardError.ReadToEndAsync();
        var answer = rebuild.StandardOutput.ReadToEndAsync();
        var memory = new MemoryWatch(rebuild.Id).Until(rebuild);
        rebuild.WaitForExit();
        var wall = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (!answer.Result.StartsWith('{')) throw new InvalidOperationException(error.Result);
        using var report = JsonDocument.Parse(answer.Result);
        var pages = report.RootElement.GetProperty("pages").GetInt32();
        Console.WriteLine($"{what,-21} {Shown(wall),8} s wall  {pages,7} pages  {(pages > 0 ? Shown(pages / wall) : "–"),8} pages/s  {Shown(memory.Seconds),8} s processor  {(pages > 0 ? Shown(memory.Seconds / pages * 1000) : "–"),6} ms/page  {memory.Peak >> 20,5} MB peak, all processes  {memory.PeakOfRun >> 20,4} MB the run's own");
        return wall;
    }

    private static string Shown(double number) => number.ToString(number < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}

/// <summary>
/// Memory and processor time of a process and its children, by Linux' <c>/proc</c>. To add up the pages of a worker takes the system some 4 ms, in which the
/// worker gets none: looked at twice a second that is a hundredth of two processors.
/// </summary>
internal sealed class MemoryWatch(int process)
{
    private const int LooksAtTimes = 10, LooksAtMemory = 2;

    private readonly Dictionary<int, double> _seconds = [];

    /// <summary>The most that all processes together held at one look: proportional set size in bytes, so that fonts mapped by all count once.</summary>
    public long Peak { get; private set; }

    /// <summary>The most that the first process held.</summary>
    public long PeakOfRun { get; private set; }

    public double Seconds => _seconds.Values.Sum();

    public MemoryWatch Until(Process end)
    {
        for (var look = 0; !end.WaitForExit(TimeSpan.FromSeconds(1.0 / LooksAtTimes)); look++)
        {
            int[] all = [process, .. Children()];
            foreach (var id in all) LookAtTimes(id);
            if (look % (LooksAtTimes / LooksAtMemory) == 0) LookAtMemory(all);
        }

        return this;
    }

    private void LookAtTimes(int id)
    {
        if (Read($"/proc/{id}/stat") is not { } stat) return;
        var times = stat.Split(')')[^1].Split(' ');
        _seconds[id] = (long.Parse(times[12], CultureInfo.InvariantCulture) + long.Parse(times[13], CultureInfo.InvariantCulture)) / 100.0;
    }

    private void LookAtMemory(int[] all)
    {
        var sizes = Array.ConvertAll(all, Memory);
        PeakOfRun = Math.Max(PeakOfRun, sizes[0]);
        Peak = Math.Max(Peak, sizes.Sum());
    }

    private int[] Children()
    {
        try
        {
            return [.. Directory.GetDirectories($"/proc/{process}/task").SelectMany(static task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(int.Parse)];
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static long Memory(int id)
    {
        var line = Read($"/proc/{id}/smaps_rollup")?.Split('\n').FirstOrDefault(static line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    /// <summary>What the system says of a process; null of one that is gone.</summary>
    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
