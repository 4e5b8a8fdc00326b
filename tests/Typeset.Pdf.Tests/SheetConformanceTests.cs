using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Typeset.Core;
using Typeset.Pages;
using Typeset.Pages.Imposition;
using Typeset.Pages.Tests;

namespace Typeset.Pdf.Tests;

/// <summary>Press sheets as other people's programs read them: folded from what they find on them.</summary>
[Trait("Category", "Conformance")]
public sealed class SheetConformanceTests
{
    /// <summary>From the trimmed page's corner to a word's: what the tests' pages have.</summary>
    private const double Indent = 20, Drop = 40;

    private static readonly Size A5 = BookletBuilder.A5;

    [Theory]
    [InlineData("saddle", BindingEdge.Left, 30)]
    [InlineData("saddle:8", BindingEdge.Right, 30)]
    [InlineData("perfect:16", BindingEdge.Left, 43)]
    [InlineData("perfect:32", BindingEdge.Right, 70)]
    [InlineData("cut-stack:2x2", BindingEdge.Left, 21)]
    public void Sheets_folded_by_what_pdftotext_finds_on_them_are_the_booklet(string scheme, BindingEdge binding, int pages)
    {
        var sheets = Sheets(pages, scheme, binding);
        var sides = Sides(Oracle.Asked(SheetFileTests.Bytes(sheets), "pdftotext", "-bbox", "{}", "-"));
        var found = Rebuild(sheets.Job, sides);
        var read = Leaves(found).SelectMany(static leaf => new[] { leaf.Recto, leaf.Verso }).OfType<SeenPage>().ToList();
        Assert.Equal(Enumerable.Range(0, pages), read.Select(static page => page.Placed.Page!.Value));
        Assert.All(read, static page => Assert.True(page.IsUpright));
    }

    [Theory]
    [InlineData(PdfStandard.X4)]
    [InlineData(PdfStandard.X1a)]
    public void Qpdf_finds_no_fault(PdfStandard standard)
    {
        foreach (var sheets in new[] { Sheets(30, "saddle", BindingEdge.Left), Sheets(30, "perfect:16", BindingEdge.Left), Sheets(30, "nup:2x2", BindingEdge.Left) })
        {
            var report = Oracle.Asked(SheetFileTests.Bytes(sheets, standard), "qpdf", "--check", "{}");
            Assert.Contains("No syntax or stream encoding errors found", report);
            Assert.DoesNotContain("WARNING", report);
        }
    }

