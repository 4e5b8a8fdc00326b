using Typeset.Core;
using Typeset.Pdf.Conformance;

namespace Typeset.Pdf.Structure;

/// <summary>
/// A page's boxes (ISO 32000-1 §14.11.2). On screens the trimmed page is all there is; a press file has bleed around it, and marks around that.
/// </summary>
internal sealed class PageFrame(PdfOptions options)
{
    /// <summary>Marks stand this far off the bleed, and reach this far beyond it.</summary>
    private static readonly Length MarkRoom = 10.Mm;

    public bool IsPress { get; } = StandardRules.IsPress(options.Standard);

    public Length Bleed => IsPress ? options.Press.Bleed : Length.Zero;

    /// <summary>From the edge of the medium to the trim, on every side.</summary>
    public Length Margin => !IsPress ? Length.Zero : options.Press.Bleed + (options.Press.Marks || options.Press.Slug ? MarkRoom : Length.Zero);

    public Rectangle Media(Size trim) => Around(trim, Margin);

    /// <summary>The trim with the bleed, from the medium's top left corner.</summary>
    public Rectangle BleedBox(Size trim) => Around(trim, Bleed);

    public Rectangle Trim(Size trim) => Around(trim, Length.Zero);

    private Rectangle Around(Size trim, Length by) => new(Margin - by, Margin - by, trim.Width + by * 2, trim.Height + by * 2);
}
