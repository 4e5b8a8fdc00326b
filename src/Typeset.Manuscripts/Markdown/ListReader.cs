using System.Collections.Immutable;
using System.Globalization;
using Markdig.Syntax;
using Typeset.Documents;
using MarkdownList = Markdig.Syntax.ListBlock;
using SourceSpan = Typeset.Core.SourceSpan;

namespace Typeset.Manuscripts.Markdown;

/// <summary>Reads lists; the author's numbers are kept, but a list numbered 1. 1. 1. counts on.</summary>
internal static class ListReader
{
    private const string OuterBullet = "•";
    private const string InnerBullet = "–";

    public static Documents.ListBlock Read(MarkdownList list, SourceSpan span, Manuscript manuscript, BlockReader blocks)
    {
        var items = ImmutableArray.CreateBuilder<ListItem>();
        var countsOn = CountsOn(list);
        foreach (var child in list)
        {
            if (child is not ListItemBlock item) continue;
            items.Add(new ListItem(Marker(list, item, items.Count, countsOn), blocks.Read(item), manuscript.SpanOf(item.Span)));
        }

        return new Documents.ListBlock(list.IsOrdered, First(list), items.ToImmutable(), span);
    }

    private static string Marker(MarkdownList list, ListItemBlock item, int index, bool countsOn)
    {
        if (!list.IsOrdered) return IsNested(list) ? InnerBullet : OuterBullet;
        var number = countsOn ? First(list) + index : item.Order;
        return number.ToString(CultureInfo.InvariantCulture) + list.OrderedDelimiter;
    }

    private static int First(MarkdownList list) => list is { IsOrdered: true, Count: > 0 } && list[0] is ListItemBlock item ? item.Order : 1;

    /// <summary>All numbers alike: the author leaves counting to us.</summary>
    private static bool CountsOn(MarkdownList list)
    {
        foreach (var child in list)
        {
            if (child is ListItemBlock item && item.Order != First(list)) return false;
        }

        return true;
    }

    private static bool IsNested(MarkdownList list)
    {
        for (var parent = list.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is MarkdownList { IsOrdered: false }) return true;
        }

        return false;
    }
}