    [Fact]
    public void Sides_of_text_alone_put_ink_on_the_black_plate_only()
    {
        var coverage = Oracle.Asked(SheetFileTests.Bytes(Sheets(16, "perfect:16", BindingEdge.Left)), "gs", "-q", "-o", "-", "-sDEVICE=inkcov", "{}");
        var sides = coverage.Split('\n').Where(static line => line.Contains("CMYK OK", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, sides.Length);
        Assert.All(sides, static side => Assert.Matches(@"^ *0\.00000  0\.00000  0\.00000  0\.0*[1-9]", side));
    }

    private static SheetFile Sheets(int pages, string scheme, BindingEdge binding)
    {
        var builder = new BookletBuilder();
        var (right, bottom) = (A5.Width.Points, A5.Height.Points);
        for (var i = 1; i <= pages; i++) builder.Page().Line(Faces.Figures, 12, Indent, Drop, $"H{i}").Line(Faces.Figures, 12, right - 3 * Indent, bottom - Drop, $"F{i}");
        var booklet = builder.Build();
        var job = Imposer.Impose(booklet.Pages, new ImpositionOptions { Scheme = SchemeNames.Find(scheme)!, Binding = binding }, new DiagnosticBag())!;
        return new SheetFile(booklet, job, OfCover: false, new SheetSlug("", null, []));
    }

    /// <summary>The words of each side by their text: left, right and middle height.</summary>
    private static List<Dictionary<string, (double Left, double Right, double Middle)>> Sides(string boxes)
    {
        XNamespace html = "http://www.w3.org/1999/xhtml";
        return [.. XDocument.Parse(boxes).Descendants(html + "page").Select(page => page.Elements(html + "word")
            .ToDictionary(static word => word.Value, word => (At(word, "xMin"), At(word, "xMax"), (At(word, "yMin") + At(word, "yMax")) / 2)))];

        static double At(XElement word, string name) => double.Parse(word.Attribute(name)!.Value, CultureInfo.InvariantCulture);
    }

    /// <summary>The job with nothing of the imposer's but the folds: pages lie where their words were found.</summary>
    private static ImposedBooklet Rebuild(ImposedBooklet job, List<Dictionary<string, (double Left, double Right, double Middle)>> sides)
    {
        var next = 0;
        return job with
        {
            Signatures = [.. job.Signatures.Select(signature => signature with
            {
                Sheets = [.. signature.Sheets.Select(sheet => sheet with { Front = Side(sides[next++]), Back = Side(sides[next++]) })],
            })],
        };
    }

    private static SheetSide Side(Dictionary<string, (double Left, double Right, double Middle)> words) => new([.. words.Keys.Where(static word => word[0] == 'H').Select(word =>
    {
        var (head, foot) = (words[word], words["F" + word[1..]]);
        var isHeadDown = head.Middle > foot.Middle;
        var origin = isHeadDown ? new Point((head.Right + Indent).Pt, (head.Middle + Drop).Pt) : new Point((head.Left - Indent).Pt, (head.Middle - Drop).Pt);
        var number = int.Parse(word[1..], CultureInfo.InvariantCulture);
        var trim = isHeadDown ? new Rectangle(origin.X - A5.Width, origin.Y - A5.Height, A5.Width, A5.Height) : new Rectangle(origin.X, origin.Y, A5.Width, A5.Height);
        return new PlacedPage(number - 1, number, new PageTransform(origin, isHeadDown, 1000), trim, trim, Length.Zero);
    })]);

    /// <summary>Bound by hand as in the imposition's own tests; sides without a page are blank.</summary>
    private static IEnumerable<(SeenPage? Recto, SeenPage? Verso)> Leaves(ImposedBooklet job) => job.Options.Scheme switch
    {
        CutAndStack => Piles(job),
        SaddleStitch => Nested([.. job.Sheets], job.SheetSize),
        _ => job.Signatures.SelectMany(signature => Nested(signature.Sheets, job.SheetSize)),
    };

    private static List<(SeenPage?, SeenPage?)> Nested(IReadOnlyList<Sheet> sheets, Size size)
    {
        List<(SeenPage?, SeenPage?)> front = [], back = [];
        foreach (var sheet in sheets)
        {
            var leaves = new FoldedPaper(sheet, size).Leaves().Select(static leaf => (leaf.Recto.SingleOrDefault(), leaf.Verso.SingleOrDefault())).ToList();
            front.AddRange(leaves[..(leaves.Count / 2)]);
            back.InsertRange(0, leaves[(leaves.Count / 2)..]);
        }

        return [.. front, .. back];
    }

    /// <summary>The first sheet is full: its four quarters are the piles.</summary>
    private static IEnumerable<(SeenPage?, SeenPage?)> Piles(ImposedBooklet job)
    {
        var (middleX, middleY) = (job.SheetSize.Width / 2, job.SheetSize.Height / 2);
        foreach (var (lower, right) in new[] { (false, false), (false, true), (true, false), (true, true) })
        {
            foreach (var sheet in job.Sheets) yield return (In(sheet.Front, lower, right), In(sheet.Back, lower, !right));
        }

        SeenPage? In(SheetSide side, bool lower, bool right) => side.Pages
            .Where(page => page.Trim.Y > middleY - page.Trim.Height / 2 == lower && page.Trim.X > middleX - page.Trim.Width / 2 == right)
            .Select(static page => new SeenPage(page, page.Trim, page.Clip, !page.Transform.IsHeadDown)).SingleOrDefault();
    }
}
