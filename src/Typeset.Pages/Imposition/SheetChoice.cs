using Typeset.Core;

namespace Typeset.Pages.Imposition;

/// <summary>Finds a sheet, and how it is to lie, for a block of pages.</summary>
internal static class SheetChoice
{
    /// <summary>Crop marks and the slug line take so much beyond the trimmed-off paper; a sheet that is chosen here has it, one that is asked for may not.</summary>
    public static readonly Length MarkRoom = 8.Mm;

    /// <summary>The sheet asked for, or the smallest that will do; null where none holds the block.</summary>
    /// <param name="asked">The sheet, either way round; null for the smallest usual one.</param>
    /// <param name="block">The trimmed pages.</param>
    /// <param name="allowance">What must be around them.</param>
    public static Size? Find(Size? asked, Size block, Length allowance)
    {
        if (asked is { } sheet) return Lying(sheet, Grown(block, allowance)) is { } lying ? Centring(lying, block) : null;
        foreach (var (_, size) in StandardSheets.All)
        {
            if (Lying(size, Grown(block, allowance + MarkRoom)) is { } fits) return Centring(fits, block);
        }

        return null;
    }

    /// <summary>The sheet, by one unit of <see cref="Length"/> larger where the block could not stand exactly in its middle: front and back must meet.</summary>
    private static Size Centring(Size sheet, Size block) =>
        new(sheet.Width + new Length((sheet.Width - block.Width).Raw & 1), sheet.Height + new Length((sheet.Height - block.Height).Raw & 1));

    public static Size Grown(Size block, Length around) => new(block.Width + around * 2, block.Height + around * 2);

    /// <summary>The sheet as it was given where that fits, else turned by a quarter, else null.</summary>
    private static Size? Lying(Size sheet, Size needed)
    {
        var turned = new Size(sheet.Height, sheet.Width);
        return Holds(sheet, needed) ? sheet : Holds(turned, needed) ? turned : null;
    }

    private static bool Holds(Size sheet, Size needed) => sheet.Width >= needed.Width && sheet.Height >= needed.Height;
}
