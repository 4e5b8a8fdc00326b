using System.Diagnostics;
using Typeset.Core;
using Typeset.Originals;
using Typeset.Svg;

namespace Typeset.Tests;

/// <summary>A page's picture beside the PDF's page, each drawn by a program that nobody here wrote (librsvg, Poppler).</summary>
[Trait("Category", "Conformance")]
public sealed class PictureConformanceTests : IDisposable
{
    /// <summary>Both are drawn so fine, and compared by the mean ink of squares of so many pixels: the programs smooth edges and thicken strokes differently.</summary>
    private const int Resolution = 288, Square = 6;

    /// <summary>How far, in grey levels of 255, the squares may differ on the average, and any one of them.</summary>
    private const double MeanLimit = 2, SquareLimit = 96;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("typeset-picture");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("lilun-xuebian", 0)]
    [InlineData("shancheng-zhiwu", 5)]
    [InlineData("tushu-weihu", 4)]
    public void A_picture_is_the_page_that_the_PDF_shows(string sample, int index)
    {
        var request = Workshop.Sample(sample);
        var diagnostics = new DiagnosticBag();
        var result = Typesetter.Typeset(request, diagnostics, CancellationToken.None);
        using (var pdf = File.Create(At("page.pdf"))) Typesetter.Write(result, request, OutputKind.Reading, pdf, diagnostics, CancellationToken.None);
        File.WriteAllText(At("page.svg"), SvgWriter.Write(result.Layout!.Paged.Compose(index), SvgOptions.Default));
        Run("pdftoppm", "-r", $"{Resolution}", "-gray", "-f", $"{index + 1}", "-l", $"{index + 1}", "-singlefile", At("page.pdf"), At("pdf"));
        Run("rsvg-convert", "-d", "96", "-p", "96", "-f", "pdf", "-o", At("svg.pdf"), At("page.svg"));
        Run("pdftoppm", "-r", $"{Resolution}", "-gray", "-singlefile", At("svg.pdf"), At("svg"));
        var (mean, worst) = Difference(GreyMap.Read(At("pdf.pgm")), GreyMap.Read(At("svg.pgm")));
        Assert.True(mean < MeanLimit && worst < SquareLimit, $"mean {mean:0.000}, worst {worst:0.0} of 255");
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private static (double Mean, double Worst) Difference(GreyMap one, GreyMap other)
    {
        Assert.Equal((one.Width, one.Height), (other.Width, other.Height));
        Assert.Contains(one.Pixels, static pixel => pixel < 64);
        var differences = one.Squares(Square).Zip(other.Squares(Square), static (a, b) => Math.Abs(a - b)).ToArray();
        return (differences.Average(), differences.Max());
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)) ?? throw new InvalidOperationException(program + " is not installed; ./build.sh --target Conformance installs it.");
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}

/// <summary>A binary PGM of 8 bits, as pdftoppm writes it.</summary>
internal sealed record GreyMap(int Width, int Height, byte[] Pixels)
{
    /// <summary>The mean of every square of so many pixels, row by row.</summary>
    public IEnumerable<double> Squares(int side)
    {
        for (var y = 0; y + side <= Height; y += side)
        {
            for (var x = 0; x + side <= Width; x += side) yield return Mean(x, y, side);
        }
    }

    private double Mean(int left, int top, int side)
    {
        var sum = 0;
        for (var y = top; y < top + side; y++)
        {
            foreach (var pixel in Pixels.AsSpan(y * Width + left, side)) sum += pixel;
        }

        return sum / (double)(side * side);
    }

    public static GreyMap Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var numbers = new List<int>();
        var at = 2;
        while (numbers.Count < 3)
        {
            while (bytes[at] is (byte)' ' or (byte)'\n') at++;
            var start = at;
            while (bytes[at] is >= (byte)'0' and <= (byte)'9') at++;
            numbers.Add(int.Parse(System.Text.Encoding.ASCII.GetString(bytes, start, at - start), System.Globalization.CultureInfo.InvariantCulture));
        }

        return new GreyMap(numbers[0], numbers[1], bytes[(at + 1)..]);
    }
}
