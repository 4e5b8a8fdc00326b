using Typeset.Endurance;

// generate FOLDER BOOKLETS [SEED]: writes an archive.
// disturb PROGRAM KILLS [SEED]: kills rebuilds at random moments, fills their disks and so on, and says how often each and what was lost.
// disturb-broker PROGRAM KILLS [SEED]: the same with three workers and a broker of its own (Debian's rabbitmq-server).
// measure PROGRAM [BOOKLETS] [SEED]: times rebuilds of one, and tells the memory they took.
switch (args)
{
    case ["generate", var folder, var booklets, .. var rest]:
        new ArchiveGenerator(rest is [var seed] ? int.Parse(seed) : 1).Write(folder, int.Parse(booklets));
        return 0;
    case ["measure", var program, .. var rest]:
        return new Measurement(new TypesetProgram(Path.GetFullPath(program)), rest is [var count, ..] ? int.Parse(count) : 1000, rest is [_, var chosen] ? int.Parse(chosen) : 1).Run();
    case ["disturb", var program, var kills, .. var rest] when !OperatingSystem.IsWindows():
        return Disturb(rest is [var start] ? int.Parse(start) : 1, (archive, work, seed) => new Disturbance(new TypesetProgram(Path.GetFullPath(program)), archive, work, seed).Run(int.Parse(kills), Tell));
    case ["disturb-broker", var program, var kills, .. var rest] when !OperatingSystem.IsWindows():
        return Disturb(rest is [var first] ? int.Parse(first) : 1, (archive, work, seed) => new BrokerDisturbance(new TypesetProgram(Path.GetFullPath(program)), archive, work, seed).Run(int.Parse(kills), Tell));
    default:
        Console.Error.WriteLine("generate FOLDER BOOKLETS [SEED] | disturb PROGRAM KILLS [SEED] | disturb-broker PROGRAM KILLS [SEED] | measure PROGRAM [BOOKLETS] [SEED]");
        return 2;
}

static int Disturb(int seed, Func<string, string, int, DisturbanceReport> run)
{
    var work = Directory.CreateTempSubdirectory("typeset-disturb-").FullName;
    try
    {
        new ArchiveGenerator(seed).Write(Path.Combine(work, "archive"), 12, mostPages: 10);
        var report = run(Path.Combine(work, "archive"), work, seed);
        foreach (var complaint in report.Complaints) Console.WriteLine(complaint);
        Console.Write($"seed {seed}\n{report.ToText()}");
        return report.Complaints.IsEmpty ? 0 : 1;
    }
    finally
    {
        Directory.Delete(work, recursive: true);
    }
}

static void Tell(DisturbanceReport report) => Console.Error.WriteLine($"{report.Runs} runs, {report.Kills} kills, {report.Complaints.Length} complaints");
