using Typeset.Core;
using Typeset.Pages;
using Typeset.Pdf.Fonts;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Content;

/// <summary>
/// Shows glyph runs (ISO 32000-1 §9.4): every glyph where the display list has it. The pen is followed in whole numbers exactly as a reader
/// moves it, by the widths in <c>W</c>, so that no rounding adds up along a line.
/// </summary>
internal sealed class TextOperators(ByteWriter to, PageSpace space, InkOperators ink)
{
    /// <summary>The pen's unit is 10⁻¹² pt: a size of 10⁻⁴ pt × a scale of 10⁻³ × a width of 10⁻³ em × two decimals of an adjustment.</summary>
    private const long PenPerMilli = 1_000_000_000;

    /// <summary>10¹² / 65536 as a fraction.</summary>
    private const long PenNumerator = 244_140_625, PenDenominator = 16;

    /// <summary>Farther than this many thousandths of an em a run is begun anew instead of reached by an adjustment.</summary>
    private const long FarthestAdjustment = 10_000;

    /// <summary>Up to this unit, a thousandth of an em at 16 pt, whole adjustments place a glyph to 0.008 pt.</summary>
    private const long WholeUnit = 16_000_000_000;

    private EmbeddedFont? _font;
    private long _size;
    private int _scale;
    private bool _isOpen, _inArray, _inString;

    // Thousandths of a point: where the current line begins in the file's terms. The pen counts from there.
    private long _lineX, _lineY;
    private long _pen;

    // A thousandth of an em in pen units; how many decimals an adjustment has, and its last place in pen units.
    private long _unit;
    private int _decimals;
    private long _step;

    /// <summary>At the start of a page nothing is set.</summary>
    public void Begin()
    {
        _font = null;
        _size = 0;
        _scale = 1000;
        _isOpen = _inArray = _inString = false;
    }

    /// <summary>Ends the text object, if one is open.</summary>
    public void End()
    {
        if (!_isOpen) return;
        EndArray();
        to.Raw("ET\n"u8);
        _isOpen = false;
    }

    public void Show(GlyphRun run, EmbeddedFont font)
    {
        Open();
        Prepare(run, font);
        var glyphs = run.Glyphs.AsSpan();
        for (var i = 0; i < glyphs.Length;)
        {
            var end = GlyphClusters.EndOf(glyphs, i);
            if (IsPlain(glyphs[i..end], run.Text, font)) Show(run, glyphs[i], font);
            else ShowWithText(run, i, end, font);
            i = end;
        }
    }

    private static bool IsPlain(ReadOnlySpan<PlacedGlyph> cluster, string text, EmbeddedFont font) =>
        cluster.Length == 1 && cluster[0].TextLength > 0
        && font.StandsFor(font.CidOf(cluster[0].Id), text.AsSpan(cluster[0].TextStart, cluster[0].TextLength));

    /// <summary>Glyphs whose text the font's map does not give: it is told here (§14.9.4).</summary>
    private void ShowWithText(GlyphRun run, int start, int end, EmbeddedFont font)
    {
        EndArray();
        to.Raw("/Span <</ActualText "u8).Text(run.Text.AsSpan(run.Glyphs[start].TextStart, run.Glyphs[start].TextLength)).Raw(">> BDC\n"u8);
        for (var i = start; i < end; i++) Show(run, run.Glyphs[i], font);
        EndArray();
        to.Raw("EMC\n"u8);
    }

    private void Open()
    {
        if (_isOpen) return;
        to.Raw("BT\n"u8);
        _isOpen = true;
        _lineX = _lineY = _pen = 0;
    }

    private void Prepare(GlyphRun run, EmbeddedFont font)
    {
        if (!ink.Is(run.Ink))
        {
            EndArray();
            ink.Set(run.Ink);
        }

        SetScale(run.HorizontalScale);
        SetFont(font, (run.Size.Raw * 10_000 + Length.PerPoint / 2) >> 16);
    }

    private void SetFont(EmbeddedFont font, long size)
    {
        if (!ReferenceEquals(font, _font) || size != _size)
        {
            EndArray();
            to.Raw("/F"u8).Integer(font.Index + 1).Decimal(size, 4).Raw("Tf\n"u8);
            (_font, _size) = (font, size);
        }

        _unit = Math.Max(1, _size * _scale * 100);
        _decimals = _unit <= WholeUnit ? 0 : _unit <= 10 * WholeUnit ? 1 : 2;
        _step = _decimals switch { 0 => _unit, 1 => _unit / 10, _ => _unit / 100 };
    }

    private void SetScale(int scale)
    {
        if (scale == _scale) return;
        EndArray();
        to.Decimal(scale, 1).Raw("Tz\n"u8);
        _scale = scale;
    }

    private void Show(GlyphRun run, in PlacedGlyph glyph, EmbeddedFont font)
    {
        var x = new Length(run.Origin.X.Raw + glyph.X);
        var y = space.Y(new Length(run.Origin.Y.Raw + glyph.Y));
        MoveTo(x, y);
        var cid = font.CidOf(glyph.Id);
        if (!_inString) to.Byte((byte)'(');
        _inString = true;
        to.Escaped((byte)(cid >> 8));
        to.Escaped((byte)cid);
        _pen += font.WidthOf(cid) * _unit;
    }

    private void MoveTo(Length x, long y)
    {
        if (y == _lineY)
        {
            var back = _pen - (PenAt(x) - _lineX * PenPerMilli);
            var adjustment = Round(back, _step);
            if (Math.Abs(back / _unit) <= FarthestAdjustment)
            {
                Adjust(adjustment);
                return;
            }
        }

        EndArray();
        var milli = PageSpace.X(x);
        to.Decimal(milli - _lineX, PageSpace.Decimals).Decimal(y - _lineY, PageSpace.Decimals).Raw("Td\n["u8);
        (_lineX, _lineY, _pen, _inArray) = (milli, y, 0, true);
    }

    private void Adjust(long adjustment)
    {
        if (!_inArray) to.Byte((byte)'[');
        _inArray = true;
        if (adjustment == 0) return;
        EndString();
        to.Decimal(adjustment, _decimals);
        _pen -= adjustment * _step;
    }

    private void EndString()
    {
        if (_inString) to.Byte((byte)')');
        _inString = false;
    }

    private void EndArray()
    {
        if (!_inArray) return;
        EndString();
        to.Raw("]TJ\n"u8);
        _inArray = false;
    }

    private static long PenAt(Length x) => x.Raw * PenNumerator / PenDenominator;

    private static long Round(long value, long step) => value >= 0 ? (value + step / 2) / step : -((-value + step / 2) / step);
}
