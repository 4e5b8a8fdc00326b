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
    private readonly List<EmbeddedFont> _fonts = [];
    private readonly FontRegister _ofPages;
    private readonly FontRegister _around;
    private readonly ImageRegister _images = new();
    private readonly Dictionary<string, (int Index, Ink Ink)> _spots = new(StringComparer.Ordinal);

    public PageNumbering() => (_ofPages, _around) = (new(_fonts), new(_fonts));

    public IReadOnlyList<EmbeddedFont> Fonts => _fonts;

    /// <summary>Fills in the fonts and images of a page; the images yet to be encoded are added to <paramref name="fresh"/>.</summary>
    public void Number(Page page, PageContent content, List<ImageItem> fresh) => Number(page, content, fresh, page.Items.Length);

    /// <summary>The same, where items from <paramref name="around"/> on stand around the page: their fonts are their own, so that the page's are those of every other file.</summary>
    public void Number(Page page, PageContent content, List<ImageItem> fresh, int around)
    {
        for (var i = 0; i < page.Items.Length; i++)
        {
            var item = page.Items[i];
            if (item is GlyphRun run) Number(run, content, i < around ? _ofPages : _around);
            else if (item is ImageItem image) Number(image, content, fresh);
            if (SpotOf(item) is { } ink) Number(ink, content);
        }
    }

    private static Ink? SpotOf(PageItem item) => item switch
    {
        GlyphRun { Ink: { Spot: not null } ink } => ink,
        Rule { Ink: { Spot: not null } ink } => ink,
        PathItem { Ink: { Spot: not null } ink } => ink,
        _ => null,
    };

    private void Number(Ink ink, PageContent content)
    {
        var name = ink.Spot!;
        if (content.Spots.ContainsKey(name)) return;
        if (!_spots.TryGetValue(name, out var known)) _spots.Add(name, known = (_spots.Count, ink));
        content.Spots.Add(name, known.Index);
        content.SpotInks.Add(known.Index, known.Ink);
    }

    private static void Number(GlyphRun run, PageContent content, FontRegister fonts)
    {
        var font = fonts[run.Face];
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
