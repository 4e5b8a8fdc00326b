using System.Runtime.InteropServices;
using System.Text;
using DocumentFormat.OpenXml;
using Typeset.Documents;
using Typeset.Docx.Faces;
using Typeset.Docx.Pins;

namespace Typeset.Docx.Runs;

/// <summary>A paragraph's text to be written.</summary>
/// <param name="Rich">What the author wrote.</param>
/// <param name="Look">How it is set.</param>
/// <param name="Map">How the layout broke it, a list's or note's mark before it; null where that is not known.</param>
/// <param name="Room">The room of its lines.</param>
internal sealed record TextJob(RichText Rich, ParagraphLook Look, TextMap? Map, PinRoom Room)
{
    /// <summary>The lines' ends are written out: titles are broken by sense.</summary>
    public bool BreaksBySense { get; init; }

    /// <summary>The id of a note by its index in the article.</summary>
    public Func<int, int> NoteId { get; init; } = static index => index;

    /// <summary>Twips that lines may be longer by, into what is blank beside them.</summary>
    public int Reserve { get; init; }
}

/// <summary>Writes the text of paragraphs as runs, their lines pinned. Used again and again; not for several threads.</summary>
internal sealed class ParagraphWriter(FaceBook faces, bool pins, DocxStatistics statistics, DocxLinks links)
{
    private readonly CharacterReader _reader = new(faces);
    private readonly RunPropertiesMaker _properties = new(faces);
    private readonly List<TwinCharacter> _characters = [];
    private readonly StringBuilder _text = new();
    private int[] _ends = [];
    private LinePin[] _pins = [];

    /// <summary>What the last text took of its reserve, in twips.</summary>
    public int Overhang { get; private set; }

    /// <summary>Appends the runs of a text to a paragraph.</summary>
    public void Append(OpenXmlElement paragraph, TextJob job)
    {
        Overhang = 0;
        if (job.Rich.IsEmpty) return;
        var text = job.Map is { } map && map.Text.EndsWith(job.Rich.Text, StringComparison.Ordinal) ? map.Text : job.Rich.Text;
        var prefix = text.Length - job.Rich.Text.Length;
        _reader.Read(text, prefix, job.Rich, job.Look, _characters);
        var lines = PinLines(job, text);
        var target = paragraph;
        var (line, run) = (0, -1);
        for (var i = 0; i < _characters.Count;)
        {
            while (line + 1 < lines && i >= _ends[line]) line++;
            if (_characters[i].Run < 0)
            {
                i++;
                continue;
            }

            if (_characters[i].Run != run)
            {
                run = _characters[i].Run;
                target = links.Begin(paragraph, job.Rich.Runs[run].LinkTarget);
            }

            i = AppendRun(target, job, i, line, lines);
        }
    }

    private int PinLines(TextJob job, string text)
    {
        if (job.Map is not { LineEnds.Length: > 0 } map || map.Text.Length != text.Length) return Unpinned(job);
        var ends = map.LineEnds.Span;
        if (_ends.Length < ends.Length) (_ends, _pins) = (new int[ends.Length * 2], new LinePin[ends.Length * 2]);
        for (int line = 0, at = 0; line < ends.Length; line++)
        {
            while (at < _characters.Count && _characters[at].Start < ends[line]) at++;
            _ends[line] = at;
        }

        statistics.Lines += ends.Length;
        if (!pins && !job.BreaksBySense) return Unpinned(job);
        var lines = _ends.AsSpan(0, ends.Length);
        if (job.BreaksBySense) BreakBySense(lines, job.Room.Spacing);
        else Pin(lines, job);
        Count(job, _pins.AsSpan(0, ends.Length));
        MarkBehindBreaks(lines);
        MarkHeads(lines);
        return ends.Length;
    }

    private void Pin(ReadOnlySpan<int> ends, TextJob job)
    {
        var (size, room) = (Twips.HalfPoints(job.Look.Style.Size) * 10_000, job.Room);
        var pinner = new LinePinner(_characters, size);
        pinner.Pin(ends, room, _pins.AsSpan(0, ends.Length));
        if (pinner.Overhang == 0 || pinner.Overhang > job.Reserve) return;
        Overhang = pinner.Overhang;
        new LinePinner(_characters, size).Pin(ends, room with { FirstLine = room.FirstLine + Overhang, OtherLines = room.OtherLines + Overhang }, _pins.AsSpan(0, ends.Length));
    }

    private void BreakBySense(ReadOnlySpan<int> ends, int spacing)
    {
        for (var line = 0; line < ends.Length; line++)
        {
            var hard = ends[line] == 0 || ends[line] == _characters.Count || _characters[ends[line] - 1].Role == CharacterRole.HardBreak;
            _pins[line] = new LinePin(spacing, !hard);
        }
    }

