using System.Collections.Immutable;
using System.Text;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>Finds what was printed on every page of the original and is no part of its text: page numbers that count up, and lines that come again beside them.</summary>
internal static class PageFurniture
{
    /// <summary>Fewest page numbers that make a row; dressed ones (— 1 —, 第1页) tell more than bare figures.</summary>
    private const int FewestBare = 3, FewestDressed = 2;

    /// <summary>Fewest lines of text between two page numbers.</summary>
    private const int FewestLines = 3;

    /// <summary>Running heads are no wider, in em, and come at least so often.</summary>
    private const double WidestHead = 32;
    private const int FewestHeads = 3;

    /// <summary>Share of a head’s appearances that must stand at a page’s edge.</summary>
    private const double LeastAtEdge = 0.6;

    private readonly record struct FolioLine(int Index, int Value, bool Dressed);

    /// <summary>The lines without furniture; what follows it begins a page.</summary>
    public static ImmutableArray<Line> Remove(ImmutableArray<Line> lines, Journal journal)
    {
        var roles = new LineRole?[lines.Length];
        foreach (var folio in Row(Folios(lines))) roles[folio.Index] = LineRole.Folio;
        MarkHeads(lines, roles);
        WebFurniture.Mark(lines, roles);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Forced is { } forced) roles[i] = forced is LineRole.Folio or LineRole.RunningHead ? forced : null;
        }

        return Without(lines, roles, journal);
    }

    private static ImmutableArray<Line> Without(ImmutableArray<Line> lines, LineRole?[] roles, Journal journal)
    {
        if (!roles.Any(static r => r is not null)) return lines;
        var kept = ImmutableArray.CreateBuilder<Line>(lines.Length);
        var newPage = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (roles[i] is { } role)
            {
                journal.Drop(lines[i], role, role switch { LineRole.Folio => Reasons.IsFolio, LineRole.Drop => Reasons.IsOfWebPage, _ => Reasons.IsRunningHead });
                newPage |= role != LineRole.Drop;
                continue;
            }

            lines[i].PageBreak |= newPage;
            newPage = false;
            kept.Add(lines[i]);
        }

        return kept.ToImmutable();
    }

    private static List<FolioLine> Folios(ImmutableArray<Line> lines)
    {
        var folios = new List<FolioLine>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].IsBlock && lines[i].Text.Length <= 16 && Read(lines[i].Text, out var dressed) is > 0 and var value) folios.Add(new FolioLine(i, value, dressed));
        }

        return folios;
    }

    /// <summary>A page number: — 12 —, -12-, ·12·, 12, 第12页, 第 12 页 共 30 页, 12/30, Page 12; 0 for anything else.</summary>
    private static int Read(string text, out bool dressed)
    {
        var whole = Glyph.Squeeze(text);
        var words = whole.AsSpan().Trim("—–-－─·.~〜_|[]【】<>《》〈〉");
        dressed = words.Length < whole.Length || words.StartsWith("第") || words.StartsWith("Page", StringComparison.OrdinalIgnoreCase);
        if (words.StartsWith("第")) words = words[1..];
        else if (words.StartsWith("Page", StringComparison.OrdinalIgnoreCase)) words = words[4..];
        var value = HanNumeral.ReadArabic(words, out var length);
        if (length is 0 or > 4) return 0;
        var rest = words[length..];
        dressed |= rest.StartsWith("页");
        rest = rest.TrimStart("页，,/／共of");
        if (rest.IsEmpty) return value;
        HanNumeral.ReadArabic(rest, out length);
        dressed = true;
        return length > 0 && rest[length..] is "" or "页" ? value : 0;
    }

    /// <summary>The page numbers that count up by one, or nearly, with lines of text between them.</summary>
    private static IEnumerable<FolioLine> Row(List<FolioLine> folios)
    {
        var row = new List<FolioLine>();
        foreach (var folio in folios)
        {
            if (row.Count > 0 && folio.Index - row[^1].Index <= FewestLines) continue;
            if (row.Count == 0 || (folio.Value > row[^1].Value && folio.Value - row[^1].Value <= 3)) row.Add(folio);
            else if (row.Count < FewestDressed) row = [folio];
        }

        return row.Count >= FewestBare || (row.Count >= FewestDressed && row.All(static f => f.Dressed)) ? row : [];
    }

    private static void MarkHeads(ImmutableArray<Line> lines, LineRole?[] roles)
    {
        var places = new Dictionary<string, List<int>>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (roles[i] is not null || lines[i].IsBlock || lines[i].Width > WidestHead || KeyOf(lines[i].Text) is not { Length: > 1 } key) continue;
            if (!places.TryGetValue(key, out var list)) places[key] = list = [];
            list.Add(i);
        }

        foreach (var list in places.Values)
        {
            if (list.Count < FewestHeads || (list.Count(i => AtEdge(lines, roles, i)) < list.Count * LeastAtEdge && !CarriesFolios(lines, list))) continue;
            foreach (var i in list) roles[i] = LineRole.RunningHead;
        }
    }

    /// <summary>The head carries the page number, which counts up, and stands in the midst of sentences now and then, as no heading does.</summary>
    private static bool CarriesFolios(ImmutableArray<Line> lines, List<int> list)
    {
        var (last, amidst) = (0, 0);
        foreach (var i in list)
        {
            var value = NumberAtEdge(lines[i].Text);
            if (value <= last) return false;
            last = value;
            if (i > 0 && !lines[i - 1].EndsSentence && lines[i - 1].Width > WidestHead / 2) amidst++;
        }

        return amidst * 4 >= list.Count;
    }

    /// <summary>A number at the head or the end of a line, parted from the words by white space; 0 where there is none.</summary>
    private static int NumberAtEdge(string text)
    {
        var words = text.Split([' ', '\u3000', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 2 ? 0 : Math.Max(Read(words[0], out _), Read(words[^1], out _));
    }

    /// <summary>The words without figures and marks; null for what cannot be a running head.</summary>
    private static string? KeyOf(string text)
    {
        if (Glyph.EndsSentence(text) || Glyph.IsPause(text[^1]) || Marker.Of(text).IsNumber) return null;
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) && !Glyph.IsSpace(c) && !Glyph.IsMark(c)) key.Append(c);
        }

        return key.ToString();
    }

    private static bool AtEdge(ImmutableArray<Line> lines, LineRole?[] roles, int index) =>
        lines[index].PageBreak || (index + 1 < lines.Length && lines[index + 1].PageBreak)
        || (index > 0 && roles[index - 1] == LineRole.Folio) || (index + 1 < lines.Length && roles[index + 1] == LineRole.Folio);
}
