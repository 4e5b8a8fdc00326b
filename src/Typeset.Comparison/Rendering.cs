using System.Collections.Immutable;
using Typeset.Preflight;

namespace Typeset.Comparison;

/// <summary>A booklet as a program rendered it: its printed pages.</summary>
public sealed record Rendering(ImmutableArray<RenderedPage> Pages)
{
    /// <summary>Reads the pages of a PDF file. What the file marks as artifacts is furniture (ISO 32000-2 §14.8.2.2).</summary>
    /// <exception cref="Preflight.Reading.PdfFormatException">The file is no PDF, is encrypted, or is damaged.</exception>
    public static Rendering Read(ReadOnlyMemory<byte> pdf, CancellationToken cancellation)
    {
        var pages = ImmutableArray.CreateBuilder<RenderedPage>();
        foreach (var page in PageText.Read(pdf))
        {
            cancellation.ThrowIfCancellationRequested();
            var leaders = Leaders.In(page.Glyphs);
            pages.Add(new RenderedPage(
                page.Index + 1,
                LineGatherer.Gather(page.Glyphs.Where(static glyph => !glyph.IsFurniture), leaders),
                LineGatherer.Gather(page.Glyphs.Where(glyph => glyph.IsFurniture && !leaders.Holds(glyph)), leaders)));
        }

        return new Rendering(pages.ToImmutable());
    }
}
