using System.Buffers.Binary;
using System.Diagnostics;
using Typeset.Core;
using Typeset.OpenType;
using Xunit.Abstractions;

namespace Typeset.Shaping.Tests;

/// <summary>Fonts with layout tables changed at random: the text is always set, in bounded time, and the font complained of at most once.</summary>
public sealed class BrokenFontTests(ITestOutputHelper output)
{
    private const int Mutants = 150;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private static readonly string[] Texts = [.. SampleText.Lines(new Random(3), 30), "office AVATAR 1⁄2 “Te” e\u0301\u0323\u0302", new('f', 500)];

    [Theory]
    [InlineData("SourceSerif4-Italic", "GSUB")]
    [InlineData("SourceSerif4-Italic", "GPOS")]
    [InlineData("SourceSerif4-Italic", "GDEF")]
    [InlineData("LiberationSerif-Regular", "GSUB")]
    [InlineData("LiberationSerif-Regular", "GPOS")]
    [InlineData("LiberationSerif-Regular", "kern")]
    [InlineData("SourceSerif4-Italic", "cmap")]
    public void Text_is_set_whatever_a_layout_table_holds(string name, string table)
    {
        var random = new Random(20260302);
        var whole = File.ReadAllBytes(ShippedFonts.PathOf(name));
        var (start, length) = Find(whole, table);
        var complaints = 0;
        for (var i = 0; i < Mutants; i++)
        {
            var bytes = (byte[])whole.Clone();
            Mutate(random, bytes.AsSpan(start, length));
            var watch = Stopwatch.StartNew();
            var count = Set(bytes);
            complaints += count;
            Assert.True(count <= 1, $"mutant {i} is complained of {count} times");
            Assert.True(watch.Elapsed < Deadline, $"mutant {i} took {watch.Elapsed}");
        }

        output.WriteLine($"{complaints} of {Mutants} complained of");
        Assert.True(complaints > 0, "no change was ever noticed");
    }

    [Fact]
    public void A_table_cut_short_still_lets_characters_stand_side_by_side()
    {
        var bytes = File.ReadAllBytes(ShippedFonts.PathOf("SourceSerif4-Regular"));
        var (start, length) = Find(bytes, "GPOS");
        bytes.AsSpan(start + 10, length - 10).Fill(0xFF);
        var diagnostics = new DiagnosticBag();
        var shaped = Shape(bytes, "AV", diagnostics);
        Assert.Equal(2, shaped.Glyphs.Length);
        Assert.All(shaped.Glyphs, glyph => Assert.True(glyph.Advance > 0 && glyph.Id != 0));
        Assert.Equal("TS3003", Assert.Single(diagnostics.Sorted()).Id);
    }

    [Fact]
    public void Ten_thousand_marks_on_one_letter_are_set_in_no_time()
    {
        var watch = Stopwatch.StartNew();
        foreach (var name in (string[])["SourceSerif4-Regular", "LXGWWenKai-Regular", "LiberationSerif-Regular"])
        {
            var shaped = new Shaper(new GlyphReports()).Shape("a" + new string('\u0323', 10_000), new TextSetting(ShippedFonts.Stack(name, name), 10.Pt));
            Assert.True(shaped.Glyphs.Length >= 9_999);
        }

        Assert.True(watch.Elapsed < Deadline, $"{watch.Elapsed}");
    }

    [Fact]
    public void A_word_of_a_hundred_thousand_letters_is_set_in_no_time()
    {
        var watch = Stopwatch.StartNew();
        var shaped = new Shaper(new GlyphReports()).Shape(string.Concat(Enumerable.Repeat("AVfi", 25_000)), new TextSetting(ShippedFonts.Stack("SourceSerif4-Regular", "SourceSerif4-Regular"), 10.Pt));
        Assert.True(shaped.Glyphs.Length >= 75_000);
        Assert.True(watch.Elapsed < Deadline, $"{watch.Elapsed}");
    }

    private static int Set(byte[] bytes)
    {
        var diagnostics = new DiagnosticBag();
        Shape(bytes, string.Join('\n', Texts), diagnostics);
        return diagnostics.Sorted().Count(diagnostic => diagnostic.Id == "TS3003");
    }

    private static ShapedText Shape(byte[] bytes, string text, DiagnosticBag diagnostics)
    {
        var library = new FontLibrary([new FontSource("Mutant", "mutant.ttf", 0, () => bytes)], diagnostics);
        var reports = new GlyphReports();
        var shaped = new Shaper(reports).Shape(text, new TextSetting(library.Resolve(new FaceNames(["Mutant"], ["Mutant"], [])), 10.Pt));
        reports.ReportTo(diagnostics);
        return shaped;
    }

    private static void Mutate(Random random, Span<byte> table)
    {
        for (var changes = random.Next(1, 40); changes > 0; changes--)
        {
            var at = random.Next(4) == 0 ? random.Next(Math.Min(table.Length, 400)) : random.Next(table.Length);
            table[at] = random.Next(3) switch { 0 => 0xFF, 1 => 0, _ => (byte)random.Next(256) };
        }
    }

    private static (int Start, int Length) Find(byte[] font, string table)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(4));
        for (var i = 0; i < count; i++)
        {
            var record = font.AsSpan(12 + i * 16, 16);
            if (BinaryPrimitives.ReadUInt32BigEndian(record) != Tag.Parse(table).Value) continue;
            return ((int)BinaryPrimitives.ReadUInt32BigEndian(record[8..]), (int)BinaryPrimitives.ReadUInt32BigEndian(record[12..]));
        }

        throw new InvalidOperationException(table);
    }
}
