using Typeset.Core;
using Typeset.Pages.Imposition;

namespace Typeset.Pages.Tests;

/// <summary>
/// A panel of paper between creases. Flat: where it lay on the sheet's front. The map from there to where it is now is a reflection at most:
/// x ↦ X0 ± x, y ↦ Y0 ± y.
/// </summary>
internal sealed record Panel(Rectangle Flat, Length X0, bool MirroredX, Length Y0, bool MirroredY)
{
    /// <summary>Paper turned over about one axis shows its other face; turned about both it shows the same one, head down.</summary>
    public bool ShowsFront => MirroredX == MirroredY;

    public Length X(Length flat) => MirroredX ? X0 - flat : X0 + flat;

    public Length Y(Length flat) => MirroredY ? Y0 - flat : Y0 + flat;

    public Rectangle Now => Map(Flat);

    public Rectangle Map(Rectangle flat)
    {
        var (a, b) = (new Point(X(flat.X), Y(flat.Y)), new Point(X(flat.Right), Y(flat.Bottom)));
        return new(Length.Min(a.X, b.X), Length.Min(a.Y, b.Y), flat.Width, flat.Height);
    }
}

/// <summary>A page as the reader meets it: which, where its trim is, whether its head is up and its lines run to the right.</summary>
internal sealed record SeenPage(PlacedPage Placed, Rectangle Trim, Rectangle Clip, bool IsUpright);

/// <summary>
/// A sheet of paper in someone's hands. It knows only what the sheet shows: pages with their places, and the folds asked for. Folds are done
/// as reflections of paper, so that nothing of the imposer's tables is used.
/// </summary>
internal sealed class FoldedPaper
{
    private readonly Sheet _sheet;
    private readonly Length _width;
    private List<Panel> _panels;

    public FoldedPaper(Sheet sheet, Size size)
    {
        _sheet = sheet;
        _width = size.Width;
        _panels = [new Panel(new Rectangle(default, default, size.Width, size.Height), default, false, default, false)];
        foreach (var fold in sheet.Folds) Fold(fold);
    }

    /// <summary>Leaves from the one in front to the one behind, each with what is printed on the side towards the reader and on the other.</summary>
    public IEnumerable<(Panel Panel, SeenPage[] Recto, SeenPage[] Verso)> Leaves() =>
        _panels.Select(panel => (panel, Seen(panel, panel.ShowsFront), Seen(panel, !panel.ShowsFront)));

    private void Fold(FoldStep fold)
    {
        var cut = _panels.SelectMany(panel => Split(panel, fold)).ToList();
        var staying = cut.Where(panel => !IsBeyond(panel, fold)).ToList();
        var moved = cut.Where(panel => IsBeyond(panel, fold)).Select(panel => Reflect(panel, fold)).Reverse();
        _panels = [.. staying, .. moved];
    }

    private static IEnumerable<Panel> Split(Panel panel, FoldStep fold)
    {
        var now = panel.Now;
        if (fold.Part == FoldedPart.Top)
        {
            if (fold.At <= now.Y || fold.At >= now.Bottom) return [panel];
            var y = panel.MirroredY ? panel.Y0 - fold.At : fold.At - panel.Y0;
            return [panel with { Flat = panel.Flat with { Height = y - panel.Flat.Y } }, panel with { Flat = panel.Flat with { Y = y, Height = panel.Flat.Bottom - y } }];
        }

        if (fold.At <= now.X || fold.At >= now.Right) return [panel];
        var x = panel.MirroredX ? panel.X0 - fold.At : fold.At - panel.X0;
        return [panel with { Flat = panel.Flat with { Width = x - panel.Flat.X } }, panel with { Flat = panel.Flat with { X = x, Width = panel.Flat.Right - x } }];
    }

    private static bool IsBeyond(Panel panel, FoldStep fold) => fold.Part switch
    {
        FoldedPart.Top => panel.Now.Y < fold.At,
        FoldedPart.Left => panel.Now.X < fold.At,
        _ => panel.Now.X >= fold.At,
    };

    private static Panel Reflect(Panel panel, FoldStep fold) => fold.Part == FoldedPart.Top
        ? panel with { Y0 = fold.At * 2 - panel.Y0, MirroredY = !panel.MirroredY }
        : panel with { X0 = fold.At * 2 - panel.X0, MirroredX = !panel.MirroredX };

    private SeenPage[] Seen(Panel panel, bool front)
    {
        var side = front ? _sheet.Front : _sheet.Back;
        var towardsReader = front == panel.ShowsFront;
        return [.. side.Pages.Select(page => See(page, panel, front, towardsReader)).OfType<SeenPage>()];
    }

    /// <summary>What is printed on the back is met through the paper: its x counts from the other edge.</summary>
    private SeenPage? See(PlacedPage page, Panel panel, bool front, bool towardsReader)
    {
        var trim = front ? page.Trim : Through(page.Trim);
        var middle = new Point(trim.X + trim.Width / 2, trim.Y + trim.Height / 2);
        if (middle.X < panel.Flat.X || middle.X >= panel.Flat.Right || middle.Y < panel.Flat.Y || middle.Y >= panel.Flat.Bottom) return null;
        var (head, foot) = (page.Transform.Apply(default), page.Transform.Apply(new Point(100.Pt, 100.Pt)));
        var (x, y) = (front ? foot.X - head.X : head.X - foot.X, foot.Y - head.Y);
        var runsRight = (x > Length.Zero) != panel.MirroredX;
        var runsDown = (y > Length.Zero) != panel.MirroredY;

        // The side away from the reader is seen by turning the leaf like a book's: left and right change places once more.
        return new SeenPage(page, panel.Map(trim), panel.Map(front ? page.Clip : Through(page.Clip)), runsDown && runsRight == towardsReader);
    }

    private Rectangle Through(Rectangle area) => area with { X = _width - area.Right };
}
