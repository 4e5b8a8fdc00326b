using System.Collections.Immutable;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>
/// What parts the paragraphs of a file: its blank lines, indents and spaces at line ends, as weights for a join. Learnt from the places that
/// need no weighing: full lines without a mark go on; sentences that end well short of the measure (or at all, where lines are not wrapped) end.
/// </summary>
internal sealed class Habits
{
    /// <summary>A sentence that ends this far (em) short of the measure ends its paragraph.</summary>
    private const double SurelyShort = 4;

    /// <summary>Indents differ when they differ by more than this, in em.</summary>
    private const double IndentStep = 0.75;

    private const int Gaps = 5, Indents = 3, Widths = 3;

    /// <summary>Held until the file says otherwise: most writers indent paragraphs or part them by blank lines; lines of one paragraph follow each other.</summary>
    private static readonly (double Join, double End)[] GapPrior = [(0.75, 0.45), (0.12, 0.35), (0.04, 0.1), (0.03, 0.08), (0.05, 0.05)];
    private static readonly (double Join, double End)[] IndentPrior = [(0.93, 0.5), (0.03, 0.45), (0.04, 0.05)];
    private static readonly (double Join, double End)[] SpacePrior = [(0.8, 0.7), (0.2, 0.3)];

    private static readonly (double Join, double End)[] WidthPrior = [(0.8, 0.65), (0.08, 0.15), (0.12, 0.2)];

    private readonly int[] _gapWeights = new int[Gaps], _indentWeights = new int[Indents], _spaceWeights = new int[2], _widthWeights = new int[Widths];
    private readonly double _baseIndent;
    private readonly Dictionary<string, int> _starts = [];
    private readonly Dictionary<string, int> _labels = [];

    private Habits(double baseIndent) => _baseIndent = baseIndent;

    /// <summary>First lines of paragraphs stand indented in the file; then no first line is short because an indent was lost.</summary>
    public bool KeepsIndents { get; private set; }

    /// <summary>The usual number of blank lines between paragraphs.</summary>
    public int UsualGap { get; private set; }

    /// <summary>The usual indent of first lines.</summary>
    public double UsualIndent { get; private set; }

    public static Habits Of(ImmutableArray<Line> lines)
    {
        var habits = new Habits(BaseIndentOf(lines));
        habits.Learn(lines);
        return habits;
    }

    /// <summary>Whether two lines surely belong to one paragraph.</summary>
    public static bool SurelyGoesOn(Line line, Line next)
    {
        if (line.IsBlock || next.IsBlock || line.Hints.IsWhole) return false;
        if (Glyph.NeverStarts(next.First)) return true;
        if (Marker.Of(next.Text).StartsParagraph || Glyph.IsMark(line.Last)) return line.Measure == 0 && line.Last is '，' or '、' && line.Width > 20;
        return line.Measure > 0 ? Math.Abs(line.Extent - line.Measure) <= 0.75 : Glyph.IsUnfinished(line.Last) && line.Width > 20;
    }

    /// <summary>Whether a paragraph surely ends with the line.</summary>
    public static bool SurelyEnds(Line line) => line.EndsSentence && (line.Measure == 0 ? line.Text.Length > 1 : line.Extent < line.Measure - SurelyShort);

    public int GapWeight(Line next) => _gapWeights[GapOf(next)];

    public int IndentWeight(Line next) => _indentWeights[IndentOf(next)];

    /// <summary>A space beside a Western word parts it from its neighbour, and tells nothing.</summary>
    public int SpaceWeight(Line line, Line next) => line.IsPlain && !IsWordSpace(line, next) ? _spaceWeights[line.TrailingSpace ? 1 : 0] : 0;

    private static bool IsWordSpace(Line line, Line next) => line.TrailingSpace && (char.IsAsciiLetter(line.Last) || char.IsAsciiLetterOrDigit(next.First));

    /// <summary>What the next line’s width tells: a first line that has lost its indent ends two characters before the others.</summary>
    public int WidthWeight(Line next) => next.Measure > 0 ? _widthWeights[WidthOf(next)] : 0;

    /// <summary>How many paragraphs surely begin with the line’s first words.</summary>
    public int StartsLike(Line line) => line.Text.Length >= 3 ? _starts.GetValueOrDefault(line.Text[..3]) : 0;

