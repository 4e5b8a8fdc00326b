using Typeset.Originals;
using Typeset.Testing;

// Prints the score against the printed originals, case by case: `dotnet run --project tests/Typeset.Originals [-- FOLDER]`.
var corpus = args.Length > 0 ? args[0] : Repository.Corpus;
if (corpus is null || !Directory.Exists(corpus))
{
    Console.Error.WriteLine("The corpus of printed originals is not here; name its folder, or set TYPESET_CORPUS.");
    return 3;
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
