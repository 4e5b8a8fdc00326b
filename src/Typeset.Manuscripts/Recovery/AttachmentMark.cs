namespace Typeset.Manuscripts.Recovery;

/// <summary>附件, 附件1, 附件 一：, 附录2 on a line of its own (GB/T 9704 §7.3.7).</summary>
internal static class AttachmentMark
{
    public static bool Is(string text)
    {
        if (text.Length > 12) return false;
        var words = Glyph.Squeeze(text).AsSpan().TrimEnd("：:");
        if (!words.StartsWith("附件") && !words.StartsWith("附录") && !words.StartsWith("附表")) return false;
        var rest = words[2..];
        if (rest.IsEmpty) return true;
        var count = HanNumeral.Read(rest, out var length);
        if (count <= 0) count = HanNumeral.ReadArabic(rest, out length);
        return count > 0 && length == rest.Length;
    }
}
