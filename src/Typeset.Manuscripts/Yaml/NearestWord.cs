namespace Typeset.Manuscripts.Yaml;

/// <summary>Finds the word an author most likely meant: by edit distance, or by its Chinese name.</summary>
internal static class NearestWord
{
    /// <summary>Words longer than this are not compared; no key is.</summary>
    private const int LengthLimit = 40;

    /// <summary>The nearest of some words, or null where none is near: at most a third of its letters may be wrong.</summary>
    public static string? To(string word, IReadOnlyList<string> words)
    {
        if (FromChinese(word) is { } translated && words.Contains(translated)) return translated;
        if (word.Length > LengthLimit) return null;
        var written = word.ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
        string? best = null;
        var least = int.MaxValue;
        foreach (var candidate in words)
        {
            var distance = Distance(written, candidate);
            if (distance < least) (best, least) = (candidate, distance);
        }

        return best is not null && least <= Math.Max(1, best.Length / 3) ? best : null;
    }

    /// <summary>Insertions, deletions, changes and swaps of neighbours that turn one word into the other.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(change, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[a.Length, b.Length];
    }

    private static string? FromChinese(string word) => word switch
    {
        "标题" or "书名" or "题目" => "title",
        "副题" or "副标题" => "subtitle",
        "作者" or "署名" => "byline",
        "日期" or "时间" => "date",
        "来源" or "出处" => "source",
        "按语" or "编者按" => "note",
        "短标题" or "简题" => "short-title",
        "期号" or "期数" or "刊期" => "issue",
        "丛书" or "系列" => "series",
        "编者" or "主办" or "单位" or "编印" => "issuer",
        "样式" or "版式" => "style",
        "语言" => "language",
        "封面" => "cover",
        "目录" => "contents",
        "文章" or "篇目" => "articles",
        "编" or "部分" or "栏目" => "parts",
        "版权页" or "版权" => "colophon",
        "字体" => "font",
        "字号" => "size",
        "行距" => "line-pitch",
        "首行缩进" => "first-line-indent",
        "正文" => "body",
        "页面" => "page",
        "行数" => "lines",
        "字数" => "characters",
        "称谓" => "salutation",
        "落款" => "signature",
        "成文日期" => "dateline",
        "居中" => "center",
        "附件" => "attachment",
        "宽" or "宽度" => "width",
        _ => null,
    };
}
