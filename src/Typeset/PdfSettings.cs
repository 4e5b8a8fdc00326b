using Typeset.Pdf;

namespace Typeset;

/// <summary>Which standards the PDF files keep, and what the press is told.</summary>
public sealed record PdfSettings
{
    /// <summary>The archive's: <see cref="PdfStandard.A2b"/> unless told, or <see cref="PdfStandard.A1b"/>.</summary>
    public PdfStandard Archive { get; init; } = PdfStandard.A2b;

    /// <summary>The press's: <see cref="PdfStandard.X4"/> unless told, or <see cref="PdfStandard.X1a"/>.</summary>
    public PdfStandard Press { get; init; } = PdfStandard.X4;

    /// <summary>Bleed, marks and inks of press files.</summary>
    public PressOptions PressOptions { get; init; } = new();
}