    /// <summary>An ambiguous mark behind a line break stands as one at a paragraph's head does.</summary>
    private void MarkBehindBreaks(ReadOnlySpan<int> ends)
    {
        var characters = CollectionsMarshal.AsSpan(_characters);
        for (var line = 0; line + 1 < ends.Length; line++)
        {
            if (_pins[line].Breaks && characters[ends[line]].Is(CharacterTraits.WantsHint)) characters[ends[line]].Traits |= CharacterTraits.BehindLatin;
        }
    }

    /// <summary>
    /// LibreOffice breaks before Western text by the rules of its language, by which none follows a closing mark. It then takes back the text before,
    /// made a twip too wide to fit, and hangs the mark, where rounding may lose it. One character in Chinese leaves the break legal and the mark where it is.
    /// </summary>
    private void MarkHeads(ReadOnlySpan<int> ends)
    {
        var characters = CollectionsMarshal.AsSpan(_characters);
        for (var line = 0; line + 1 < ends.Length; line++)
        {
            if (_pins[line].Breaks || ends[line] == 0) continue;
            ref readonly var before = ref characters[ends[line] - 1];
            ref var after = ref characters[ends[line]];
            if (before.Role == CharacterRole.Han && before.Is(CharacterTraits.Closes) && after.Role == CharacterRole.Latin) after.Traits |= CharacterTraits.HeadsLine;
        }
    }

    private int Unpinned(TextJob job)
    {
        if (_ends.Length == 0) (_ends, _pins) = (new int[8], new LinePin[8]);
        (_ends[0], _pins[0]) = (_characters.Count, new LinePin(job.Room.Spacing, false));
        return 1;
    }

    private void Count(TextJob job, ReadOnlySpan<LinePin> pinned)
    {
        foreach (var pin in pinned)
        {
            if (pin.Spacing != job.Room.Spacing) statistics.PinnedLines++;
            if (pin.Breaks && job.BreaksBySense) statistics.TitleBreaks++;
            else if (pin.Breaks) statistics.ForcedBreaks++;
        }
    }

    /// <summary>Appends the run that begins at a character and gives the character behind it.</summary>
    private int AppendRun(OpenXmlElement target, TextJob job, int from, int line, int lines)
    {
        var first = _characters[from];
        var inline = job.Rich.Runs[first.Run];
        if (first.Role == CharacterRole.Note) return AppendNote(target, job, from, inline.FootnoteIndex, _pins[line].Spacing);
        if (first.Role == CharacterRole.HardBreak)
        {
            target.AppendChild(new W.Run(new W.Break()));
            return from + 1;
        }

        var settings = RunSettings.Of(first, _pins[line].Spacing);
        var at = from + 1;
        var breaks = false;
        for (; at < _characters.Count; at++)
        {
            if (at == _ends[line] && line + 1 < lines)
            {
                if (breaks = _pins[line].Breaks) break;
                line++;
            }

            var character = _characters[at];
            if (character.Run != first.Run || character.Role is CharacterRole.Note or CharacterRole.HardBreak) break;
            if (settings.With(character, _pins[line].Spacing) is not { } joined) break;
            settings = joined;
        }

        if (at == _characters.Count) breaks = false;
        target.AppendChild(TextRun(job, settings, inline.Format, from, at));
        if (breaks) target.AppendChild(new W.Run(new W.RunProperties(new W.RunStyle { Val = CharacterStyles.LayoutBreak }), new W.Break()));
        return at;
    }

    private W.Run TextRun(TextJob job, in RunSettings settings, InlineFormat format, int from, int to)
    {
        var run = new W.Run();
        if (_properties.Make(settings, format, job.Look, job.Room.Spacing) is { } properties) run.AppendChild(properties);
        _text.Clear();
        for (var i = from; i < to; i++)
        {
            var character = _characters[i];
            var at = character.Start - (job.Map is { } map && map.Text.Length > job.Rich.Text.Length ? map.Text.Length - job.Rich.Text.Length : 0);
            if (job.Rich.Text[at] == '\t')
            {
                AppendText(run);
                run.AppendChild(new W.TabChar());
                continue;
            }

            _text.Append(job.Rich.Text, at, character.Length);
        }

        AppendText(run);
        return run;
    }

    private void AppendText(W.Run run)
    {
        if (_text.Length == 0) return;
        run.AppendChild(new W.Text(links.Clean(_text.ToString())) { Space = SpaceProcessingModeValues.Preserve });
        _text.Clear();
    }

    private int AppendNote(OpenXmlElement target, TextJob job, int at, int note, int spacing)
    {
        var properties = new W.RunProperties(new W.RunStyle { Val = CharacterStyles.NoteReference });
        if (spacing != job.Room.Spacing) properties.Append(new W.Spacing { Val = spacing });
        target.AppendChild(new W.Run(properties, new W.FootnoteReference { Id = job.NoteId(note) }));
        return at + 1;
    }
}
