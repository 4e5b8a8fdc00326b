using Typeset.Endurance;

// generate FOLDER BOOKLETS [SEED]: writes an archive.
// measure PROGRAM [BOOKLETS] [SEED]: times rebuilds of one, and tells the memory they took.
switch (args)
{
    case ["generate", var folder, var booklets, .. var rest]:
        new ArchiveGenerator(rest is [var seed] ? int.Parse(seed) : 1).Write(folder, int.Parse(booklets));
        return 0;
    case ["measure", var program, .. var rest]:
        return new Measurement(new TypesetProgram(Path.GetFullPath(program)), rest is [var count, ..] ? int.Parse(count) : 1000, rest is [_, var chosen] ? int.Parse(chosen) : 1).Run();
    default:
        Console.Error.WriteLine("generate FOLDER BOOKLETS [SEED] | measure PROGRAM [BOOKLETS] [SEED]");
        return 2;
}
