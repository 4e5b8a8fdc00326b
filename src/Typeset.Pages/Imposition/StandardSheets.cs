using System.Collections.Immutable;
using Typeset.Core;

namespace Typeset.Pages.Imposition;

/// <summary>Sheets by their names: ISO 216 and ISO 217, and the Chinese full sheets (GB/T 788) with their halves. The longer side is the height.</summary>
public static class StandardSheets
{
    /// <summary>From the smallest to the largest.</summary>
    public static readonly ImmutableArray<(string Name, Size Size)> All =
    [
        ("A4", Of(210, 297)), ("A3", Of(297, 420)), ("SRA3", Of(320, 450)), ("A2", Of(420, 594)), ("SRA2", Of(450, 640)),
        ("787x546", Of(546, 787)), ("A1", Of(594, 841)), ("889x597", Of(597, 889)), ("SRA1", Of(640, 900)),
        ("787x1092", Of(787, 1092)), ("A0", Of(841, 1189)), ("889x1194", Of(889, 1194)),
    ];

    /// <summary>正度 and 大度: the full sheets that a 开 is a part of.</summary>
    public static readonly ImmutableArray<(string Name, Size Size)> FullSheets = [("787×1092", Of(787, 1092)), ("889×1194", Of(889, 1194))];

    /// <summary>A sheet by its name, in any case; null where there is none.</summary>
    public static Size? Find(string name) =>
        All.FirstOrDefault(sheet => string.Equals(sheet.Name, name, StringComparison.OrdinalIgnoreCase)) is { Name: not null } found ? found.Size : null;

    private static Size Of(int width, int height) => new(width.Mm, height.Mm);
}
