namespace Typeset.Comparison;

/// <summary>
/// Finds which lines of two texts are the same: equal ones at both ends, then those that are in each text once (in the longest order
/// that both share), then the same between those ("patience diff").
/// </summary>
internal sealed class LineMatching
{
    private readonly string[] _left, _right;
    private readonly int[] _partners;

    private LineMatching(string[] left, string[] right)
    {
        (_left, _right) = (left, right);
        _partners = new int[left.Length];
        Array.Fill(_partners, -1);
    }

    /// <summary>For each line of <paramref name="left"/> its line of <paramref name="right"/>, ascending; −1 for none.</summary>
    public static int[] Match(string[] left, string[] right)
    {
        var matching = new LineMatching(left, right);
        var open = new Stack<(Range Left, Range Right)>([(.., ..)]);
        while (open.TryPop(out var part)) matching.Match(part.Left, part.Right, open);
        return matching._partners;
    }

    private void Match(Range left, Range right, Stack<(Range, Range)> open)
    {
        var (start, end) = (left.Start.Value, left.End.GetOffset(_left.Length));
        var (otherStart, otherEnd) = (right.Start.Value, right.End.GetOffset(_right.Length));
        while (start < end && otherStart < otherEnd && _left[start] == _right[otherStart]) _partners[start++] = otherStart++;
        while (start < end && otherStart < otherEnd && _left[end - 1] == _right[otherEnd - 1]) _partners[--end] = --otherEnd;
        if (start == end || otherStart == otherEnd) return;
        var anchors = Anchors(start..end, otherStart..otherEnd);
        if (anchors.Count == 0) return;
        foreach (var (line, other) in anchors)
        {
            open.Push((start..line, otherStart..other));
            _partners[line] = other;
            (start, otherStart) = (line + 1, other + 1);
        }

        open.Push((start..end, otherStart..otherEnd));
    }

    private List<(int Line, int Other)> Anchors(Range left, Range right)
    {
        var others = Unique(_right, right);
        return LongestAscending([.. Unique(_left, left)
            .Where(pair => others.ContainsKey(pair.Key))
            .Select(pair => (Line: pair.Value, Other: others[pair.Key]))
            .OrderBy(static pair => pair.Line)]);
    }

    private static Dictionary<string, int> Unique(string[] lines, Range range)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var twice = new HashSet<string>(StringComparer.Ordinal);
        for (var i = range.Start.Value; i < range.End.Value; i++)
        {
            if (!places.TryAdd(lines[i], i)) twice.Add(lines[i]);
        }

        foreach (var line in twice) places.Remove(line);
        return places;
    }

    private static List<(int Line, int Other)> LongestAscending(List<(int Line, int Other)> pairs)
    {
        var tails = new List<int>(); // the pair with the least Other that ends an ascending row of each length
        var before = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var length = tails.BinarySearch(i, Comparer<int>.Create((a, b) => pairs[a].Other.CompareTo(pairs[b].Other)));
            if (length < 0) length = ~length;
            before[i] = length > 0 ? tails[length - 1] : -1;
            if (length == tails.Count) tails.Add(i);
            else tails[length] = i;
        }

        var row = new List<(int, int)>();
        for (var i = tails.Count > 0 ? tails[^1] : -1; i >= 0; i = before[i]) row.Add(pairs[i]);
        row.Reverse();
        return row;
    }
}
