using System.Collections.Immutable;
using System.Globalization;
using Typeset.Core;
using Typeset.OpenType;

namespace Typeset.Pages.Imposition;

/// <summary>One side of one sheet with all that a press must be told of it.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="IsFront">Which side.</param>
/// <param name="Size">The sheet's size.</param>
/// <param name="Signature">The number of its signature, from 1; 0 for a cover.</param>
/// <param name="SheetCount">How many sheets the job has; 1 for a cover.</param>
public sealed record SheetForm(Sheet Sheet, bool IsFront, Size Size, int Signature, int SheetCount)
{
    public SheetSide Side => IsFront ? Sheet.Front : Sheet.Back;

    /// <summary>A short name, fit for a file: <c>cover-front</c>, <c>sheet-03-back</c>.</summary>
    public string Name => Signature == 0
        ? $"cover-{SideName}"
        : string.Create(CultureInfo.InvariantCulture, $"sheet-{Sheet.Number.ToString(SheetCount < 100 ? "00" : "0000", CultureInfo.InvariantCulture)}-{SideName}");

    /// <summary>What the slug line says behind the title: the scheme, the sheet out of how many, the side, and the date given.</summary>
    public string Slug(ImpositionOptions options, DateTimeOffset? date)
    {
        var place = Signature == 0 ? "cover" : string.Create(CultureInfo.InvariantCulture, $"{options.Scheme.Name}  sheet {Sheet.Number}/{SheetCount}");
        return $"  {place}  {SideName}" + (date is { } day ? "  " + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "");
    }

    /// <summary>The creases as they are seen from this side.</summary>
    internal Creases Creases => IsFront ? Sheet.Creases : Sheet.Creases with { Vertical = [.. Sheet.Creases.Vertical.Select(x => Size.Width - x)] };

    private string SideName => IsFront ? "front" : "back";

    /// <summary>All sides of a job in the order in which they are printed, the inside's or the cover's.</summary>
    public static ImmutableArray<SheetForm> Of(ImposedBooklet job, bool ofCover)
    {
        if (ofCover) return job.Cover is { } cover ? [new(cover, true, job.CoverSize, 0, 1), new(cover, false, job.CoverSize, 0, 1)] : [];
        var count = job.Sheets.Count();
        return [.. job.Signatures.SelectMany(signature => signature.Sheets.SelectMany(sheet => new SheetForm[]
        {
            new(sheet, true, job.SheetSize, signature.Number, count), new(sheet, false, job.SheetSize, signature.Number, count),
        }))];
    }
}

/// <summary>What is written on the edge of every sheet, in which faces and in which ink the marks are.</summary>
/// <param name="Title">The booklet's title; cut where it is too long.</param>
/// <param name="Date">The date given, or null.</param>
/// <param name="Faces">Faces for the slug line, tried in order.</param>
public sealed record SheetSlug(string Title, DateTimeOffset? Date, ImmutableArray<FontFace> Faces)
{
    /// <summary>Who issues the booklet: at the foot of a cover's spine. Empty unless told.</summary>
    public string Issuer { get; init; } = "";
}
