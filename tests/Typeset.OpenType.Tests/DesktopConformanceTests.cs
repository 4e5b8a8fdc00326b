using System.Globalization;
using Xunit.Abstractions;

namespace Typeset.OpenType.Tests;

/// <summary>What fontTools makes of desktop fonts.</summary>
[Trait("Category", "Conformance")]
public sealed class DesktopConformanceTests(ITestOutputHelper output) : IDisposable
{
    private const string Text = "Office “排印之道”——春眠不觉晓，处处闻啼鸟；夜来风雨声，花落知多少。①②③ 永和九年岁在癸丑";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("typeset-desktop-");

    public static TheoryData<string> ShippedFaces => Faces.All;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, MemberData(nameof(ShippedFaces))]
    public void FontTools_reads_names_characters_and_outlines_of_the_face(string file)
    {
        var face = Faces.Open(file);
        var names = FontNames.Of(face);
        var codes = Text.EnumerateRunes().Select(static rune => rune.Value).Where(code => face.GlyphOf(code) != 0).Distinct().Order().ToArray();
        var path = Path.Combine(_folder.FullName, "font.ttf");
        File.WriteAllBytes(path, Desktop.Write(face, names, codes).ToArray());

        var lines = Oracle.RunScript("desktop.py", Faces.PathOf(file), path);

        output.WriteLine($"{file}: {lines[^1]} thousandths of an em apart at most");
        var full = names.Style == "Regular" ? names.Family : $"{names.Family} {names.Style}";
        Assert.Equal([names.Family, names.Style, full, names.PostScript], lines[..4]);
        Assert.Equal(string.Join(' ', codes.Select(static code => code.ToString("X", CultureInfo.InvariantCulture))), lines[4]);
        Assert.InRange(double.Parse(lines[5], CultureInfo.InvariantCulture), 0, face.IsCff ? 1 : 0);
    }
}
