using System.Diagnostics;
using System.Globalization;
using Typeset.Pdf.Colour;

namespace Typeset.Pdf.Tests.Colour;

/// <summary>RGB told in the inks of the press.</summary>
public sealed class PressColourTests
{
    private const int NoLimit = 400;

    /// <summary>As LittleCMS 2.14 has them: transicc -i sRGB.icc -o FOGRA39L_coated.icc -t 1.</summary>
    [Theory]
    [InlineData(200, 16, 46, 0, 100, 80.5402, 15.0958)]
    [InlineData(0, 0, 0, 83.1693, 71.8196, 44.9470, 100)]
    [InlineData(128, 128, 128, 51.1910, 41.8250, 41.5503, 17.7279)]
    public void Inks_are_those_of_another_engine(byte red, byte green, byte blue, double cyan, double magenta, double yellow, double black)
    {
        var inks = PressColours.Of(IccProfile.Fogra39, IccProfile.Srgb, NoLimit).InksOf(red, green, blue);
        Assert.All(Percents(inks).Zip([cyan, magenta, yellow, black]), static pair => Assert.Equal(pair.Second, pair.First, 0.5));
    }

    [Fact]
    public void Paper_takes_no_ink() => Assert.Equal(0u, PressColours.Of(IccProfile.Fogra39, IccProfile.Srgb, NoLimit).InksOf(255, 255, 255));

    [Theory]
    [InlineData(200)]
    [InlineData(240)]
    [InlineData(300)]
    public void No_colour_takes_more_ink_than_the_limit(int limit)
    {
        var colours = PressColours.Of(IccProfile.Fogra39, IccProfile.Srgb, limit);
        Assert.All(Grid(15), rgb => Assert.InRange(Percents(colours.InksOf(rgb.Red, rgb.Green, rgb.Blue)).Sum(), 0, limit + 1e-9));
    }

    [Fact]
    public void The_limit_is_reached_by_black_without_one() =>
        Assert.InRange(Percents(PressColours.Of(IccProfile.Fogra39, IccProfile.Srgb, NoLimit).InksOf(0, 0, 0)).Sum(), 299.5, 300.5);

    [Fact]
    public void What_is_kept_of_one_colour_is_not_given_for_another()
    {
        var colours = PressColours.Of(IccProfile.Fogra39, IccProfile.Srgb, NoLimit);
        var first = Grid(5).Select(c => colours.InksOf(c.Red, c.Green, c.Blue)).ToList();
        Assert.Equal(first, Grid(5).Select(c => PressColours.Of(IccProfile.Fogra39, IccProfile.Srgb, NoLimit).InksOf(c.Red, c.Green, c.Blue)));
    }

    [Fact, Trait("Category", "Conformance")]
    public void Every_colour_of_a_grid_is_within_a_step_of_LittleCMS()
    {
        var colours = PressColours.Of(IccProfile.Fogra39, IccProfile.Srgb, NoLimit);
        var grid = Grid(17).Where(static c => (c.Red & c.Green & c.Blue) != 255).ToList();
        var expected = Transicc(grid);
        Assert.Equal(grid.Count, expected.Count);
        Assert.All(grid.Zip(expected), pair =>
            Assert.All(Percents(colours.InksOf(pair.First.Red, pair.First.Green, pair.First.Blue)).Zip(pair.Second), static ink => Assert.Equal(ink.Second, ink.First, 0.45)));
    }

    private static double[] Percents(uint inks) => [.. new[] { 24, 16, 8, 0 }.Select(shift => (inks >> shift & 255) / 2.55)];

    private static IEnumerable<(byte Red, byte Green, byte Blue)> Grid(int step) =>
        from red in Steps(step) from green in Steps(step) from blue in Steps(step) select (red, green, blue);

    private static IEnumerable<byte> Steps(int step) => Enumerable.Range(0, 255 / step + 1).Select(i => (byte)(i * step));

    private static List<double[]> Transicc(List<(byte Red, byte Green, byte Blue)> colours)
    {
        var folder = Directory.CreateTempSubdirectory("typeset-icc");
        try
        {
            var (source, press) = (Path.Combine(folder.FullName, "rgb.icc"), Path.Combine(folder.FullName, "press.icc"));
            File.WriteAllBytes(source, IccProfile.Srgb.Bytes.ToArray());
            File.WriteAllBytes(press, IccProfile.Fogra39.Bytes.ToArray());
            using var process = Process.Start(new ProcessStartInfo("transicc", ["-n", "-i" + source, "-o" + press, "-t1"])
                { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            foreach (var (red, green, blue) in colours) process.StandardInput.Write($"{red}\n{green}\n{blue}\n");
            process.StandardInput.Close();
            return [.. output.Result.Split('\n').Select(Numbers).Where(static n => n.Length == 4)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double[] Numbers(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.All(static w => double.TryParse(w, CultureInfo.InvariantCulture, out _)) ? [.. words.Select(static w => double.Parse(w, CultureInfo.InvariantCulture))] : [];
    }
}
