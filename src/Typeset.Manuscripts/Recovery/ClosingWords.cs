namespace Typeset.Manuscripts.Recovery;

/// <summary>What a text closes with: the formulas of letters and speeches, and the printer’s （完）.</summary>
internal static class ClosingWords
{
    public static bool Is(string text) => text.Length <= 12 && Bare(text) is "此致" or "敬礼" or "此致敬礼" or "谢谢" or "谢谢大家" or "顺颂" or "祝好";

    /// <summary>Nothing of an article comes after it.</summary>
    public static bool IsEndMark(string text) => text.Length <= 8 && Bare(text) is "完" or "全文完" or "未完待续";

    private static string Bare(string text) => Glyph.Squeeze(text).Trim('（', '）', '(', ')', '【', '】', '。', '！', '!', '，');
}
