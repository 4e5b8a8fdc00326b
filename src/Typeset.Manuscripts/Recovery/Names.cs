namespace Typeset.Manuscripts.Recovery;

/// <summary>Whether words look like persons or like bodies; by their shape, not by lists of them.</summary>
internal static class Names
{
    /// <summary>What the names of bodies end in.</summary>
    private const string BodyEndings = "社报网局部委院处室会厅办所司署台刊校馆站团队组厂店府署行";
    private static readonly string[] LongBodyEndings = ["中心", "杂志", "公司", "大学", "政府", "基地", "支部", "月刊", "周刊", "学报", "频道", "客户端", "公众号"];

    /// <summary>A name of a person has two to four Han characters (with a dot, up to ten).</summary>
    private const int LongestName = 4;

    public static bool IsBody(string text) => text.Length >= 3 && (BodyEndings.Contains(text[^1]) || LongBodyEndings.Any(text.EndsWith)) && text.All(static c => Glyph.IsHan(c) || char.IsLetterOrDigit(c) || c is '·' or '（' or '）');

    /// <summary>A person, or several parted by spaces or enumeration commas; letter-spaced names of two characters among them.</summary>
    public static bool IsPersons(string text)
    {
        var closed = LetterSpacing.Close(text);
        var count = 0;
        foreach (var name in closed.Split([' ', '\u3000', '、', '，'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IsPerson(name)) return false;
            count++;
        }

        return count is > 0 and <= 6;
    }

    public static bool IsReporter(string text)
    {
        foreach (var word in (ReadOnlySpan<string>)["本报记者", "本刊记者", "本台记者", "本报通讯员", "本刊编辑部", "本报评论员", "特约记者", "新华社记者", "记者 ", "通讯员 ", "文 ", "◎", "□", "■", "○", "●"])
        {
            if (text.StartsWith(word, StringComparison.Ordinal)) return Glyph.Squeeze(text).Length <= 24;
        }

        return false;
    }

    private static bool IsPerson(string name)
    {
        if (name.Contains('·')) return name.Length <= 12 && name.All(static c => Glyph.IsHan(c) || c == '·');
        return name.Length is >= 2 and <= LongestName && name.All(Glyph.IsHan);
    }
}
