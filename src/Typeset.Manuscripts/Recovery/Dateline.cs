namespace Typeset.Manuscripts.Recovery;

/// <summary>A newspaper’s dateline at the head of a paragraph: 新华社北京2月23日电, 本报讯, 中新社上海3月1日电（记者 张三）.</summary>
internal static class Dateline
{
    /// <summary>A dateline is at most so long: agency, place, date.</summary>
    private const int Longest = 24;

    /// <summary>Its length in characters, 0 where the text begins with none.</summary>
    public static int Length(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, Longest));
        foreach (var word in (ReadOnlySpan<string>)["本报讯", "本刊讯", "本网讯"])
        {
            if (head.StartsWith(word)) return word.Length;
        }

        var wire = head.IndexOf('电');
        if (wire < 5 || head[..wire].IndexOfAny('，', '。', '、') >= 0) return 0;
        var before = Glyph.Squeeze(head[..wire]);
        return before.EndsWith('日') && before.Contains('月') && (before.Contains('社') || before.StartsWith("本报", StringComparison.Ordinal)) ? wire + 1 : 0;
    }
}
