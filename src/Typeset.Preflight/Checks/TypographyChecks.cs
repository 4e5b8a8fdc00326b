using System.Globalization;
using System.Text;
using Typeset.Preflight.Reading;
using M = Typeset.Core.Messages.FindingMessages;

namespace Typeset.Preflight.Checks;

/// <summary>How the text of tagged pages is set (W3C clreq §6); read from the places of the glyphs.</summary>
internal static class TypographyChecks
{
    /// <summary>clreq, prohibition rules for line start and line end.</summary>
    private const string NeverFirst = "。，、．；：？！）〕］｝〉》」』】〗”’·％‰℃", NeverLast = "（〔［｛〈《「『【〖“‘";

    /// <summary>A line is measured when it has as many pairs of Han characters.</summary>
    private const int FewestPairs = 5;

    private const int QuotedCharacters = 16;

    public static void AddTo(Dictionary<string, Delegate> checks)
    {
        checks["line-start"] = (PageCheck)LineStart;
        checks["line-end"] = (PageCheck)LineEnd;
        checks["runt"] = (PageCheck)Runt;
        checks["loose-line"] = (PageCheck)LooseLine;
        checks["short-tail"] = (DocumentCheck)ShortTail;
        checks["missing-glyph"] = (FontCheck)MissingGlyph;
    }

    private static bool IsRunning(TextBlock block) => block.Role is "P" or "LBody" or "BlockQuote" or "Note";

    private static void LineStart(PageView page, ClauseFindings found)
    {
        foreach (var block in page.Blocks.Where(IsRunning))
        {
            foreach (var line in block.Lines.Skip(block.BeginsHere ? 1 : 0).Where(static l => l.Text.Length > 0 && NeverFirst.Contains(l.Text[0])))
                found.At(page.PlaceOf(line.First), M.LineStart, line.Text[..1], Quote(line.Text));
        }
    }

    private static void LineEnd(PageView page, ClauseFindings found)
    {
        foreach (var block in page.Blocks.Where(IsRunning))
        {
            foreach (var line in block.Lines.SkipLast(block.EndsHere ? 1 : 0).Where(static l => l.Text.Length > 0 && NeverLast.Contains(l.Text[^1])))
                found.At(page.PlaceOf(line.First), M.LineEnd, line.Text[^1..], Quote(line.Text));
        }
    }

    /// <summary>A last line of a single character, marks not counted.</summary>
    private static void Runt(PageView page, ClauseFindings found)
    {
        foreach (var block in page.Blocks.Where(static b => IsRunning(b) && b.EndsHere && b.Lines.Count > (b.BeginsHere ? 1 : 0)))
        {
            var line = block.Lines[^1];
            if (line.Text.EnumerateRunes().Count(Rune.IsLetterOrDigit) <= 1 && line.Text.Length > 0) found.At(page.PlaceOf(line.First), M.Runt, line.Text);
        }
    }

    /// <summary>The clause's limit: how many ems more than its advance a Han character may take on an average.</summary>
    private static void LooseLine(PageView page, ClauseFindings found)
    {
        foreach (var block in page.Blocks.Where(IsRunning))
        {
            foreach (var line in block.Lines.SkipLast(block.EndsHere ? 1 : 0))
            {
                if (Stretch(line) is { } stretch && stretch > found.Limit(0)) found.At(page.PlaceOf(line.First), M.LooseLine, stretch.ToString("0.00", CultureInfo.InvariantCulture), Quote(line.Text));
            }
        }
    }

    private static double? Stretch(BlockLine line)
    {
        var (sum, pairs) = (0.0, 0);
        for (var i = 1; i < line.Glyphs.Count; i++)
        {
            var (before, after) = (line.Glyphs[i - 1], line.Glyphs[i]);
            if (!IsHan(before.Text) || !IsHan(after.Text) || before.Glyph.Size != after.Glyph.Size) continue;
            sum += (after.Glyph.X - before.Glyph.X - before.Glyph.Advance) / before.Glyph.Size;
            pairs++;
        }

        return pairs < FewestPairs ? null : sum / pairs;
    }

    private static bool IsHan(string text) => text.Length > 0 && (text[0] is >= '\u3400' and <= '\u9FFF' || char.IsHighSurrogate(text[0]));

    /// <summary>The clause's limit: the most lines that are a short tail.</summary>
    private static void ShortTail(DocumentView document, ClauseFindings found)
    {
        for (var i = 1; i < document.Pages; i++)
        {
            var (before, page, after) = (document.Fills.GetValueOrDefault(i - 1), document.Fills.GetValueOrDefault(i), document.Fills.GetValueOrDefault(i + 1));
            var isTail = page.LastArticle != 0 && page.FirstArticle == before.LastArticle && page.LastArticle == page.FirstArticle && after.FirstArticle != page.LastArticle;
            if (isTail && !page.HasImages && page.Lines <= found.Limit(0)) found.At(page.LastLine, M.ShortTail, page.Lines.ToString());
        }
    }

    private static void MissingGlyph(FontView view, ClauseFindings found)
    {
        foreach (var (_, place) in view.Font.Used.Where(used => view.Font.GlyphOf(used.Key) == 0)) found.At(place, M.MissingGlyph, view.Name);
    }

    private static string Quote(string text) => text.Length <= QuotedCharacters ? text : text[..QuotedCharacters] + "…";
}
