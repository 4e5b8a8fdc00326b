using System.Diagnostics;
using System.Globalization;
using Typeset.Pdf.Colour;

namespace Typeset.Pdf.Tests.Colour;

/// <summary>The inks of one press told in those of another.</summary>
public sealed class InkLinkTests
{
    private const int NoLimit = 400;

    /// <summary>Of Debian's libgs-common: a press that is not FOGRA's.</summary>
    private const string OtherPress = "/usr/share/color/icc/ghostscript/default_cmyk.icc";

    [Fact]
    public void Paper_black_and_what_goes_through_the_same_press_stay()
    {
        var link = InkLink.Of(IccProfile.Fogra39, IccProfile.Fogra39, NoLimit);
        Assert.Equal(0u, link.InksOf(0));
        Assert.All(Enumerable.Range(0, 256), black => Assert.InRange(Math.Abs((int)link.InksOf((uint)black) - black), 0, 1));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(300)]
    public void No_inks_are_more_than_the_limit(int limit)
    {
        var link = InkLink.Of(IccProfile.Read(new InkProfile("Some press").Bytes()), IccProfile.Fogra39, limit);
        Assert.All(Grid(85), inks => Assert.InRange(Percents(link.InksOf(inks)).Sum(), 0, limit + 1e-9));
    }

    [Fact]
    public void Tints_of_black_grow_with_those_they_come_from()
    {
        var link = InkLink.Of(IccProfile.Read(new InkProfile("Pale") { BlackLightness = 40 }.Bytes()), IccProfile.Fogra39, NoLimit);
        var blacks = Enumerable.Range(0, 256).Select(black => link.InksOf((uint)black)).ToList();
        Assert.Equal(blacks.Order(), blacks);
        Assert.Equal(255u, blacks[^1]);
    }

    /// <summary>Between the points of the tables the two go different ways, by less than one per cent of ink.</summary>
    [Fact, Trait("Category", "Conformance")]
    public void Inks_of_a_grid_are_those_of_LittleCMS()
    {
        var link = InkLink.Of(IccProfile.Read(File.ReadAllBytes(OtherPress)), IccProfile.Fogra39, NoLimit);
        var grid = Grid(51).Where(static inks => (inks & 0xFFFFFF00) != 0).ToList();
        var expected = Transicc(grid);
        Assert.Equal(grid.Count, expected.Count);
        var differences = grid.Zip(expected).SelectMany(pair => Percents(link.InksOf(pair.First)).Zip(pair.Second, static (ours, theirs) => Math.Abs(ours - theirs))).ToList();
        Assert.InRange(differences.Average(), 0, 0.2);
        Assert.InRange(differences.Max(), 0, 1);
    }

    private static double[] Percents(uint inks) => [.. new[] { 24, 16, 8, 0 }.Select(shift => (inks >> shift & 255) / 2.55)];

    private static IEnumerable<uint> Grid(int step) =>
        from cyan in Steps(step) from magenta in Steps(step) from yellow in Steps(step) from black in Steps(step) select (cyan << 24) | (magenta << 16) | (yellow << 8) | black;

    private static IEnumerable<uint> Steps(int step) => Enumerable.Range(0, 255 / step + 1).Select(i => (uint)(i * step));

    private static List<double[]> Transicc(List<uint> colours)
    {
        var press = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(press, IccProfile.Fogra39.Bytes.ToArray());
            using var process = Process.Start(new ProcessStartInfo("transicc", ["-n", "-i" + OtherPress, "-o" + press, "-t1"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            foreach (var inks in colours) process.StandardInput.Write(string.Concat(Percents(inks).Select(static ink => ink.ToString("R", CultureInfo.InvariantCulture) + "\n")));
            process.StandardInput.Close();
            return [.. output.Result.Split('\n').Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(static words => words.Length == 4 && words.All(static word => double.TryParse(word, CultureInfo.InvariantCulture, out _)))
                .Select(static words => words.Select(static word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray())];
        }
        finally
        {
            File.Delete(press);
        }
    }
}
