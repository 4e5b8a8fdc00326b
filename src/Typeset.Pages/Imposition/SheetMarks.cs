using System.Collections.Immutable;
using Typeset.Core;

namespace Typeset.Pages.Imposition;

/// <summary>
/// What is printed around the pages of a side: crop marks where the knife goes, dashed fold marks, register marks, the steps by which a binder
/// sees that signatures are in order, and the slug line; on a cover, what its spine says. All but the last lie outside the pages' ink; what the sheet
/// has no room for is left out.
/// </summary>
public sealed class SheetMarks
{
    private static readonly Length Weight = 0.25.Pt;

    // From the pages' ink outwards.
    private static readonly Length Gap = 1.5.Mm, MarkLength = 6.Mm, ShortestMark = 2.Mm, TargetReach = RegisterMark.Reach, SlugBaseline = 6.Mm;

    private static readonly Length SlugIndent = 3.Mm;
    private static readonly Length SlugSize = 6.Pt;

    // A mark of 6 mm in dashes: 1.2 mm long, every 2.4 mm.
    private static readonly Length Dash = 1.2.Mm;

    // The first step stands so far below the head of the page, each further one lower by its height.
    private static readonly Length StepIndent = 12.Mm, StepHeight = 6.Mm, StepWidth = 5.Mm;

    private readonly ImmutableArray<PageItem>.Builder _items = ImmutableArray.CreateBuilder<PageItem>();
    private readonly SheetForm _form;
    private readonly Ink _ink;
    private readonly Rectangle _inked;

    private SheetMarks(SheetForm form, Ink ink)
    {
        (_form, _ink) = (form, ink);
        _inked = form.Side.Pages.Select(static page => page.Clip).Aggregate(Union);
    }

    /// <summary>Whether the sheet had no room for something.</summary>
    public bool IsCurtailed { get; private set; }

    public ImmutableArray<PageItem> Items => _items.ToImmutable();

    /// <summary>The marks of a side, in an ink: that of all plates where the side has colour, else black.</summary>
    public static SheetMarks Around(SheetForm form, ImpositionOptions options, SheetSlug slug, Ink ink)
    {
        var marks = new SheetMarks(form, ink);
        if (options.Scheme is NUp) marks.AddFrames();
        else marks.AddPressMarks(options, slug);
        return marks;
    }

    /// <summary>The trimmed pages' outline on a side: what is left when all marks are cut off.</summary>
    public static Rectangle TrimOf(SheetSide side) => side.Pages.Select(static page => page.Trim).Aggregate(Union);

    /// <summary>The pages' ink with its bleed.</summary>
    public static Rectangle InkOf(SheetSide side) => side.Pages.Select(static page => page.Clip).Aggregate(Union);

    private void AddPressMarks(ImpositionOptions options, SheetSlug slug)
    {
        AddCropMarks();
        AddFoldMarks();
        AddTargets();
        if (options.Scheme is PerfectBound && _form is { Signature: > 0, IsFront: true }) AddStep(options.Milling);
        if (_form is { Signature: 0, IsFront: true }) _items.AddRange(SpineLettering.Of(_form.Side, slug));
        AddSlug(options, slug);
    }

    /// <summary>A proof's pages have hairlines around them.</summary>
    private void AddFrames()
    {
        foreach (var page in _form.Side.Pages.Where(static page => page.Page is not null))
        {
            var trim = page.Trim;
            Upright(trim.X, trim.Y, trim.Height);
            Upright(trim.Right, trim.Y, trim.Height);
            Level(trim.X, trim.Y, trim.Width);
            Level(trim.X, trim.Bottom, trim.Width);
        }
    }

    private void AddCropMarks()
    {
        var pages = _form.Side.Pages;
        var (top, bottom) = (pages.Min(static page => page.Trim.Y), pages.Max(static page => page.Trim.Y));
        foreach (var x in KnifeEdges(pages.Where(page => page.Trim.Y == top))) MarkAbove(x, dashed: false);
        foreach (var x in KnifeEdges(pages.Where(page => page.Trim.Y == bottom))) MarkBelow(x, dashed: false);
        foreach (var y in pages.SelectMany(static page => new[] { page.Trim.Y, page.Trim.Bottom }).Distinct())
        {
            MarkBeside(y, dashed: false);
        }
    }

    /// <summary>Where the knife cuts across a row; the spine is folded or milled.</summary>
    private static IEnumerable<Length> KnifeEdges(IEnumerable<PlacedPage> row) => row.SelectMany(static page => page.Spine switch
    {
        SpineSide.Left => new[] { page.Trim.Right },
        SpineSide.Right => [page.Trim.X],
        _ => [page.Trim.X, page.Trim.Right],
    }).Distinct();

    private void AddFoldMarks()
    {
        foreach (var x in _form.Creases.Vertical)
        {
            MarkAbove(x, dashed: true);
            MarkBelow(x, dashed: true);
        }

        foreach (var y in _form.Creases.Horizontal) MarkBeside(y, dashed: true);
    }

