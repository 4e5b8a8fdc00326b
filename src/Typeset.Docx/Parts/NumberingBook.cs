using System.Globalization;
using DocumentFormat.OpenXml;
using Typeset.Documents;

namespace Typeset.Docx.Parts;

/// <summary>The lists of a document: one definition for each pattern of marks, and a list that counts anew for each that the author numbered.</summary>
internal sealed class NumberingBook
{
    private const int Levels = 9;

    private readonly List<string> _patterns = [];
    private readonly List<List> _lists = [];
    private readonly Dictionary<string, int> _bullets = new(StringComparer.Ordinal);

    private readonly record struct List(int Pattern, int Level, int Start);

    /// <summary>The number of a list whose items at a level count from a number, or that has bullets.</summary>
    /// <param name="marker">The first item's printed mark.</param>
    /// <param name="number">The number in it; null for a bullet.</param>
    /// <param name="level">From 0; levels past the ninth share the last.</param>
    public int ListFor(string marker, int? number, int level)
    {
        if (number is not { } start)
        {
            if (!_bullets.TryGetValue(marker, out var bullet)) _bullets[marker] = bullet = Add(new List(PatternOf(marker), 0, 0));
            return bullet;
        }

        var figures = start.ToString(CultureInfo.InvariantCulture);
        return Add(new List(PatternOf(marker.Replace(figures, "%n", StringComparison.Ordinal)), Math.Min(level, Levels - 1), start));
    }

    public static int LevelOf(int depth) => Math.Min(depth, Levels - 1);

    /// <summary>The definitions.</summary>
    /// <param name="bulletFamily">The face of bullets, which the layout sets as Han marks and other programs would take for Latin ones; null where there is none.</param>
    public W.Numbering Make(string? bulletFamily)
    {
        var numbering = new W.Numbering();
        for (var i = 0; i < _patterns.Count; i++) numbering.Append(Definition(i, _patterns[i], bulletFamily));
        for (var i = 0; i < _lists.Count; i++) numbering.Append(Instance(i + 1, _lists[i]));
        return numbering;
    }

    private int PatternOf(string pattern)
    {
        var index = _patterns.IndexOf(pattern);
        if (index >= 0) return index;
        _patterns.Add(pattern);
        return _patterns.Count - 1;
    }

    private int Add(List list)
    {
        _lists.Add(list);
        return _lists.Count;
    }

    private static W.AbstractNum Definition(int id, string pattern, string? bulletFamily)
    {
        var definition = new W.AbstractNum(new W.Nsid { Val = Nsid(id) }, new W.MultiLevelType { Val = W.MultiLevelValues.HybridMultilevel }) { AbstractNumberId = id };
        var counts = pattern.Contains("%n", StringComparison.Ordinal);
        for (var level = 0; level < Levels; level++)
        {
            var text = pattern.Replace("%n", "%" + (level + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            var one = new W.Level(
                new W.StartNumberingValue { Val = 1 },
                new W.NumberingFormat { Val = counts ? W.NumberFormatValues.Decimal : W.NumberFormatValues.Bullet },
                new W.LevelSuffix { Val = W.LevelSuffixValues.Space },
                new W.LevelText { Val = text },
                new W.LevelJustification { Val = W.LevelJustificationValues.Left })
            { LevelIndex = level };
            if (!counts && bulletFamily is not null) one.Append(new W.NumberingSymbolRunProperties(new W.RunFonts { Hint = W.FontTypeHintValues.EastAsia, Ascii = bulletFamily, HighAnsi = bulletFamily, EastAsia = bulletFamily }));
            definition.Append(one);
        }

        return definition;
    }

    /// <summary>By this Word tells list definitions apart that are pasted together (ECMA-376 part 1, §17.9.14).</summary>
    private static HexBinaryValue Nsid(int id) => HexBinaryValue.FromString((0x54590000 + id).ToString("X8", CultureInfo.InvariantCulture));

    private static W.NumberingInstance Instance(int id, List list)
    {
        var instance = new W.NumberingInstance(new W.AbstractNumId { Val = list.Pattern }) { NumberID = id };
        if (list.Start > 0 || list.Level > 0) instance.Append(new W.LevelOverride(new W.StartOverrideNumberingValue { Val = list.Start }) { LevelIndex = list.Level });
        return instance;
    }
}

/// <summary>Reads the numbers of list marks.</summary>
internal static class ListMarks
{
    /// <summary>The number in an ordered item's mark; null where it has none.</summary>
    public static int? NumberOf(ListBlock list, ListItem item)
    {
        if (!list.Ordered) return null;
        var figures = string.Concat(item.Marker.SkipWhile(static c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit));
        return int.TryParse(figures, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
