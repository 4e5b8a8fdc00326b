namespace Typeset.Manuscripts.Styles;

/// <summary>The Chinese type sizes (字号) in points, as word processors have them.</summary>
internal static class TypeSizes
{
    /// <summary>Points of a named size, or null where the name is none.</summary>
    public static decimal? PointsOf(string name) => name switch
    {
        "初号" => 42m,
        "小初" => 36m,
        "一号" => 26m,
        "小一" => 24m,
        "二号" => 22m,
        "小二" => 18m,
        "三号" => 16m,
        "小三" => 15m,
        "四号" => 14m,
        "小四" => 12m,
        "五号" => 10.5m,
        "小五" => 9m,
        "六号" => 7.5m,
        "小六" => 6.5m,
        "七号" => 5.5m,
        "八号" => 5m,
        _ => name.EndsWith('号') && name.StartsWith('小') ? PointsOf(name[..^1]) : null,
    };
}
