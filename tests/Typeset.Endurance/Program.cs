using Typeset.Endurance;

// generate FOLDER BOOKLETS [SEED]: writes an archive.
// disturb PROGRAM KILLS [SEED]: kills rebuilds at random moments and says what was lost.
// measure PROGRAM [BOOKLETS] [SEED]: times rebuilds of one, and tells the memory they took.
switch (args)
{
    case ["generate", var folder, var booklets, .. var rest]:
        new ArchiveGenerator(rest is [var seed] ? int.Parse(seed) : 1).Write(folder, int.Parse(booklets));
        return 0;
    case ["measure", var program, .. var rest]:
        return new Measurement(new TypesetProgram(Path.GetFullPath(program)), rest is [var count, ..] ? int.Parse(count) : 1000, rest is [_, var chosen] ? int.Parse(chosen) : 1).Run();
    case ["disturb", var program, var kills, .. var rest]:
        return Disturb(Path.GetFullPath(program), int.Parse(kills), rest is [var start] ? int.Parse(start) : 1);
    default:
        Console.Error.WriteLine("generate FOLDER BOOKLETS [SEED] | disturb PROGRAM KILLS [SEED] | measure PROGRAM [BOOKLETS] [SEED]");
        return 2;
}

static int Disturb(string program, int kills, int seed)
{
    var work = Directory.CreateTempSubdirectory("typeset-disturb-").FullName;
    try
    {
        new ArchiveGenerator(seed).Write(Path.Combine(work, "archive"), 12, mostPages: 10);
        var report = new Disturbance(new TypesetProgram(program), Path.Combine(work, "archive"), work, seed).Run(kills);
        foreach (var complaint in report.Complaints) Console.WriteLine(complaint);
        Console.WriteLine($"{report.Kills} kills in {report.Runs} runs, seed {seed}: {report.Complaints.Length} complaints");
        return report.Complaints.IsEmpty ? 0 : 1;
    }
    finally
    {
        Directory.Delete(work, recursive: true);
    }
}
