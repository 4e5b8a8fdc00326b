using System.Collections.Immutable;
using Typeset.Core;
using Typeset.OpenType;
using Typeset.Pages;
using Typeset.Pdf.Structure;

namespace Typeset.Pdf.Content;

/// <summary>
/// What stands around a press page, in every ink that it has: crop marks at the corners, a register mark at the middle of each side, and the slug line. All of
/// it lies outside the bleed; as items of the page, so that it is written like the rest.
/// </summary>
internal sealed class PressSurround
{
    /// <summary>The ink of all plates (ISO 32000-1 §8.6.6.4).</summary>
    public const string EveryPlate = "All";

    private static readonly Ink Registration = new(0, 0, 0, Spot: EveryPlate);

    /// <summary>A page in black alone has one plate, and nothing is to stand on the others, not even marks.</summary>
    private static Ink InkOf(Page page) => MarkInk(page.Items.All(IsBlack));

    /// <summary>The ink of marks around content that is black alone, or is not.</summary>
    public static Ink MarkInk(bool isBlackAlone) => isBlackAlone ? Ink.Black : Registration;

    public static bool IsBlack(PageItem item) => item switch
    {
        GlyphRun run => IsBlack(run.Ink),
        Rule rule => IsBlack(rule.Ink),
        PathItem path => IsBlack(path.Ink),
        ImageItem => false,
        _ => true,
    };

    private static bool IsBlack(Ink ink) => ink.Spot is null && (ink.IsBlack || (ink.Red == ink.Green && ink.Red == ink.Blue));

    /// <summary>The thinnest line that plates hold.</summary>
    private static readonly Length Weight = 0.25.Pt;

    // From the bleed outwards.
    private static readonly Length MarkGap = 1.5.Mm, MarkLength = 6.Mm, TargetPlace = 4.5.Mm, TargetReach = RegisterMark.Reach, SlugBaseline = 6.Mm;

    /// <summary>From the trim's left edge to the slug line: clear of the crop mark.</summary>
    private static readonly Length SlugIndent = 2.Mm;

    private static readonly Length SlugSize = 6.Pt;

    private readonly PagedBooklet _booklet;
    private readonly PressOptions _press;
    private readonly ImmutableArray<FontFace> _faces;

    public PressSurround(PagedBooklet booklet, PdfOptions options)
    {
        _booklet = booklet;
        _press = options.Press;
        IsNeeded = Conformance.StandardRules.IsPress(options.Standard) && (_press.Marks || _press.Slug);
        _faces = IsNeeded && _press.Slug ? PlainLine.FacesOf(booklet) : [];
    }

    public bool IsNeeded { get; }

    /// <summary>The page with its marks and line.</summary>
    public Page Around(Page page)
    {
        if (!IsNeeded) return page;
        var items = page.Items.ToBuilder();
        var ink = InkOf(page);
        if (_press.Marks) AddMarks(items, page.Trim, ink);
        if (_press.Slug) AddSlug(items, page, ink);
        return page with { Items = items.ToImmutable() };
    }

    private void AddMarks(ImmutableArray<PageItem>.Builder items, Size trim, Ink ink)
    {
        var from = _press.Bleed + MarkGap;
        foreach (var x in (ReadOnlySpan<Length>)[Length.Zero, trim.Width])
        {
            items.Add(Upright(x, -from - MarkLength, ink));
            items.Add(Upright(x, trim.Height + from, ink));
        }

        foreach (var y in (ReadOnlySpan<Length>)[Length.Zero, trim.Height])
        {
            items.Add(Level(-from - MarkLength, y, ink));
            items.Add(Level(trim.Width + from, y, ink));
        }

        var off = _press.Bleed + TargetPlace;
        items.AddRange(RegisterMark.At(new Point(trim.Width / 2, -off), ink));
        items.AddRange(RegisterMark.At(new Point(trim.Width / 2, trim.Height + off), ink));
        items.AddRange(RegisterMark.At(new Point(-off, trim.Height / 2), ink));
        items.AddRange(RegisterMark.At(new Point(trim.Width + off, trim.Height / 2), ink));
    }

    private static Rule Upright(Length x, Length top, Ink ink) => new(new Rectangle(x - Weight / 2, top, Weight, MarkLength), ink);

    private static Rule Level(Length left, Length y, Ink ink) => new(new Rectangle(left, y - Weight / 2, MarkLength, Weight), ink);

    private void AddSlug(ImmutableArray<PageItem>.Builder items, Page page, Ink ink)
    {
        // Up to the register mark in the middle.
        var room = page.Trim.Width / 2 - TargetReach - SlugIndent * 2;
        var place = new Point(SlugIndent, page.Trim.Height + _press.Bleed + SlugBaseline);
        SlugLine.Compose(new SlugText(_booklet, page.Index), _faces, SlugSize, ink, place, room, items);
    }
}
