using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>
/// Makes the text of a strand as it should be set: line ends and spaces that were never printed are taken out, marks of Western typewriters
/// between Han become full width. Each change is written down; markup and spans stay with their characters.
/// </summary>
internal sealed class TextCleaner(Journal journal)
{
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(" \t\u00A0\u3000\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\u00AD,;:?!()\".\uFFFC");

    /// <summary>A letter-spaced or enumerated line has at least so many words, of which most are no longer than a name.</summary>
    private const int FewestNames = 3, LongestName = 4;

    /// <summary>Brackets are paired over at most so many characters.</summary>
    private const int LongestBracket = 80;

    /// <summary>A character, the run it is of, and its place in the run’s text.</summary>
    private readonly record struct Cell(char Char, int Run, int Offset);

    private readonly List<Cell> _cells = [];
    private readonly List<InlineRun> _runs = [];
    private SourceSpan _place;

    public RichText Clean(Strand strand)
    {
        if (strand.Lines.Count == 1 && strand.First.Hints.Number is null && strand.Text.AsSpan().IndexOfAny(Suspicious) < 0) return strand.Kept(strand.First);
        _place = strand.Span;
        Gather(strand);
        CloseSpaces(strand);
        WidenMarks();
        return Build();
    }

    /// <summary>A title’s part or a field: words only.</summary>
    public string Clean(string text, SourceSpan place)
    {
        if (text.AsSpan().IndexOfAny(Suspicious) < 0) return text;
        _place = place;
        _cells.Clear();
        _runs.Clear();
        _runs.Add(new InlineRun(0, text.Length, InlineFormat.None, place, false));
        for (var i = 0; i < text.Length; i++)
        {
            if (!Glyph.IsZeroWidth(text[i])) _cells.Add(new Cell(text[i], 0, i));
        }

        WidenMarks();
        return string.Concat(_cells.Select(static c => c.Char));
    }

    private void Gather(Strand strand)
    {
        _cells.Clear();
        _runs.Clear();
        AddPlain(strand.First.Hints.Number ?? "", strand.First.Span);
        var text = new StringBuilder();
        foreach (var line in strand.Lines)
        {
            var words = strand.Kept(line);
            if (text.Length > 0 && words.Text.Length > 0 && Strand.NeedsSpace(text, words.Text)) AddPlain(" ", line.Span);
            foreach (var run in words.Runs) AddRun(words.Text, run);
            text.Append(words.Text);
        }
    }

    private void AddPlain(string text, SourceSpan span)
    {
        if (text.Length > 0) AddRun(text, new InlineRun(0, text.Length, InlineFormat.None, span, false));
    }

    private void AddRun(string text, InlineRun run)
    {
        _runs.Add(run);
        for (var i = run.Start; i < run.End; i++)
        {
            if (!Glyph.IsZeroWidth(text[i]) && (text[i] != RichText.NoteMark || run.FootnoteIndex >= 0)) _cells.Add(new Cell(text[i], _runs.Count - 1, i - run.Start));
        }
    }

    private void CloseSpaces(Strand strand)
    {
        var keepsWords = IsListOfNames(strand.Text);
        var isHeading = strand.Role is >= LineRole.Heading1 and <= LineRole.Heading6;
        var afterMarker = strand.Marker.Kind is MarkerKind.Clause or MarkerKind.Chapter or MarkerKind.Section or MarkerKind.Part ? strand.Marker.Length : -1;
        var kept = 0;
        for (var at = 0; at < _cells.Count; at++)
        {
            if (!Glyph.IsSpace(_cells[at].Char))
            {
                _cells[kept++] = _cells[at];
                continue;
            }

            var next = at;
            while (next < _cells.Count && Glyph.IsSpace(_cells[next].Char)) next++;
            if (kept > 0 && next < _cells.Count)
            {
                var isWordSpace = (keepsWords || (isHeading && IsPrintedGap(at, next))) && !IsLetterSpace(kept, next) || kept == afterMarker || (strand.Dateline.Length > 0 && kept == strand.Dateline.Length);
                var space = SpaceBetween(_cells[kept - 1].Char, _cells[next].Char, isWordSpace);
                if (space == '\0') NoteSpace(at, next);
                else _cells[kept++] = _cells[at] with { Char = space, Offset = space == _cells[at].Char ? _cells[at].Offset : -1 };
            }

            at = next - 1;
        }

        _cells.RemoveRange(kept, _cells.Count - kept);
    }

    /// <summary>A full space, or several: typed on purpose.</summary>
    private bool IsPrintedGap(int from, int to) => to - from > 1 || _cells[from].Char is '\u3000' or '\u00A0';

    private static char SpaceBetween(char before, char after, bool isWordSpace)
    {
        if (isWordSpace && !Glyph.NeverStarts(after)) return '\u3000';
        return IsWide(before) || IsWide(after) || (char.IsAsciiDigit(before) && after == '%') ? '\0' : ' ';
    }

