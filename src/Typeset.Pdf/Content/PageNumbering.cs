using Typeset.Pages;
using Typeset.Pdf.Fonts;
using Typeset.Pdf.Images;

namespace Typeset.Pdf.Content;

/// <summary>
/// Gives fonts, glyphs and images their numbers in order of first use. Pages pass one at a time and in order, so that the numbers do not depend on
/// how many threads there are.
/// </summary>
internal sealed class PageNumbering
{
    private readonly FontRegister _fonts = new();
    private readonly ImageRegister _images = new();

    public IReadOnlyList<EmbeddedFont> Fonts => _fonts.Fonts;

    /// <summary>Fills in the fonts and images of a page; the images yet to be encoded are added to <paramref name="fresh"/>.</summary>
    public void Number(Page page, PageContent content, List<ImageItem> fresh)
    {
        foreach (var item in page.Items)
        {
            if (item is GlyphRun run) Number(run, content);
            else if (item is ImageItem image) Number(image, content, fresh);
        }
    }

    private void Number(GlyphRun run, PageContent content)
    {
        var font = _fonts[run.Face];
        font.Number(run);
        content.RunFonts.Add(font);
    }

    private void Number(ImageItem item, PageContent content, List<ImageItem> fresh)
    {
        var index = _images.Number(item.Image, out var isFirst);
        content.Images.Add(index);
        if (!isFirst) return;
        fresh.Add(item);
        content.NewImages.Add((index, null));
    }
}