    private void MarkAbove(Length x, bool dashed)
    {
        if (LengthIn(_inked.Y) is { } length) Upright(x, _inked.Y - Gap - length, length, dashed);
    }

    private void MarkBelow(Length x, bool dashed)
    {
        if (LengthIn(_form.Size.Height - _inked.Bottom) is { } length) Upright(x, _inked.Bottom + Gap, length, dashed);
    }

    private void MarkBeside(Length y, bool dashed)
    {
        if (LengthIn(_inked.X) is { } left) Level(_inked.X - Gap - left, y, left, dashed);
        if (LengthIn(_form.Size.Width - _inked.Right) is { } right) Level(_inked.Right + Gap, y, right, dashed);
    }

    /// <summary>How long a mark can be in a margin; null, and something is left out, where it would be too short.</summary>
    private Length? LengthIn(Length margin)
    {
        var length = Length.Min(MarkLength, margin - Gap);
        if (length >= ShortestMark) return length;
        IsCurtailed = true;
        return null;
    }

    private void Upright(Length x, Length top, Length length, bool dashed = false)
    {
        for (var at = Length.Zero; at < length; at += dashed ? Dash * 2 : length)
        {
            _items.Add(new Rule(new Rectangle(x - Weight / 2, top + at, Weight, dashed ? Length.Min(Dash, length - at) : length), _ink));
        }
    }

    private void Level(Length left, Length y, Length length, bool dashed = false)
    {
        for (var at = Length.Zero; at < length; at += dashed ? Dash * 2 : length)
        {
            _items.Add(new Rule(new Rectangle(left + at, y - Weight / 2, dashed ? Length.Min(Dash, length - at) : length, Weight), _ink));
        }
    }

    /// <summary>Register marks stand at the middles of the outermost pages, clear of crop and fold marks.</summary>
    private void AddTargets()
    {
        var pages = _form.Side.Pages;
        var columns = new[] { pages.MinBy(static page => page.Trim.X)!, pages.MaxBy(static page => page.Trim.X)! };
        foreach (var x in columns.Select(static page => page.Trim.X + page.Trim.Width / 2).Distinct())
        {
            Target(new Point(x, _inked.Y - Gap - TargetReach), _inked.Y);
            Target(new Point(x, _inked.Bottom + Gap + TargetReach), _form.Size.Height - _inked.Bottom);
        }

        var rows = new[] { pages.MinBy(static page => page.Trim.Y)!, pages.MaxBy(static page => page.Trim.Y)! };
        foreach (var y in rows.Select(static page => page.Trim.Y + page.Trim.Height / 2).Distinct())
        {
            Target(new Point(_inked.X - Gap - TargetReach, y), _inked.X);
            Target(new Point(_inked.Right + Gap + TargetReach, y), _form.Size.Width - _inked.Right);
        }
    }

    private void Target(Point middle, Length margin)
    {
        if (margin >= Gap + TargetReach * 2) _items.AddRange(RegisterMark.At(middle, _ink));
        else IsCurtailed = true;
    }

    /// <summary>On the spine of the folded signature, one step lower for each; milled off with it.</summary>
    private void AddStep(Length milling)
    {
        var width = Length.Min(StepWidth, milling * 2 - 1.Mm);
        if (width <= Length.Zero) return;
        var page = _form.Side.Pages.MaxBy(static page => page.Trim.Y)!;
        var steps = Math.Max(1, (page.Trim.Height - StepIndent * 2).DividedBy(StepHeight));
        var top = page.Trim.Y + StepIndent + StepHeight * ((_form.Signature - 1) % steps);
        _items.Add(new Rule(new Rectangle(_form.Sheet.Folds[^1].At - width / 2, top, width, StepHeight), _ink));
    }

    private void AddSlug(ImpositionOptions options, SheetSlug slug)
    {
        var page = _form.Side.Pages.MinBy(page => page.Trim.X.Raw - page.Trim.Y.Raw)!;
        var baseline = _inked.Bottom + SlugBaseline;
        if (baseline + SlugSize / 2 > _form.Size.Height)
        {
            IsCurtailed = true;
            return;
        }

        // Up to the register mark below the middle of the page.
        var room = page.Trim.Width / 2 - TargetReach - SlugIndent * 2;
        var rest = _form.Slug(options, slug.Date);
        var title = PlainLine.Fitting(slug.Title, slug.Faces, SlugSize, room - PlainLine.WidthOf(rest, slug.Faces, SlugSize));
        _items.AddRange(PlainLine.Set(title + rest, slug.Faces, SlugSize, _ink, new Point(page.Trim.X + SlugIndent, baseline)));
    }

    private static Rectangle Union(Rectangle a, Rectangle b)
    {
        var (x, y) = (Length.Min(a.X, b.X), Length.Min(a.Y, b.Y));
        return new(x, y, Length.Max(a.Right, b.Right) - x, Length.Max(a.Bottom, b.Bottom) - y);
    }
}