    private static bool IsWide(char c) => Glyph.IsWide(c) || c is RichText.NoteMark or RichText.LineBreak;

    /// <summary>A space between two single characters is letter-spacing.</summary>
    private bool IsLetterSpace(int kept, int next) =>
        (kept < 2 || _cells[kept - 2].Char is '\u3000' or ' ') && (next + 1 >= _cells.Count || Glyph.IsSpace(_cells[next + 1].Char));

    /// <summary>张三　李四　王五: short words parted by spaces, no sentence.</summary>
    private static bool IsListOfNames(string text)
    {
        if (text.Length > 400 || text.AsSpan().IndexOfAny('。', '，', '；') >= 0) return false;
        var (words, names) = (0, 0);
        foreach (var word in LetterSpacing.Words(text))
        {
            words++;
            if (word.Length <= LongestName) names++;
        }

        return words >= FewestNames && names * 10 >= words * 7;
    }

    private void NoteSpace(int from, int to)
    {
        if (from >= to) return;
        var (start, end) = (Math.Max(0, from - 4), Math.Min(_cells.Count, to + 4));
        var before = Window(start, end);
        journal.Repairs.Add(new Repair(RepairKind.SpaceRemoved, PlaceOf(_cells[from]), before, Glyph.Squeeze(before)));
    }

    private void WidenMarks()
    {
        if (!_cells.Exists(static c => c.Char is '“' or '”')) WidenPairs('"', '"', '“', '”');
        WidenPairs('(', ')', '（', '）');
        for (var i = 0; i < _cells.Count; i++)
        {
            var wide = _cells[i].Char switch { ',' => '，', ';' => '；', ':' => '：', '?' => '？', '!' => '！', '.' => '。', _ => '\0' };
            if (wide == '\0' || i == 0 || !Glyph.IsWide(_cells[i - 1].Char) || (i + 1 < _cells.Count && !Glyph.IsWide(_cells[i + 1].Char) && _cells[i + 1].Char != '\u3000')) continue;
            Replace(i, wide);
        }
    }

    /// <summary>Both marks of a pair that holds Han, or none of them.</summary>
    private void WidenPairs(char open, char close, char wideOpen, char wideClose)
    {
        var start = -1;
        for (var i = 0; i < _cells.Count; i++)
        {
            if (start < 0 ? _cells[i].Char != open : _cells[i].Char != close)
            {
                if (start >= 0 && i - start > LongestBracket) start = -1;
                continue;
            }

            if (start < 0)
            {
                start = i;
                continue;
            }

            if (HoldsHan(start, i))
            {
                Replace(start, wideOpen);
                Replace(i, wideClose);
            }

            start = -1;
        }
    }

    private bool HoldsHan(int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (Glyph.IsHan(_cells[i].Char)) return true;
        }

        return false;
    }

    private void Replace(int index, char mark)
    {
        var before = _cells[index];
        _cells[index] = before with { Char = mark, Offset = -1 };
        var (start, end) = (Math.Max(0, index - 4), Math.Min(_cells.Count, index + 5));
        var after = Window(start, end);
        journal.Repairs.Add(new Repair(RepairKind.Punctuation, PlaceOf(before), string.Concat(after.AsSpan(0, index - start), [before.Char], after.AsSpan(index - start + 1)), after));
    }

    private string Window(int start, int end) => string.Create(end - start, (_cells, start), static (text, window) =>
    {
        for (var i = 0; i < text.Length; i++) text[i] = window._cells[window.start + i].Char;
    });

    private SourceSpan PlaceOf(Cell cell)
    {
        var run = _runs[cell.Run];
        return run.Span.IsNone ? _place : cell.Offset >= 0 ? run.SpanAt(run.Start + cell.Offset) : run.Span;
    }

    private RichText Build()
    {
        var text = new StringBuilder(_cells.Count);
        var runs = ImmutableArray.CreateBuilder<InlineRun>();
        for (var start = 0; start < _cells.Count;)
        {
            var end = start + 1;
            while (end < _cells.Count && Follows(_cells[end - 1], _cells[end])) end++;
            for (var i = start; i < end; i++) text.Append(_cells[i].Char);
            runs.Add(RunOf(start, end));
            start = end;
        }

        return new RichText(text.ToString(), runs.ToImmutable());
    }

    private static bool Follows(Cell cell, Cell next) => next.Run == cell.Run && (next.Offset == cell.Offset + 1 && cell.Offset >= 0 || next.Offset < 0 && cell.Offset < 0);

    private InlineRun RunOf(int start, int end)
    {
        var (cell, run) = (_cells[start], _runs[_cells[start].Run]);
        if (cell.Offset < 0 || !run.Verbatim || run.Span.IsNone) return run with { Start = start, End = end, Verbatim = false };
        var from = run.Span.Start + cell.Offset;
        return run with { Start = start, End = end, Span = run.Span.Source!.Span(from, from + end - start) };
    }
}
