using System.Text;

namespace Typeset.Pdf.Colour;

/// <summary>What a profile calls itself (tag <c>desc</c>: ICC.1:2010 §9.2.41, and the type of ICC.1:2001 §6.5.17).</summary>
internal static class Description
{
    private const int Longest = 200;
    private const string Unnamed = "Custom";

    public static string Of(IccProfile profile)
    {
        if (profile.Tag("desc") is not { Length: > 12 } bytes) return Unnamed;
        var tag = new IccReader(bytes.Span, "description");
        var text = tag.Signature(0) switch
        {
            "desc" => Encoding.ASCII.GetString(tag.Take(12, Math.Min(tag.UInt32(8), tag.Length - 12))),
            "mluc" when tag.Length > 28 => Encoding.BigEndianUnicode.GetString(tag.Take(tag.UInt32(24), tag.UInt32(20))),
            _ => "",
        };
        var plain = new string([.. text.Where(static c => c is >= ' ' and <= '~')]).Trim();
        return plain.Length == 0 ? Unnamed : plain[..Math.Min(plain.Length, Longest)];
    }
}
