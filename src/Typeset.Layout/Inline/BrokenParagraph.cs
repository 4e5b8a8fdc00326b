using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Layout.Inline;

/// <summary>What is special about a line.</summary>
[Flags]
internal enum LineTraits : byte
{
    None = 0,

    /// <summary>Its last mark hangs past the measure.</summary>
    Hung = 1,

    /// <summary>The paragraph, or the part before a hard break, ends here: not justified.</summary>
    Ends = 2,

    /// <summary>No legal break was to be had: parted inside a word, or against a prohibition.</summary>
    Forced = 4,
}

/// <summary>One line: <c>[Start, End)</c> of the paragraph's text in UTF-16 units, its natural width without trailing spaces and hung mark (raw units).</summary>
internal readonly record struct LineRecord(int Start, int End, long Width, LineTraits Traits)
{
    public bool Is(LineTraits trait) => (Traits & trait) != 0;
}

/// <summary>A paragraph that is broken into lines; glyphs are made again when its lines are composed.</summary>
internal sealed class BrokenParagraph
{
    private readonly LineRecord[] _lines;
    private readonly NotePlace[] _notes;

    /// <summary>A note mark on a line; in the order of the text.</summary>
    internal readonly record struct NotePlace(int Line, int FootnoteIndex);

    public BrokenParagraph(RichText text, TextStyle style, LineFrame frame, LineRules rules, ParagraphExtras extras, LineRecord[] lines)
    {
        (Text, Style, Frame, Rules, Extras, _lines) = (text, style, frame, rules, extras, lines);
        _notes = FindNotes();
    }

    public RichText Text { get; }
    public TextStyle Style { get; }
    public LineFrame Frame { get; }
    public LineRules Rules { get; }
    public ParagraphExtras Extras { get; }

    /// <summary>At least 1: a paragraph without text is one empty line.</summary>
    public int LineCount => _lines.Length;

    public LineRecord LineOf(int line) => _lines[line];

    /// <summary>The manuscript's text on a line; spaces that vanish at its end are left out.</summary>
    public string TextOf(int line) => Text.Text[_lines[line].Start.._lines[line].End].TrimEnd(' ', '\t', '\u3000', RichText.LineBreak, '\n');

    /// <summary>Natural width of a line, without trailing spaces and hung mark.</summary>
    public Length WidthOf(int line) => new(_lines[line].Width);

    /// <summary>From the measure's left edge to where a line's first character stands.</summary>
    public Length StartOf(int line) => Frame.Start(line) + Style.Alignment switch
    {
        Alignment.Center => (Frame.Available(line) - WidthOf(line)) / 2,
        Alignment.End => Frame.Available(line) - WidthOf(line),
        _ => Length.Zero,
    };

    /// <summary>Footnote indices of the marks on a line, in order.</summary>
    public ReadOnlySpan<int> NotesOf(int line)
    {
        if (_notes.Length == 0) return [];
        var found = new List<int>();
        foreach (var note in _notes)
        {
            if (note.Line == line) found.Add(note.FootnoteIndex);
        }

        return found.ToArray();
    }

    /// <summary>The paragraph as the twin needs it.</summary>
    public TextMap Map(Length before = default, bool beginsPage = false) => new(Text.Text, Array.ConvertAll(_lines, static line => line.End), before, beginsPage);

    /// <summary>孤字: the last line holds one character and perhaps marks.</summary>
    public bool EndsWithRunt => LineCount > 1 && Runt.IsRunt(TextOf(LineCount - 1));

    private NotePlace[] FindNotes()
    {
        if (!Text.Text.Contains(RichText.NoteMark)) return [];
        var notes = new List<NotePlace>();
        var line = 0;
        foreach (var run in Text.Runs)
        {
            if (run.FootnoteIndex < 0) continue;
            while (line + 1 < _lines.Length && run.Start >= _lines[line].End) line++;
            notes.Add(new NotePlace(line, run.FootnoteIndex));
        }

        return [.. notes];
    }
}
