using System.Collections.Immutable;
using Typeset.Core;

namespace Typeset.Pages.Imposition;

/// <summary>
/// How a page lies on a side of a sheet: its trimmed page's top left corner, whether its head is down, and its scale. A page's point p is at
/// Origin + Scale · p, or at Origin − Scale · p with the head down. Lengths as on the sheet: x to the right, y downwards from its top left corner.
/// </summary>
public readonly record struct PageTransform(Point Origin, bool IsHeadDown, int ScaleThousandths)
{
    public Point Apply(Point page)
    {
        var (x, y) = (page.X.Times(ScaleThousandths, 1000), page.Y.Times(ScaleThousandths, 1000));
        return IsHeadDown ? new(Origin.X - x, Origin.Y - y) : new(Origin.X + x, Origin.Y + y);
    }
}

/// <summary>At which edge of a page, as it lies on the sheet, its spine is.</summary>
public enum SpineSide
{
    /// <summary>At none that is folded: the leaf is single.</summary>
    None,
    Left,
    Right,
}

/// <summary>One page on a side of a sheet.</summary>
/// <param name="Page">The page's index from 0; null where the paper stays blank.</param>
/// <param name="Number">The place in the bound booklet, from 1 and with blanks counted; a cover's four are 1 to 4.</param>
/// <param name="Transform">How the page lies.</param>
/// <param name="Trim">Where its trimmed page comes to lie, creep and all.</param>
/// <param name="Clip">How far its ink may reach: over the trim by the allowance, at the spine to the fold or the milling.</param>
/// <param name="CreepShift">How far it was moved towards the spine, never negative.</param>
public sealed record PlacedPage(int? Page, int Number, PageTransform Transform, Rectangle Trim, Rectangle Clip, Length CreepShift)
{
    public SpineSide Spine { get; init; } = SpineSide.None;
}

/// <summary>One side of a sheet as it is seen when that side is up.</summary>
public sealed record SheetSide(ImmutableArray<PlacedPage> Pages);

/// <summary>Which part of the sheet goes behind the rest, seen from the front.</summary>
public enum FoldedPart { Left, Right, Top }

/// <summary>One fold: the crease's distance from the sheet's left edge or top as it lay flat, and the part that goes behind.</summary>
public readonly record struct FoldStep(FoldedPart Part, Length At);

/// <summary>A sheet of paper, printed on both sides and turned about its vertical axis in between, like a leaf of a book.</summary>
/// <param name="Number">From 1, through the whole job.</param>
/// <param name="Front">The side with the first page.</param>
/// <param name="Back">The other side, seen from there.</param>
/// <param name="Folds">The folds in their order; none for sheets that are cut.</param>
/// <param name="Creases">Where paper is folded, from the left edge of the front (vertical creases) and from the top (horizontal ones).</param>
public sealed record Sheet(int Number, SheetSide Front, SheetSide Back, ImmutableArray<FoldStep> Folds, Creases Creases);

/// <summary>All creases of a flat sheet.</summary>
public sealed record Creases(ImmutableArray<Length> Vertical, ImmutableArray<Length> Horizontal)
{
    public static readonly Creases None = new([], []);
}

/// <summary>What is folded, nested or cut into one piece before the pieces are gathered: sheets from the outermost to the innermost, or a pile from top to bottom.</summary>
public sealed record Signature(int Number, ImmutableArray<Sheet> Sheets);

/// <summary>A booklet on sheets.</summary>
public sealed record ImposedBooklet
{
    public required ImpositionOptions Options { get; init; }

    /// <summary>The trimmed page.</summary>
    public required Size Trim { get; init; }

    public required Size SheetSize { get; init; }

    public required ImmutableArray<Signature> Signatures { get; init; }

    /// <summary>The cover where it is a sheet of its own, its size its own too.</summary>
    public Sheet? Cover { get; init; }

    public Size CoverSize { get; init; }

    /// <summary>Pages inside, blanks counted, a cover of its own not.</summary>
    public required int InnerPages { get; init; }

    /// <summary>Blank pages added inside.</summary>
    public required int Blanks { get; init; }

    /// <summary>How thick the block inside is: half as many leaves as pages, each of the paper's thickness.</summary>
    public Length Spine => Options.Paper.Caliper * (InnerPages / 2);

    /// <summary>The farthest that a page was moved towards the spine.</summary>
    public Length MaximumCreep => AllSides.SelectMany(static side => side.Pages).Aggregate(Length.Zero, static (most, page) => Length.Max(most, page.CreepShift));

    /// <summary>All sheets of the inside, in order.</summary>
    public IEnumerable<Sheet> Sheets => Signatures.SelectMany(static signature => signature.Sheets);

    private IEnumerable<SheetSide> AllSides => Sheets.SelectMany(static sheet => new[] { sheet.Front, sheet.Back });
}