    /// <summary>How many lines begin with the same speaker’s label.</summary>
    public int SpeaksLike(string text) => Marker.Of(text) is { Kind: MarkerKind.Speaker, Length: var length } ? _labels.GetValueOrDefault(text[..length]) : 0;

    public bool IsIndented(Line line) => IndentOf(line) == 1;

    public ImmutableArray<Reason> Reasons(double measure) =>
    [
        (measure > 0 ? Recovery.Reasons.Wrapped : Recovery.Reasons.Unwrapped),
        .. _gapWeights.Select(static w => Recovery.Reasons.Gap.Weighing(w)), .. _indentWeights.Select(static w => Recovery.Reasons.Indent.Weighing(w)), .. _spaceWeights.Select(static w => Recovery.Reasons.TrailingSpace.Weighing(w)),
    ];

    private static int GapOf(Line next) => next.PageBreak ? 4 : Math.Min(next.Gap, 3);

    private static int WidthOf(Line next) => (next.Measure - next.Extent) switch { <= 1.1 => 0, <= 2.9 => 1, _ => 2 };

    private int IndentOf(Line next) => next.Indent > _baseIndent + IndentStep ? 1 : next.Indent < _baseIndent - IndentStep ? 2 : 0;

    /// <summary>The indent of lines that go on, as most of them have it: a margin, if the file keeps one.</summary>
    private static double BaseIndentOf(ImmutableArray<Line> lines)
    {
        var counts = new SortedDictionary<double, int>();
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            if (SurelyGoesOn(lines[i], lines[i + 1])) counts[lines[i + 1].Indent] = counts.GetValueOrDefault(lines[i + 1].Indent) + 1;
        }

        return counts.Count == 0 ? 0 : counts.MaxBy(static c => c.Value).Key;
    }

    private void Learn(ImmutableArray<Line> lines)
    {
        int[] joinGaps = new int[Gaps], endGaps = new int[Gaps], joinIndents = new int[Indents], endIndents = new int[Indents], joinSpaces = new int[2], endSpaces = new int[2], joinWidths = new int[Widths], endWidths = new int[Widths];
        var indents = new SortedDictionary<double, int>();
        foreach (var line in lines)
        {
            if (Marker.Of(line.Text) is { Kind: MarkerKind.Speaker, Length: var length }) _labels[line.Text[..length]] = _labels.GetValueOrDefault(line.Text[..length]) + 1;
        }

        for (var i = 0; i + 1 < lines.Length; i++)
        {
            var (line, next) = (lines[i], lines[i + 1]);
            if (line.IsBlock || next.IsBlock) continue;
            var ends = SurelyEnds(line);
            if (!ends && !SurelyGoesOn(line, next)) continue;
            (ends ? endGaps : joinGaps)[GapOf(next)]++;
            (ends ? endIndents : joinIndents)[IndentOf(next)]++;
            if (!IsWordSpace(line, next)) (ends ? endSpaces : joinSpaces)[line.TrailingSpace ? 1 : 0]++;
            if (next.Measure > 0) (ends ? endWidths : joinWidths)[WidthOf(next)]++;
            if (!ends) continue;
            indents[next.Indent] = indents.GetValueOrDefault(next.Indent) + 1;
            if (next.Text.Length >= 3) _starts[next.Text[..3]] = _starts.GetValueOrDefault(next.Text[..3]) + 1;
        }

        Weigh(_gapWeights, joinGaps, endGaps, GapPrior);
        Weigh(_indentWeights, joinIndents, endIndents, IndentPrior);
        Weigh(_spaceWeights, joinSpaces, endSpaces, SpacePrior);
        Weigh(_widthWeights, joinWidths, endWidths, WidthPrior);
        UsualGap = Array.IndexOf(endGaps, endGaps.Max());
        UsualIndent = indents.Count == 0 ? 0 : indents.MaxBy(static c => c.Value).Key;
        KeepsIndents = endIndents[1] * 2 > endIndents.Sum();
    }

    private static void Weigh(int[] weights, int[] joins, int[] ends, (double, double)[] prior)
    {
        for (var i = 0; i < weights.Length; i++) weights[i] = Bayes.Weight(joins[i], joins.Sum(), ends[i], ends.Sum(), prior[i]);
    }
}
