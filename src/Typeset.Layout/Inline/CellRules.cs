using Typeset.Core;
using Typeset.Documents;
using Typeset.Shaping;
using Typeset.Unicode;

namespace Typeset.Layout.Inline;

/// <summary>
/// Settles widths first, prohibitions second (clreq's order): the advance of marks, the gap between Han and Western text, tracking, and after which
/// cells a line may end.
/// </summary>
internal readonly ref struct CellRules(TextStyle style, LineRules rules)
{
    private readonly LineEdgeRules _edges = new(rules.Prohibition, rules.Mode);
    private readonly int _em = (int)style.Size.Raw;
    private readonly int _quote = (int)rules.QuoteWidth.At(style.Size).Raw;
    private readonly int _digit = rules.DigitWidth is { } width ? (int)width.At(style.Size).Raw : -1;
    private readonly int _gap = (int)rules.MixedSpacing.At(style.Size).Raw;
    private readonly int _tracking = (int)style.Tracking.Raw;
    private readonly bool _closesPairs = rules.PairKerning || rules.Mode == LineBreakMode.Clreq;

    public void Apply(PreparedParagraph paragraph)
    {
        var cells = paragraph.Cells.Span;
        for (var i = 0; i < cells.Length; i++)
        {
            SettleWidth(ref cells[i]);
            if (i > 0) SettlePair(ref cells[i - 1], ref cells[i], paragraph.Opportunities[cells[i].Start - 1]);
            if (i > 1 && IsInsideNumber(cells[i - 2].Kind, cells[i - 1].Kind, cells[i].Kind)) SettleDecimalMark(ref cells[i - 1]);
        }

        if (cells.Length > 0) cells[^1].Traits |= CellTraits.BreakAfter;
        SettleSpaces(cells);
    }

    private void SettleWidth(ref Cell cell)
    {
        if (cell.Kind.IsCell)
        {
            cell.Tracking = _tracking;
            if (!cell.Kind.IsHanMark) return;
            cell.Traits |= TraitsOf(cell.Kind);
            SetAdvance(ref cell, cell.Kind.IsQuote ? _quote : WidthOfMark(cell));
            if (IsLigature(cell)) cell.Tracking *= 2;
        }
        else if (_digit >= 0 && cell.Kind == CharacterKind.Digit)
        {
            SetAdvance(ref cell, _digit);
        }
    }

    private void SettleDecimalMark(ref Cell cell)
    {
        cell.Traits &= ~CellTraits.UrlPoint;
        if (_digit >= 0) SetAdvance(ref cell, _digit);
    }

    private static bool IsInsideNumber(CharacterKind before, CharacterKind mark, CharacterKind after) =>
        mark == CharacterKind.DecimalMark && before == CharacterKind.Digit && after == CharacterKind.Digit;

    /// <summary>Marks of Han text take one em; ⸺ and ligatures of two dashes take two.</summary>
    private int WidthOfMark(in Cell cell) => IsLigature(cell) ? 2 * _em : _em;

    /// <summary>Faces may draw —— and …… as one glyph of two em.</summary>
    private bool IsLigature(in Cell cell) => cell.Kind is CharacterKind.Dash or CharacterKind.Ellipsis && cell.Width > _em + _em / 2;

    /// <summary>The glyph stands at the cell's end (opening marks), at its start (closing marks and stops), or in its middle.</summary>
    private static void SetAdvance(ref Cell cell, int width)
    {
        var free = width - cell.Width;
        cell.Inset = cell.Kind.IsOpening ? free : cell.Kind.IsClosing || cell.Kind.IsStop ? 0 : free / 2;
        cell.Width = width;
    }

    private static CellTraits TraitsOf(CharacterKind kind) =>
        kind.IsStop ? CellTraits.Hangs | CellTraits.Squeezes
        : kind is CharacterKind.OpeningBracket or CharacterKind.ClosingBracket ? CellTraits.Squeezes
        : CellTraits.None;

    private void SettlePair(ref Cell before, ref Cell after, BreakOpportunity unicode)
    {
        if (WantsGap(before.Kind, after.Kind)) after.Gap = _gap;
        else if (_closesPairs) after.Gap = -MarkBlanks.Between(before, after, _em);
        if (LineEdgeRules.IsUnit(before.Kind, after.Kind) || after.Kind == CharacterKind.NoteMark) before.Traits |= CellTraits.RigidAfter;
        if (IsUrlPoint(before.Kind, after.Kind)) before.Traits |= CellTraits.UrlPoint;
        if (unicode == BreakOpportunity.Mandatory) before.Traits |= CellTraits.MustBreakAfter | CellTraits.BreakAfter;
        else if (MayBreak(before.Kind, after.Kind, unicode)) before.Traits |= CellTraits.BreakAfter;
    }

    /// <summary>中西混排间距: between Han and Western letters or figures; none beside punctuation.</summary>
    private static bool WantsGap(CharacterKind before, CharacterKind after) =>
        (before == CharacterKind.Han && after.IsWestern) || (before.IsWestern && after == CharacterKind.Han);

    private static bool IsUrlPoint(CharacterKind before, CharacterKind after) =>
        before is CharacterKind.WesternMark or CharacterKind.DecimalMark or CharacterKind.NumberSign && after is CharacterKind.Letter or CharacterKind.Digit;

    private static bool IsWesternMark(CharacterKind kind) => kind is CharacterKind.WesternMark or CharacterKind.DecimalMark or CharacterKind.WesternOpening or CharacterKind.WesternClosing;

    private bool MayBreak(CharacterKind before, CharacterKind after, BreakOpportunity unicode)
    {
        if (after == CharacterKind.NoteMark || after.VanishesAtLineEnd) return false;
        if (before == CharacterKind.NoteMark) return !_edges.ForbiddenAtStart(after);
        if (before is CharacterKind.WordSpace or CharacterKind.WideSpace) return !_edges.ForbiddenAtStart(after);
        if (before is CharacterKind.HardSpace or CharacterKind.Control || after is CharacterKind.HardSpace) return unicode == BreakOpportunity.Allowed;
        if (IsWesternMark(before) || IsWesternMark(after)) return unicode == BreakOpportunity.Allowed && _edges.Parts(before, after);
        if (before.IsHanMark || after.IsHanMark) return _edges.Parts(before, after);
        return unicode == BreakOpportunity.Allowed;
    }

    /// <summary>A space after an opening mark gives no leave to end the line there.</summary>
    private void SettleSpaces(Span<Cell> cells)
    {
        var opened = false;
        foreach (ref var cell in cells)
        {
            if (cell.Kind is not (CharacterKind.WordSpace or CharacterKind.WideSpace)) opened = _edges.ForbiddenAtEnd(cell.Kind);
            else if (opened && !cell.Has(CellTraits.MustBreakAfter)) cell.Traits &= ~CellTraits.BreakAfter;
        }
    }
}
