using System.Text;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Typeset.Manuscripts.Docx;

/// <summary>The number that a paragraph's automatic numbering prints.</summary>
/// <param name="Text">As printed, without the space behind it: <c>一、</c>, <c>（二）</c>, <c>•</c>.</param>
/// <param name="Value">The count.</param>
/// <param name="IsBullet">No number but a mark.</param>
/// <param name="Level">From 0.</param>
/// <param name="List">Which list it belongs to.</param>
internal readonly record struct DocxNumber(string Text, int Value, bool IsBullet, int Level, int List);

/// <summary>Counts the numbered paragraphs of a document (ECMA-376 part 1, §17.9).</summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, W.AbstractNum> _abstract = [];
    private readonly Dictionary<int, W.NumberingInstance> _instances = [];
    private readonly Dictionary<int, int?[]> _counts = [];
    private readonly HashSet<(int Instance, int Level)> _restarted = [];

    public DocxNumbering(NumberingDefinitionsPart? part)
    {
        foreach (var definition in part?.Numbering?.Elements<W.AbstractNum>() ?? [])
        {
            if (definition.AbstractNumberId.Known() is { } id) _abstract.TryAdd(id, definition);
        }

        foreach (var instance in part?.Numbering?.Elements<W.NumberingInstance>() ?? [])
        {
            if (instance.NumberID.Known() is { } id) _instances.TryAdd(id, instance);
        }
    }

    /// <summary>Counts one paragraph on; null where its numbering is none.</summary>
    public DocxNumber? Next(int instanceId, int level)
    {
        level = Math.Clamp(level, 0, Levels - 1);
        if (!_instances.TryGetValue(instanceId, out var instance) || instance.AbstractNumId?.Val.Known() is not { } listId || !_abstract.TryGetValue(listId, out var list)) return null;
        if (LevelOf(instance, list, level) is not { } definition) return null;
        var counts = Count(instanceId, instance, list, level);
        var format = FormatOf(definition);
        var text = definition.LevelText?.Val?.Value ?? "";
        var isBullet = format == W.NumberFormatValues.Bullet;
        return new DocxNumber(isBullet ? "•" : Filled(text, counts, instance, list, definition).Trim(), counts[level] ?? 1, isBullet, level, listId);
    }

    private int?[] Count(int instanceId, W.NumberingInstance instance, W.AbstractNum list, int level)
    {
        var listId = instance.AbstractNumId!.Val!.Value;
        if (!_counts.TryGetValue(listId, out var counts)) _counts[listId] = counts = new int?[Levels];
        var isRestart = _restarted.Add((instanceId, level)) && OverrideOf(instance, level)?.StartOverrideNumberingValue?.Val.Known() is { };
        counts[level] = counts[level] is { } count && !isRestart ? count + 1 : StartOf(instance, list, level);
        Array.Clear(counts, level + 1, Levels - level - 1);
        return counts;
    }

    private static string Filled(string text, int?[] counts, W.NumberingInstance instance, W.AbstractNum list, W.Level level)
    {
        var filled = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%' || i + 1 >= text.Length || text[i + 1] is < '1' or > '9')
            {
                filled.Append(text[i]);
                continue;
            }

            var index = text[++i] - '1';
            var definition = LevelOf(instance, list, index);
            var format = DocxStyles.IsOn(level.IsLegalNumberingStyle) == true || definition is null ? W.NumberFormatValues.Decimal : FormatOf(definition);
            filled.Append(NumberFormats.Format(counts[index] ?? StartOf(instance, list, index), format));
        }

        return filled.ToString();
    }

    private static W.NumberFormatValues FormatOf(W.Level level) => level.NumberingFormat?.Val.Known() ?? W.NumberFormatValues.Decimal;

    private static int StartOf(W.NumberingInstance instance, W.AbstractNum list, int level) =>
        OverrideOf(instance, level)?.StartOverrideNumberingValue?.Val.Known() ?? LevelOf(instance, list, level)?.StartNumberingValue?.Val.Known() ?? 1;

    private static W.LevelOverride? OverrideOf(W.NumberingInstance instance, int level) =>
        instance.Elements<W.LevelOverride>().FirstOrDefault(item => item.LevelIndex.Known() == level);

    private static W.Level? LevelOf(W.NumberingInstance instance, W.AbstractNum list, int level) =>
        OverrideOf(instance, level)?.Level ?? list.Elements<W.Level>().FirstOrDefault(item => item.LevelIndex.Known() == level);
}
