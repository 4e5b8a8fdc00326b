using Typeset.Originals;
using Typeset.Testing;

// Prints the score against the printed originals, case by case: `dotnet run --project tests/Typeset.Originals [-- FOLDER]`;
// with `-- import [FOLDER]` what the import makes of the raw texts, against their ground truths; with `-- report FILE` its report on any raw text,
// with `-- time FILE` what recovery costs.
if (args is ["time", var timed])
{
    Console.WriteLine(ImportScore.Cost(timed));
    return 0;
}

if (args is ["report", var raw])
{
    Console.Write(ImportScore.Report(raw));
    return 0;
}

var import = args.Length > 0 && args[0] == "import";
var corpus = args.Length > (import ? 1 : 0) ? args[^1] : Repository.Corpus;
if (corpus is null || !Directory.Exists(corpus))
{
    Console.Error.WriteLine("The corpus of printed originals is not here; name its folder, or set TYPESET_CORPUS.");
    return 3;
}

if (import)
{
    var scores = new[] { "000", "001", "003" }.Select(seed => ImportScore.Of(corpus, seed)).ToArray();
    foreach (var score in scores) Console.Write(score.Print(all: true));
    Console.WriteLine($"seed 000 in xuexi-a4, page numbers of the contents: {new ImportedLayout(corpus, "000", "xuexi-a4", new Workshop()).ContentsNumbers}");
    Console.WriteLine($"seed 001 in gongwen-a4, pages: {new ImportedLayout(corpus, "001", "gongwen-a4", new Workshop()).BodyPages}");
    return scores.All(static s => s.Holding == s.Count) ? 0 : 1;
}

foreach (var overridden in (bool[])[false, true])
{
    Console.WriteLine(overridden ? "== articles 1, 2 and 11 with the values of their prints" : "== as shipped");
    var booklet = new StudyBooklet(corpus, new Workshop(), overridden);
    var (exact, near) = booklet.Breaks();
    Console.Write(booklet.Contents().Print(all: true));
    Console.Write(exact.Print(all: true));
    Console.WriteLine(near.Print(all: false).TrimEnd());
    Console.WriteLine($"last page: {booklet.LastPage} (printed: 46)");
    Console.WriteLine($"breaks inside a paragraph where the print shows none: {booklet.UnprintedBreaks()}");
}

var speech = new Speech(corpus, new Workshop());
Console.Write(speech.Lines().Print(all: false));
Console.Write(speech.PageBreaks().Print(all: true));
Console.WriteLine($"pages: {speech.Pages} (printed: 19)");
return 0;
