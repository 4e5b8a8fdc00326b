using System.Collections.Immutable;

namespace Typeset.Manuscripts.Recovery;

/// <summary>The signs for and against a join of two neighbouring lines. Weights are decibans: 10 is ten to one, by the judgement of one who reads proofs; habits and cohesion are counted.</summary>
internal sealed class JoinSigns(ImmutableArray<Line> lines, Cohesion cohesion, Habits habits)
{
    /// <summary>A line may fall short of the measure by this much, in em, and be full: half a mark, a quotation mark.</summary>
    private const double Room = 0.9;

    /// <summary>The indent of two characters that a first line has lost.</summary>
    private const double LostIndent = 2.2;

    /// <summary>Wider than this, in em, a line that stands by itself is no title line.</summary>
    private const double WidestPhrase = 40;

    /// <summary>A title in parts may be this wide.</summary>
    private const double WidestTitle = 140;

    /// <summary>Lines of verse are no wider.</summary>
    private const double WidestVerse = 16;

    /// <summary>A piece of a paragraph between two page breaks fills a page: at least so many characters (a page of a small book).</summary>
    private const int LeastPage = 450;

    /// <summary>A standfirst’s paragraph without a stop is wider than this, in em.</summary>
    private const double ShortestOpen = 30;

    /// <summary>A title has one comma, seldom two.</summary>
    private const int ClausesOfProse = 2;

    /// <summary>How far back an open bracket is looked for.</summary>
    private const int BracketReach = 300;

    private readonly Weighing _sum = new();

    /// <summary>Positive where lines[index] goes on what lines[index − 1] ends; <paramref name="strand"/> ends with that line.</summary>
    public Weighing Weigh(int index, Strand strand)
    {
        var (line, next) = (lines[index - 1], lines[index]);
        _sum.Clear();
        if (line.Measure > 0) WeighFullness(line, next, strand);
        else WeighPhrase(index, line, next);
        WeighEnd(line);
        WeighStart(line, next);
        if (CountsOn(Marker.Of(strand.First.Text), Marker.Of(next.Text))) _sum.Add(Reasons.CountsOn, -20);
        WeighHabits(line, next);
        if (!line.EndsSentence && !Glyph.IsPause(line.Last) && !Glyph.NeverStarts(next.First)) _sum.Add(Reasons.Cohesion, cohesion.WeightOf(line.Text, next.Text));
        if (HasOpenBracket(strand)) _sum.Add(Reasons.OpenBracket, 10);
        return _sum;
    }

    private void WeighFullness(Line line, Line next, Strand strand)
    {
        var room = line.Measure - line.Extent - Widths.OfFirstUnit(next.Text);
        var slack = Room + (strand.Lines.Count == 1 && !habits.KeepsIndents && line.Indent == 0 ? LostIndent : 0);
        if (room > slack) _sum.Add(Reasons.Short, -8 - (int)Math.Min(24, 4 * (room - slack)));
        else if (line.EndsSentence) _sum.Add(Reasons.FullAtStop, -1);
        else if (!Glyph.IsMark(line.Last)) _sum.Add(Reasons.Full, 16);
        else _sum.Add(Reasons.Full, 8);
        if (HeadingGoesOn(line, next)) _sum.Add(Reasons.HeadingGoesOn, 16);
        if (line.EndsSentence && room > slack) _sum.Add(Reasons.EndsSentence, -8);
    }

    /// <summary>The second line of a heading that was broken by hand: where indents are kept, a short line without one.</summary>
    private bool HeadingGoesOn(Line line, Line next) =>
        habits.KeepsIndents && habits.IsIndented(line) && !habits.IsIndented(next) && IsHeadingStart(line) && line.Extent > line.Measure / 2
        && !next.EndsSentence && next.Extent < next.Measure - LostIndent && !Marker.Of(next.Text).StartsParagraph && !Glyph.IsPause(next.Last);

    private static bool IsHeadingStart(Line line) => Marker.Of(line.Text).CanHead && !HasStop(line.Text) && !line.EndsSentence && !Glyph.IsPause(line.Last);

    private void WeighPhrase(int index, Line line, Line next)
    {
        if (line.EndsSentence) _sum.Add(Reasons.EndsSentence, -18);
        else if (IsVerse(index)) _sum.Add(Reasons.Verse, -34);
        else if (Glyph.IsPause(line.Last)) return;
        else if (IsPhrase(line)) _sum.Add(Reasons.ShortPhrase, line.Width < 8 ? -14 : -9);
        else _sum.Add(Reasons.MidSentence, HasStop(line.Text) || Marker.Of(line.Text).Kind == MarkerKind.Clause ? 15 : 4);
        if (IsHeadingStart(line) && line.Width <= WidestPhrase) _sum.Add(Reasons.Number, -14);
        if (!line.EndsSentence && IsMiddlePiece(index)) _sum.Add(Reasons.MiddlePiece, -24);
        if (!line.IsPlain && !next.IsPlain) _sum.Add(Reasons.OwnParagraph, -6);
    }

