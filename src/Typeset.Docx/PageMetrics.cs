using Typeset.Core;
using Typeset.Documents;
using Typeset.Docx.Pins;

namespace Typeset.Docx;

/// <summary>
/// The page in whole twips. Text is as wide as the type area, or by a fraction of a point wider, so that a full line of characters fits with
/// room for the rounding of any program; its height holds the layout's lines at their pitch in twips, and a little more.
/// </summary>
internal sealed class PageMetrics
{
    /// <summary>What a full line of characters, and a full column of lines, keep clear of fitting exactly.</summary>
    private const int LineClearance = 14;
    public const int ColumnClearance = 24;

    /// <summary>The text gets no wider than by this: 1 pt.</summary>
    private const int MostWidening = 20;

    public PageMetrics(HouseStyle style)
    {
        var page = style.Page;
        (Width, Height) = (Twips.Of(page.Trim.Width), Twips.Of(page.Trim.Height));
        (Left, Top) = (Twips.Of(page.GutterMargin), Twips.Of(page.HeadMargin));
        var body = style.Of(TextRole.Body);
        TextWidth = Math.Max(Width - Left - Twips.Of(page.ForeEdgeMargin), Twips.Of(page.MeasureFor(body.Size)));
        var cell = Twips.HalfPoints(body.Size) * 10 + Twips.Of(body.Tracking);
        var characters = (TextWidth + MostWidening - LineClearance) / cell;
        TextWidth = Math.Max(TextWidth, characters * cell + LineClearance);
        Right = Width - Left - TextWidth;
        var column = page.Lines > 0 ? page.Lines * Twips.Of(body.LinePitch) : Height - Top - Twips.Of(page.FootMargin);
        TextHeight = column + ColumnClearance;
        Bottom = Math.Max(0, Height - Top - TextHeight);
    }

    public int Width { get; }
    public int Height { get; }

    /// <summary>The inner margin where pages are mirrored.</summary>
    public int Left { get; }
    public int Right { get; }
    public int Top { get; }
    public int Bottom { get; }
    public int TextWidth { get; }
    public int TextHeight { get; }

    /// <summary>The room of a paragraph's lines in a measure of so many twips; indents that leave less than a character are dropped, as the layout does.</summary>
    public static PinRoom RoomOf(TextStyle style, int measure, int shift)
    {
        var size = Twips.HalfPoints(style.Size) * 10;
        var (start, end) = (Twips.Of(style.StartIndent), measure - shift - Twips.Of(style.EndIndent));
        if (end - start < size) (start, end) = (0, measure - shift);
        var first = start + Twips.Of(style.FirstLineIndent);
        if (end - first < size) first = start;
        return new PinRoom(end - first, end - start, Twips.Of(style.Tracking), style.Alignment == Alignment.Justify);
    }
}
