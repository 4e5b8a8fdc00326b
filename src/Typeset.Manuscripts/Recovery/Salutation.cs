namespace Typeset.Manuscripts.Recovery;

/// <summary>The line that addresses the listeners or receivers: 同志们：, 尊敬的各位代表：, 各市、县人民政府：.</summary>
internal static class Salutation
{
    /// <summary>A form of address without a list is no longer.</summary>
    private const int Longest = 14;

    /// <summary>A mere name is addressed in a letter.</summary>
    private const int ShortestName = 4;

    /// <summary>A colon after these announces something.</summary>
    private static readonly string[] Announcing = ["如下", "以下", "下列", "指出", "强调", "表示", "认为", "要求", "说", "道", "问", "是", "即", "为", "有", "例如", "比如", "时间", "地点", "来源", "作者", "附件", "摘要", "关键词", "编者按"];

    /// <summary>What those who are addressed in a list end in.</summary>
    private const string Receivers = "府部委局办厅处室会院校站司社队团位构门区县市省镇乡街道们生士友员长表客者属厂企志师仁学眷爱";

    public static bool Is(Strand strand)
    {
        if (strand.Block is not null || strand.Text.Length < 2 || strand.Text[^1] is not ('：' or ':')) return false;
        var words = Glyph.Squeeze(strand.Text).AsSpan()[..^1];
        if (words.IndexOfAny('。', '；', '：') >= 0 || strand.Marker.CanHead) return false;
        foreach (var word in Announcing)
        {
            if (words.EndsWith(word)) return false;
        }

        if (words.Length <= Longest && words.IndexOf('，') < 0) return words.Length <= ShortestName || Receivers.Contains(words[^1]);
        foreach (var part in words.SplitAny('，', '、', '！'))
        {
            if (part.End.Value > part.Start.Value && !Receivers.Contains(words[part][^1])) return false;
        }

        return words.IndexOfAny('，', '、') > 0 || words.StartsWith("各") || words.StartsWith("尊敬的");
    }
}
