using System.Globalization;
using System.Text;
using Typeset.Core;

namespace Typeset.Shaping;

/// <summary>The first places in the manuscript where something was met, in their order however they were found; safe from any thread.</summary>
internal sealed class Places(int most)
{
    /// <summary>Of a character that no face has, this many places are listed: enough to see whether it is one slip or a habit of the scanner.</summary>
    public const int MostListed = 12;

    private readonly SortedSet<SourceSpan> _spans = new(Comparer<SourceSpan>.Create(Compare));
    private bool _hasMore;

    /// <summary>The first place of all.</summary>
    public SourceSpan First
    {
        get { lock (_spans) return _spans.Min; }
    }

    public void Add(SourceSpan place)
    {
        lock (_spans)
        {
            if (!_spans.Add(place) || _spans.Count <= most) return;
            _spans.Remove(_spans.Max);
            _hasMore = true;
        }
    }

    /// <summary>Lines and columns, the file's name where it is not that of the place before: <c>5:3, 12:1, articles/02.md:7:8 …</c>.</summary>
    public override string ToString()
    {
        lock (_spans)
        {
            var text = new StringBuilder();
            var source = _spans.Min.Source;
            foreach (var span in _spans.Where(static span => span.Source is not null))
            {
                var (line, column) = span.Source!.PositionOf(span.Start);
                text.Append(text.Length == 0 ? "" : ", ").Append(span.Source == source ? "" : span.Source.Path + ":");
                text.Append(CultureInfo.InvariantCulture, $"{line}:{column}");
                source = span.Source;
            }

            if (text.Length == 0) return "—";
            return _hasMore ? text.Append(" …").ToString() : text.ToString();
        }
    }

    /// <summary>By file and offset; what is in no file comes last.</summary>
    private static int Compare(SourceSpan a, SourceSpan b)
    {
        if (a.Source is null || b.Source is null) return (a.Source is null).CompareTo(b.Source is null);
        var order = string.CompareOrdinal(a.Source.Path, b.Source.Path);
        return order != 0 ? order : a.Start.CompareTo(b.Start);
    }
}
