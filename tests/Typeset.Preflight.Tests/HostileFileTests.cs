using System.Diagnostics;
using Typeset.Preflight.Reading;

namespace Typeset.Preflight.Tests;

/// <summary>Whatever the bytes, reading ends soon, with pages or with a message.</summary>
public sealed class HostileFileTests
{
    /// <summary>More with <c>TYPESET_FUZZ_ROUNDS</c>.</summary>
    private static readonly int Rounds = int.TryParse(System.Environment.GetEnvironmentVariable("TYPESET_FUZZ_ROUNDS"), out var rounds) ? rounds : 300;

    [Fact]
    public void Damaged_bytes_end_in_pages_or_in_a_message()
    {
        var whole = GoodFiles.Reading("gongwen-jianghua").Pdf;
        var random = new Random(20260131);
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = Damage(whole, random);
            Survive(bytes);
        }
    }

    private static void Survive(byte[] bytes)
    {
        try
        {
            foreach (var page in PageText.Read(bytes).Take(5)) Assert.True(page.Glyphs.Length >= 0);
        }
        catch (PdfFormatException refusal)
        {
            Assert.NotEmpty(refusal.Diagnostic.Id);
        }
    }

    private static byte[] Damage(byte[] whole, Random random)
    {
        var bytes = whole.ToArray();
        switch (random.Next(4))
        {
            case 0: return bytes[..random.Next(bytes.Length)];
            case 1:
                var from = random.Next(bytes.Length);
                return [.. bytes[..from], .. bytes[Math.Min(bytes.Length, from + random.Next(1, 2000))..]];
            default:
                for (var i = random.Next(1, 200); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
        }
    }
}
