using Typeset.Endurance;

// generate FOLDER BOOKLETS [SEED]: writes an archive.
switch (args)
{
    case ["generate", var folder, var booklets, .. var rest]:
        new ArchiveGenerator(rest is [var seed] ? int.Parse(seed) : 1).Write(folder, int.Parse(booklets));
        return 0;
    default:
        Console.Error.WriteLine("generate FOLDER BOOKLETS [SEED]");
        return 2;
}
