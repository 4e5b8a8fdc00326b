using System.Collections.Immutable;

namespace Typeset.Manuscripts.Recovery;

/// <summary>Finds the entries of a contents list again in the body: each on one line, or run over a few.</summary>
internal sealed class TitleMatcher
{
    /// <summary>A printed title has at most so many lines.</summary>
    private const int MostLines = 6;

    /// <summary>Entries and lines that share this many pairs of characters (Dice) are one title with a slip in it.</summary>
    private const double Alike = 0.8;

    /// <summary>So many entries at most are looked for with slips in them.</summary>
    private const int MostAlike = 50;

    private readonly ImmutableArray<Line> _lines;
    private readonly Dictionary<string, int> _entries = [];
    private readonly HashSet<string> _heads = [];
    private readonly ImmutableArray<ContentsEntry> _all;
    private readonly Dictionary<Line, int> _found = [];
    private readonly bool[] _matched;
    private readonly Journal _journal;

    private TitleMatcher(ImmutableArray<Line> lines, ImmutableArray<ContentsEntry> entries, Journal journal)
    {
        (_lines, _all, _matched, _journal) = (lines, entries, new bool[entries.Length], journal);
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].Key.Length == 0 || !_entries.TryAdd(entries[i].Key, i)) continue;
            _heads.Add(Head(entries[i].Key));
        }
    }

    /// <summary>The lines that are titles of entries, with the entry’s number.</summary>
    public static Dictionary<Line, int> Match(ImmutableArray<Line> lines, ImmutableArray<ContentsEntry> entries, Journal journal)
    {
        var matcher = new TitleMatcher(lines, entries, journal);
        if (entries.IsEmpty) return matcher._found;
        for (var i = 0; i < lines.Length; i++) i += Math.Max(0, matcher.MatchAt(i) - 1);
        matcher.MatchWithoutAuthors();
        matcher.MatchAlike();
        return matcher._found;
    }

    private static string Head(string key) => key[..Math.Min(2, key.Length)];

    /// <summary>How many lines from a place make up a title.</summary>
    private int MatchAt(int index)
    {
        var key = "";
        for (var i = index; i < _lines.Length && i - index < MostLines && !_lines[i].IsBlock && _lines[i].Width <= 140; i++)
        {
            _journal.Looks++;
            key += ContentsList.KeyOf(_lines[i].Text);
            if (key.Length >= 2 && !_heads.Contains(Head(key))) return 0;
            if (!_entries.TryGetValue(key, out var entry) || _matched[entry]) continue;
            Take(entry, index, i + 1);
            return i + 1 - index;
        }

        return 0;
    }

    private void Take(int entry, int from, int to)
    {
        _matched[entry] = true;
        for (var i = from; i < to; i++) _found[_lines[i]] = entry;
    }

    /// <summary>Entries that end in an author’s name: 水边的日子……张三 12.</summary>
    private void MatchWithoutAuthors()
    {
        var wanted = new Dictionary<string, int>();
        for (var entry = 0; entry < _all.Length; entry++)
        {
            if (_matched[entry] || LetterSpacing.Words(_all[entry].Title) is not { Count: > 1 } words || !Names.IsPersons(words[^1])) continue;
            if (ContentsList.KeyOf(string.Concat(words.Take(words.Count - 1))) is { Length: > 1 } key) wanted.TryAdd(key, entry);
        }

        for (var i = 0; i < _lines.Length && wanted.Count > 0; i++)
        {
            _journal.Looks++;
            if (_lines[i].Width <= 140 && !_found.ContainsKey(_lines[i]) && wanted.Remove(ContentsList.KeyOf(_lines[i].Text), out var entry)) Take(entry, i, i + 1);
        }
    }

    private void MatchAlike()
    {
        var open = Enumerable.Range(0, _all.Length).Where(i => !_matched[i] && _all[i].Key.Length >= 8).Take(MostAlike).Select(i => (Entry: i, Pairs: PairsOf(_all[i].Key))).ToArray();
        if (open.Length == 0) return;
        for (var i = 0; i < _lines.Length; i++)
        {
            if (_lines[i].IsBlock || _lines[i].EndsSentence || _lines[i].Width is < 8 or > 140 || _found.ContainsKey(_lines[i])) continue;
            var pairs = PairsOf(ContentsList.KeyOf(_lines[i].Text));
            foreach (var (entry, wanted) in open)
            {
                _journal.Looks++;
                if (_matched[entry] || Math.Abs(wanted.Count - pairs.Count) > wanted.Count / 4 + 1) continue;
                if (2.0 * pairs.Count(wanted.Contains) / (pairs.Count + wanted.Count) >= Alike) Take(entry, i, i + 1);
            }
        }
    }

    private static HashSet<int> PairsOf(string key)
    {
        var pairs = new HashSet<int>();
        for (var i = 1; i < key.Length; i++) pairs.Add((key[i - 1] << 16) | key[i]);
        return pairs;
    }
}