    private void WeighEnd(Line line)
    {
        if (line.Last is '，' or '、' or ',') _sum.Add(Reasons.EndsPause, 14);
        else if (line.Last is '；' or ';') _sum.Add(Reasons.EndsSemicolon, line.Measure > 0 ? 0 : -5);
        else if (line.Last is '：' or ':') _sum.Add(Reasons.EndsColon, line.Measure > 0 ? -6 : -14);
        else if (Glyph.IsUnfinished(line.Last) && line.Width > 8) _sum.Add(Reasons.Unfinished, 6);
        else if (Glyph.IsOpening(line.Last)) _sum.Add(Reasons.OpenBracket, 20);
    }

    private void WeighStart(Line line, Line next)
    {
        if (Glyph.NeverStarts(next.First)) _sum.Add(Reasons.NextContinues, 25);
        if (char.IsAsciiLetterLower(next.First) && (char.IsAsciiLetter(line.Last) || line.Last is '-' or ',')) _sum.Add(Reasons.Lowercase, 12);
        var marker = Marker.Of(next.Text);
        if (marker.Kind == MarkerKind.Dash && line.Measure == 0 && IsPhrase(line)) _sum.Add(Reasons.NextMarker, -8);
        if (marker.Kind == MarkerKind.Speaker) _sum.Add(Reasons.NextMarker, habits.SpeaksLike(next.Text) > 1 ? -9 : -2);
        else if (marker.Kind == MarkerKind.RunIn) _sum.Add(Reasons.NextMarker, line.EndsSentence ? -7 : -3);
        else if (marker.Kind is not (MarkerKind.None or MarkerKind.BareHan)) _sum.Add(Reasons.NextMarker, line.EndsSentence || Glyph.IsPause(line.Last) && line.Last is not ('，' or '、') ? -12 : -5);
        else if (Dateline.Length(next.Text) > 0) _sum.Add(Reasons.NextDateline, -20);
        else if (habits.StartsLike(next) > 1) _sum.Add(Reasons.NextStartsAlike, -5);
    }

    /// <summary>The next item of the list that this paragraph is one of.</summary>
    private static bool CountsOn(Marker marker, Marker next) =>
        marker.Kind == next.Kind && (next.Kind == MarkerKind.Bullet || (next.IsNumber && next.Ordinal == marker.Ordinal + 1));

    private void WeighHabits(Line line, Line next)
    {
        _sum.Add(Reasons.Gap, habits.GapWeight(next));
        _sum.Add(Reasons.Indent, habits.IndentWeight(next));
        _sum.Add(Reasons.TrailingSpace, habits.SpaceWeight(line, next));
        if (line.Measure > 0 && !habits.KeepsIndents) _sum.Add(Reasons.LostIndent, habits.WidthWeight(next));
    }

    /// <summary>One of at least three short lines in a row, most of which end at a mark: the writer broke them.</summary>
    private bool IsVerse(int index)
    {
        var (shorts, marks) = (0, 0);
        for (var i = Math.Max(0, index - 3); i < Math.Min(lines.Length, index + 3); i++)
        {
            if (lines[i].Width > WidestVerse || lines[i].IsBlock) continue;
            shorts++;
            if (Glyph.IsPause(lines[i].Last) || lines[i].EndsSentence) marks++;
        }

        return shorts >= 3 && marks * 2 >= shorts && lines[index - 1].Width <= WidestVerse && lines[index].Width <= WidestVerse;
    }

    /// <summary>A line without a stop in it, short or in parts like a printed title.</summary>
    private static bool IsPhrase(Line line) => !HasStop(line.Text) && Marker.Of(line.Text).Kind != MarkerKind.Clause && (line.Width <= WidestPhrase || (line.Width <= WidestTitle && LetterSpacing.Words(line.Text) is { Count: > 1 } words && words.TrueForAll(static w => w.Length > 3)));

    /// <summary>A sentence ends in it, or it has so many clauses that it is one.</summary>
    private static bool HasStop(string text) => text.AsSpan().IndexOfAny('。', '；', '！') is var at and >= 0 && at < text.Length - 1 || text.AsSpan().Count('，') >= ClausesOfProse;

    /// <summary>Joined, a line without a stop on both its sides would be a middle piece that is shorter than any page.</summary>
    private bool IsMiddlePiece(int index)
    {
        return Between(index - 1) || Between(index);

        bool Between(int middle) =>
            middle > 0 && middle + 1 < lines.Length && IsLongAndOpen(lines[middle]) && IsLongAndOpen(lines[middle - 1]) && lines[middle].Text.Length < LeastPage;
    }

    private static bool IsLongAndOpen(Line line) => line.Measure == 0 && line.Width > ShortestOpen && !line.EndsSentence && !Glyph.IsMark(line.Last);

    private static bool HasOpenBracket(Strand strand)
    {
        Span<char> open = stackalloc char[8];
        var depth = 0;
        var text = strand.Last.Text.AsSpan();
        if (text.Length > BracketReach) text = text[^BracketReach..];
        foreach (var c in text)
        {
            if (Glyph.CloserOf(c) is not '\0' and var closer)
            {
                if (depth < open.Length) open[depth++] = closer;
            }
            else if (depth > 0 && open[depth - 1] == c)
            {
                depth--;
            }
        }

        return depth > 0;
    }
}
