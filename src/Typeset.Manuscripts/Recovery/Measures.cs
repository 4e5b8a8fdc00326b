using System.Collections.Immutable;

namespace Typeset.Manuscripts.Recovery;

/// <summary>
/// Finds whether lines were wrapped, and at how many characters: wrapped lines crowd at one width that hardly any line passes, and most
/// of them end at no mark at all. Measured for a whole file; where that says nothing, for stretches of it (a file may hold texts of several makings).
/// </summary>
internal static class Measures
{
    /// <summary>Narrowest and widest measure that prose is wrapped at, in em.</summary>
    private const double Narrowest = 10, Widest = 66;

    /// <summary>Lines within this of the measure count as full: quotes, figures and hanging marks vary a line’s width (PRINTED: 27 to 29.5 at 28).</summary>
    public const double Slack = 1.6;

    /// <summary>Least share of the lines that are full in wrapped text: paragraphs of two lines have half, and headings stand between.</summary>
    private const double LeastFull = 0.3;

    /// <summary>Most lines that may be wider than the measure: a table, an address.</summary>
    private const double MostWider = 0.04;

    /// <summary>Most full lines that may end at a mark. Marks are a seventh of the characters of Chinese prose; verse ends at one in every line.</summary>
    private const double MostMarks = 0.55;

    /// <summary>Fewest full lines that a measure is believed for.</summary>
    private const int FewestFull = 4;

    /// <summary>Lines measured as one where the whole file has no measure.</summary>
    private const int Stretch = 40;

    /// <summary>Sets <see cref="Line.Measure"/> and <see cref="Line.Extent"/> of every line of one file.</summary>
    public static void Apply(ImmutableArray<Line> lines)
    {
        if (TryMeasure(lines.AsSpan(), out var whole)) Set(lines.AsSpan(), whole);
        else SetStretches(lines);
        SetNarrower(lines.AsSpan());
    }

    private static void SetStretches(ImmutableArray<Line> lines)
    {
        for (var start = 0; start < lines.Length; start += Stretch)
        {
            var length = Math.Min(Stretch, lines.Length - start);
            if (TryMeasure(lines.AsSpan(start, length), out var found)) Set(lines.AsSpan(start, length), found);
        }
    }

    /// <summary>Stretches in which no line is full have a narrower measure of their own, perhaps.</summary>
    private static void SetNarrower(ReadOnlySpan<Line> lines)
    {
        for (var start = 0; start < lines.Length; start++)
        {
            var end = start;
            while (end < lines.Length && lines[end].Measure > 0 && lines[end].Extent < lines[end].Measure - 2 * Slack) end++;
            if (end - start >= Stretch / 4 && TryMeasure(lines[start..end], out var found)) Set(lines[start..end], found);
            start = end;
        }
    }

    /// <summary>A measure in em, and the metric that gives it.</summary>
    private readonly record struct Found(double Measure, Func<Line, double> Extent, double Sharpness);

    private static bool TryMeasure(ReadOnlySpan<Line> lines, out Found best)
    {
        best = default;
        foreach (var metric in (ReadOnlySpan<Func<Line, double>>)[static l => l.Indent + l.Width, static l => l.Indent + Widths.Columns(l.Text), static l => Characters(l)])
        {
            if (Of(lines, metric) is { } found && found.Sharpness > best.Sharpness + 0.02) best = found;
        }

        return best.Sharpness > 0;
    }

    /// <summary>Wrapping by counting characters, as simple programs do.</summary>
    private static double Characters(Line line) => line.Indent + line.Text.Length;

    private static Found? Of(ReadOnlySpan<Line> lines, Func<Line, double> extent)
    {
        const int Steps = 2;
        Span<int> histogram = stackalloc int[((int)Widest + 8) * Steps];
        var wider = 0;
        var count = 0;
        foreach (var line in lines)
        {
            if (line.IsBlock || line.Hints.IsWhole) continue;
            count++;
            var step = (int)(extent(line) * Steps);
            if (step < histogram.Length) histogram[step]++;
            else wider++;
        }

        var mode = Mode(histogram, wider, count);
        return mode > 0 ? Judge(lines, extent, mode / (double)Steps, count) : null;
    }

    /// <summary>The widest step at which lines crowd, with few lines beyond it; 0 where there is none.</summary>
    private static int Mode(ReadOnlySpan<int> histogram, int wider, int count)
    {
        var (beyond, best, bestCount) = (wider, 0, 0);
        for (var step = histogram.Length - 1; step >= (int)(Narrowest * 2); step--)
        {
            if (beyond > count * MostWider + 1) break;
            var near = histogram[step] + (step > 0 ? histogram[step - 1] : 0);
            if (near > bestCount) (best, bestCount) = (step, near);
            beyond += histogram[Math.Min(step + 3, histogram.Length - 1)] is var passed && step + 3 < histogram.Length ? passed : 0;
        }

        return best;
    }

    private static Found? Judge(ReadOnlySpan<Line> lines, Func<Line, double> extent, double measure, int count)
    {
        var (full, sharp, marks, wider) = (0, 0, 0, 0);
        foreach (var line in lines)
        {
            if (line.IsBlock || line.Hints.IsWhole) continue;
            var width = extent(line);
            if (width > measure + 3) wider++;
            if (Math.Abs(width - measure) <= 0.75) sharp++;
            if (Math.Abs(width - measure) > Slack) continue;
            full++;
            if (line.Text.Length > 0 && Glyph.IsMark(line.Last)) marks++;
        }

        var wrapped = full >= FewestFull && full >= count * LeastFull && wider <= count * MostWider + 1 && marks <= full * MostMarks;
        return wrapped ? new Found(measure, extent, sharp / (double)count + 0.001) : null;
    }

    private static void Set(ReadOnlySpan<Line> lines, Found found)
    {
        foreach (var line in lines)
        {
            if (line.IsBlock) continue;
            line.Extent = found.Extent(line);
            line.Measure = line.Extent > found.Measure + 3 ? 0 : found.Measure;
        }
    }
}
