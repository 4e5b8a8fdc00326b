using Typeset.Core;

namespace Typeset.Pdf;

/// <summary>What a press file has around its pages, and the inks it is for.</summary>
public sealed record PressOptions
{
    /// <summary>The least and the most total ink that makes sense, in percent.</summary>
    public const int LeastInk = 150, MostInk = 400;

    /// <summary>The widest bleed: 20 mm.</summary>
    public static readonly Length MostBleed = 20.Mm;

    /// <summary>The printing condition; null is FOGRA39.</summary>
    public IccProfile? Profile { get; init; }

    internal IccProfile Condition => Profile ?? IccProfile.Fogra39;

    /// <summary>How far ink may go past the trim on every side, 0 to 20 mm; 3 mm unless told.</summary>
    public Length Bleed { get; init; } = 3.Mm;

    /// <summary>Crop and registration marks outside the bleed, in every ink. On unless told.</summary>
    public bool Marks { get; init; } = true;

    /// <summary>A line below each page that says booklet, page, date given and sheet. On unless told.</summary>
    public bool Slug { get; init; } = true;

    /// <summary>The most ink of all four together that colours converted here may have, 150 to 400 percent; 300 unless told.</summary>
    public int InkLimit { get; init; } = 300;
}
