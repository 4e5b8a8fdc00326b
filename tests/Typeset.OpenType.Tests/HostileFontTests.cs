using System.Diagnostics;

namespace Typeset.OpenType.Tests;

/// <summary>Broken files give a <see cref="FontFormatException"/> or a face that works; never anything else, never late, never a heap of memory.</summary>
public sealed class HostileFontTests
{
    private const int MutationsPerFont = 600;
    private const long MostBytes = 64 << 20;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DeadlineOfAll = TimeSpan.FromMinutes(2);

    public static TheoryData<string> SmallFonts => TestFonts.All;
    public static TheoryData<string> ShippedFaces => Faces.All;

    [Theory, MemberData(nameof(SmallFonts))]
    public void A_font_cut_at_any_byte_is_refused_or_works(string file)
    {
        var whole = TestFonts.BytesOf(file);
        Finish(() =>
        {
            for (var length = 0; length < whole.Length; length++) Survive(whole[..length], $"{file} cut at {length}");
        });
    }

    [Theory, MemberData(nameof(ShippedFaces))]
    public void A_shipped_face_cut_in_half_is_refused_when_opened(string file)
    {
        var whole = Faces.BytesOf(file);
        var refusal = Assert.Throws<FontFormatException>(() => FontFace.Open(whole.AsMemory(0, whole.Length / 2), name: file));
        Assert.StartsWith(file + ": ", refusal.Message);
        Assert.Contains("cut or damaged", refusal.Problem);
    }

    [Theory, MemberData(nameof(SmallFonts))]
    public void A_font_with_changed_bytes_is_refused_or_works(string file)
    {
        var whole = TestFonts.BytesOf(file);
        var random = new Random(20260101);
        Finish(() =>
        {
            for (var round = 0; round < MutationsPerFont; round++) Survive(Mutate(whole, random), $"{file}, mutation {round}");
        });
    }

    /// <summary>Every 16-bit field of every table in turn, at the values that counts and offsets go wrong with.</summary>
    [Theory, MemberData(nameof(SmallFonts))]
    public void A_font_with_one_extreme_field_is_refused_or_works(string file)
    {
        var whole = TestFonts.BytesOf(file);
        foreach (var value in (ushort[])[0, 1, 0x7FFF, 0x8000, 0xFFFF])
        {
            Finish(() =>
            {
                for (var at = 0; at + 2 <= whole.Length; at += 2) Survive(WithField(whole, at, value), $"{file}, {value:X4} at {at}");
            });
        }
    }

    [Theory]
    [InlineData("wOFF", "WOFF")]
    [InlineData("%PDF", "PDF")]
    [InlineData("", "empty")]
    public void What_is_no_font_is_refused(string start, string _)
    {
        byte[] bytes = [.. start.Select(static c => (byte)c), .. new byte[start.Length == 0 ? 0 : 100]];
        Assert.Throws<FontFormatException>(() => FontFace.Open(bytes));
    }

    [Fact]
    public void A_glyph_that_contains_itself_is_refused()
    {
        var bytes = TestFonts.BytesOf("quadratic.ttf");
        var face = FontFace.Open(bytes);
        var shifted = face.GlyphOf(0xC0);
        PointFirstPartAt(face, bytes, shifted, shifted);
        var refusal = Assert.Throws<FontFormatException>(() => face.OutlineOf(shifted));
        Assert.Contains("contains itself", refusal.Problem);
        Assert.Throws<FontFormatException>(() => FontSubsetter.Subset(face, [0, shifted]));
        Assert.Throws<FontFormatException>(() => Desktop.Write(face, FontNames.Of(face), [0xC0]));
    }

    private static void PointFirstPartAt(FontFace face, byte[] bytes, ushort composite, ushort part)
    {
        var description = face.Glyf.DescriptionOf(composite);
        var at = bytes.AsSpan().IndexOf(description) + 12; // header and flags
        (bytes[at], bytes[at + 1]) = ((byte)(part >> 8), (byte)part);
    }

    private static byte[] Mutate(byte[] whole, Random random)
    {
        var bytes = (byte[])whole.Clone();
        for (var change = random.Next(1, 8); change > 0; change--) bytes[random.Next(bytes.Length)] = Extreme(random);
        return bytes;
    }

    private static byte[] WithField(byte[] whole, int at, ushort value)
    {
        var bytes = (byte[])whole.Clone();
        (bytes[at], bytes[at + 1]) = ((byte)(value >> 8), (byte)value);
        return bytes;
    }

    private static byte Extreme(Random random) => random.Next(4) switch { 0 => 0, 1 => 0xFF, 2 => 0x80, _ => (byte)random.Next(256) };

    // A hang must fail the test, not hang it.
    private static void Finish(Action cases) => Assert.True(Task.Run(cases).Wait(DeadlineOfAll), "a broken font is still being read");

    private static void Survive(byte[] bytes, string what)
    {
        var (clock, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
        try
        {
            UseAll(bytes);
        }
        catch (FontFormatException)
        {
            // the one permitted answer
        }
        catch (Exception other)
        {
            Assert.Fail($"{what}: {other}");
        }

        Assert.True(clock.Elapsed < Deadline, $"{what} took {clock.Elapsed}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostBytes, $"{what} took {(GC.GetAllocatedBytesForCurrentThread() - before) >> 20} MiB");
    }

    private static void UseAll(byte[] bytes)
    {
        var face = FontFace.Open(bytes, FontFace.CountFaces(bytes) - 1);
        _ = $"{face.PostScriptName}{face.FamilyName}{face.SubfamilyName}{face.CapHeight}{face.XHeight}{face.ItalicAngle}{face.Weight}{face.IsCidKeyed}";
        foreach (var code in (int[])[0x20, 0x41, 0xC4, 0x4E00, 0xFFFF, 0x1F600, 0x20000, 0x10FFFF]) face.GlyphOf(code);
        var glyphs = Math.Min(face.GlyphCount, 40);
        for (ushort glyph = 0; glyph < glyphs; glyph++) UseGlyph(face, glyph);
        FontSubsetter.Subset(face, [.. Subsets.AllGlyphsOf(face).Take(glyphs)]);
        Desktop.Write(face, FontNames.Of(face), "AÄ字e".Select(static letter => (int)letter));
    }

    private static void UseGlyph(FontFace face, ushort glyph)
    {
        face.AdvanceOf(glyph);
        face.VerticalAdvanceOf(glyph);
        try
        {
            _ = face.BoundsOf(glyph);
            _ = face.OutlineOf(glyph).Bounds;
        }
        catch (FontFormatException)
        {
            // other glyphs may still be whole, and are tried
        }
    }
}
