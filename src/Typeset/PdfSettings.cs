using Typeset.Core;
using Typeset.Documents;
using Typeset.Pdf;

namespace Typeset;

/// <summary>Which standards the PDF files keep, and what the host asks of the press beyond the style.</summary>
public sealed record PdfSettings
{
    /// <summary>The archive's: <see cref="PdfStandard.A2b"/> unless told, or <see cref="PdfStandard.A1b"/>.</summary>
    public PdfStandard Archive { get; init; } = PdfStandard.A2b;

    /// <summary>Instead of the style's standard of press files: <see cref="PdfStandard.X4"/> or <see cref="PdfStandard.X1a"/>.</summary>
    public PdfStandard? Press { get; init; }

    /// <summary>The reading file is PDF/A-3a and carries the editable twin and the manuscript.</summary>
    public bool Attach { get; init; }

    /// <summary>Instead of the style's printing condition; null for that, or FOGRA39 where it names none.</summary>
    public IccProfile? Profile { get; init; }

    /// <summary>Instead of the style's bleed, 0 to 20 mm.</summary>
    public Length? Bleed { get; init; }

    /// <summary>Instead of the style's total ink, 150 to 400 percent.</summary>
    public int? InkLimit { get; init; }

    /// <summary>Instead of the style's marks and slug line.</summary>
    public bool? Marks { get; init; }

    /// <inheritdoc cref="Marks"/>
    public bool? Slug { get; init; }

    /// <summary>The standard of press files: the host's word before the style's.</summary>
    public PdfStandard PressStandardFor(HouseStyle style) => Press ?? (style.Press.Standard == PressStandard.X1a ? PdfStandard.X1a : PdfStandard.X4);

    /// <summary>What the press is told but for the style's own profile: the host's word before the style's.</summary>
    public PressOptions PressOptionsFor(HouseStyle style) => new()
    {
        Profile = Profile, Bleed = Bleed ?? style.Press.Bleed, InkLimit = InkLimit ?? style.Press.InkLimit,
        Marks = Marks ?? style.Press.Marks, Slug = Slug ?? style.Press.Slug,
    };
}
