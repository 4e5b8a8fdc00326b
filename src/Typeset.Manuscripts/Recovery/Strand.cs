using System.Text;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Sources;

namespace Typeset.Manuscripts.Recovery;

/// <summary>Lines joined to one paragraph, title line or heading, and the part that it plays.</summary>
internal sealed class Strand
{
    /// <summary>Wider lines, in em, are not looked at as credits.</summary>
    private const double WidestCredit = 50;

    private string? _text;
    private double? _width;
    private Marker? _marker;
    private bool _creditIsRead;
    private Credit? _credit;

    public required List<Line> Lines { get; init; }

    /// <summary>Characters of a line that are kept; lines that are not here are kept whole.</summary>
    public Dictionary<Line, int> Cuts { get; } = [];

    public LineRole Role { get; set; } = LineRole.Body;

    /// <summary>The role is settled: by a correction, by the file itself, or by a rule that needs no weighing.</summary>
    public bool IsSettled { get; set; }

    /// <summary>A newspaper’s dateline at its head.</summary>
    public string Dateline { get; set; } = "";
    public Line First => Lines[0];
    public Line Last => Lines[^1];
    public Block? Block => First.Block;
    public SourceSpan Span => First.Span.To(Last.Span);
    public Marker Marker => _marker ??= Marker.Of(Text);
    public double Width => _width ??= Widths.Columns(Text);
    public bool EndsSentence => Glyph.EndsSentence(Text);

    /// <summary>The words as they stand, number of automatic numbering in front, line ends taken out.</summary>
    public string Text => _text ??= Join();

    /// <summary>Whether it could be a title, once that was found out.</summary>
    public bool? IsTitleLike { get; set; }

    /// <summary>The fields it holds, if it is a line of credits.</summary>
    public Credit? Credit
    {
        get
        {
            if (!_creditIsRead) (_credit, _creditIsRead) = (Block is null && Width <= WidestCredit ? CreditReader.Read(Text) : null, true);
            return _credit;
        }
    }

    /// <summary>The words of a line that are kept.</summary>
    public RichText Kept(Line line) => Cuts.TryGetValue(line, out var length) ? RichParts.Slice(line.Rich, 0, length) : line.Rich;

    public void Forget() => (_text, _width, _marker, _creditIsRead, IsTitleLike) = (null, null, null, false, null);

    private string Join()
    {
        var number = First.Hints.Number ?? "";
        if (Lines.Count == 1 && Cuts.Count == 0) return number + First.Text;
        var text = new StringBuilder(number);
        foreach (var line in Lines)
        {
            var words = Kept(line).Text;
            if (text.Length > 0 && words.Length > 0 && NeedsSpace(text, words)) text.Append(' ');
            text.Append(words);
        }

        return text.ToString();
    }

    /// <summary>Whether two lines want a space between them; a hyphenated Western word does not.</summary>
    public static bool NeedsSpace(StringBuilder before, string after) =>
        before[^1] != '-' && LineJoin.NeedsSpace((before.Length > 1 ? before[^2] : ' ', before[^1]), (after[0], after.Length > 1 ? after[1] : ' '));

    public override string ToString() => $"{Role} {Text}";
}
