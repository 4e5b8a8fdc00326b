using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>Puts the editor’s corrections on the lines that they are for.</summary>
internal static class Corrector
{
    public static ImmutableArray<Line> Apply(ImmutableArray<Line> lines, ImmutableArray<Correction> corrections, Journal journal, DiagnosticBag diagnostics)
    {
        if (corrections.IsEmpty) return lines;
        var corrected = lines.ToBuilder();
        foreach (var correction in corrections)
        {
            if (Find(corrected, correction) is not (>= 0 and var index)) diagnostics.Add(RecoveryMessages.CorrectionUnused.At(correction.Span, correction.Text));
            else corrected[index] = With(corrected[index], correction, journal);
        }

        return [.. corrected.Where(line => line.Forced != LineRole.Drop || Dropped(line, journal))];
    }

    private static bool Dropped(Line line, Journal journal)
    {
        journal.Drop(line, LineRole.Drop, Reasons.Dropped);
        return false;
    }

    private static int Find(ImmutableArray<Line>.Builder lines, Correction correction)
    {
        var (best, wanted) = (-1, Glyph.Squeeze(correction.Text));
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsBlock || (correction.File.Length > 0 && lines[i].Manuscript.Source.Path != correction.File) || !Begins(lines[i].Text, wanted)) continue;
            if (correction.Line is not { } number) return i;
            if (best < 0 || Math.Abs(lines[i].Number - number) < Math.Abs(lines[best].Number - number)) best = i;
        }

        return best;
    }

    private static bool Begins(string text, string wanted)
    {
        var at = 0;
        foreach (var c in text)
        {
            if (Glyph.IsSpace(c)) continue;
            if (c != wanted[at]) return false;
            if (++at == wanted.Length) return true;
        }

        return false;
    }

    private static Line With(Line line, Correction correction, Journal journal)
    {
        line.Forced = correction.Role ?? line.Forced;
        line.ForcedJoin = correction.Join ?? line.ForcedJoin;
        if (correction.Replacement is not { } text) return line;
        journal.Repairs.Add(new Repair(RepairKind.Replaced, line.Span, line.Text, text));
        return new Line
        {
            Manuscript = line.Manuscript, Span = line.Span, Rich = RichText.Plain(text, line.Span, verbatim: false), Hints = line.Hints, Gap = line.Gap, AfterSpaceLine = line.AfterSpaceLine,
            PageBreak = line.PageBreak, Indent = line.Indent, TrailingSpace = line.TrailingSpace, Number = line.Number, IsPlain = line.IsPlain, Width = Widths.Of(text), Forced = line.Forced, ForcedJoin = line.ForcedJoin,
        };
    }
}
