using System.Collections.Immutable;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>
/// What a web page says of itself round the text that was copied from it: the way to the page above it, neighbours and buttons below it.
/// Only whole lines at a file's very ends that begin with such a word and end there, or go on behind a colon or an arrow.
/// </summary>
internal static class WebFurniture
{
    /// <summary>Such lines are no wider, in em.</summary>
    private const double Widest = 60;

    private static readonly string[] Above = ["当前位置", "您的位置", "您当前的位置", "您现在的位置", "所在位置", "首页"];
    private static readonly string[] Below =
    [
        "上一篇", "下一篇", "上一条", "下一条", "分享到", "分享至", "返回顶部", "返回列表", "返回首页", "打印本页", "打印", "关闭窗口", "关闭本页", "关闭", "相关链接", "相关阅读", "扫一扫", "版权所有",
    ];

    /// <summary>Marks the furniture with <see cref="LineRole.Drop"/>.</summary>
    public static void Mark(ImmutableArray<Line> lines, LineRole?[] roles)
    {
        var first = 0;
        for (; first < lines.Length && (roles[first] is not null || Is(lines[first], Above)); first++) roles[first] ??= LineRole.Drop;
        for (var last = lines.Length - 1; last > first && (roles[last] is not null || Is(lines[last], Below)); last--) roles[last] ??= LineRole.Drop;
    }

    private static bool Is(Line line, string[] words)
    {
        if (line.IsBlock || line.Width > Widest) return false;
        var text = Glyph.Squeeze(line.Text).TrimStart('【', '[');
        return words.Any(word => text.StartsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || text[word.Length] is '：' or ':' or '>' or '›' or '»' or '】' or ']' or '【'));
    }
}
