using Typeset.Preflight.Reading;

namespace Typeset.Preflight.Checks;

/// <summary>A line of a block: its glyphs from left to right, those without a text left out.</summary>
internal sealed record BlockLine(List<(ShownGlyph Glyph, string Text)> Glyphs)
{
    public ShownGlyph First => Glyphs[0].Glyph;
    public string Text => string.Concat(Glyphs.Select(static g => g.Text)).Trim();
}

/// <summary>The part of a paragraph, heading, cell or note that stands on one page.</summary>
/// <param name="Element">The element of the structure.</param>
/// <param name="Role">Its type.</param>
/// <param name="Lines">From top to bottom.</param>
/// <param name="BeginsHere">Whether no part of it stands on a page before.</param>
/// <param name="EndsHere">Whether no part of it stands on a later page.</param>
internal sealed record TextBlock(PdfObject Element, string Role, List<BlockLine> Lines, bool BeginsHere, bool EndsHere)
{
    private const int DeepestBlock = 20;

    /// <summary>A baseline lower by this share of the type size is another line; note marks are raised by less.</summary>
    private const double NextLine = 0.6;

    private static readonly string[] Inline = ["Span", "Link", "Reference", "Quote", "Code", "Annot", "NonStruct", "Figure"];

    /// <summary>The blocks on a tagged page in reading order; none on an untagged one.</summary>
    public static List<TextBlock> On(PageView page)
    {
        var parents = page.MarkParents;
        var blocks = new List<TextBlock>();
        var byElement = new Dictionary<int, List<(ShownGlyph, string)>>();
        foreach (var (glyph, text) in Visible(page))
        {
            if (page.Content.ElementMark(glyph.Mark)?.Id is not { } id || BlockOf(parents[id]) is not { } element) continue;
            if (!byElement.TryGetValue(element.Number, out var glyphs))
            {
                byElement[element.Number] = glyphs = [];
                var (begins, ends) = Extent(element, page.Page.Dictionary.Number);
                blocks.Add(new TextBlock(element, element["S"].AsName ?? "", [], begins, ends));
            }

            glyphs.Add((glyph, text));
        }

        foreach (var block in blocks) block.Lines.AddRange(LinesOf(byElement[block.Element.Number]));
        return blocks;
    }

    private static IEnumerable<(ShownGlyph Glyph, string Text)> Visible(PageView page)
    {
        var texts = page.Text.Glyphs;
        var index = 0;
        foreach (var glyph in page.Content.Glyphs)
        {
            if (glyph.Mode == PageText.Invisible) continue;
            if (texts[index] is { Text.Length: > 0, IsFurniture: false } shown) yield return (glyph, shown.Text);
            index++;
        }
    }

    private static PdfObject? BlockOf(PdfObject element)
    {
        for (var depth = 0; depth < DeepestBlock && element["S"].AsName is { } role; depth++, element = element["P"])
        {
            if (!Inline.Contains(role)) return element.Number == 0 ? null : element;
        }

        return null;
    }

    /// <summary>Whether the element's first and last content stands on a page; content of elements inside counts as theirs.</summary>
    private static (bool Begins, bool Ends) Extent(PdfObject element, int page)
    {
        var kids = element["K"] is PdfArray array ? array : new PdfArray(null, [element["K"]]);
        return kids.Count == 0 ? (true, true) : (PageOf(kids[0], element, first: true) == page, PageOf(kids[kids.Count - 1], element, first: false) == page);
    }

    private static int PageOf(PdfObject kid, PdfObject parent, bool first)
    {
        for (var depth = 0; depth < DeepestBlock && kid["S"].AsName is not null; depth++)
        {
            parent = kid;
            kid = kid["K"] is PdfArray { Count: > 0 } kids ? kids[first ? 0 : kids.Count - 1] : kid["K"];
        }

        return kid["Pg"].Number is var own and not 0 ? own : parent["Pg"].Number;
    }

    private static IEnumerable<BlockLine> LinesOf(List<(ShownGlyph Glyph, string Text)> glyphs)
    {
        var line = new List<(ShownGlyph, string)>();
        var (baseline, size) = (double.NaN, 0.0);
        foreach (var item in glyphs)
        {
            if (line.Count > 0 && baseline - item.Glyph.Y > NextLine * Math.Max(size, item.Glyph.Size))
            {
                yield return new BlockLine(line);
                line = [];
            }

            if (line.Count == 0 || item.Glyph.Size > size) (baseline, size) = (item.Glyph.Y, item.Glyph.Size);
            line.Add(item);
        }

        if (line.Count > 0) yield return new BlockLine(line);
    }
}

/// <summary>How full a page is, and of what.</summary>
/// <param name="Lines">Lines of text, furniture aside.</param>
/// <param name="FirstArticle">The object number of the article that the first block belongs to; 0 for none.</param>
/// <param name="LastArticle">The same of the last block.</param>
/// <param name="HasImages">Whether images stand on it.</param>
/// <param name="LastLine">Where the last line begins.</param>
internal readonly record struct PageFill(int Lines, int FirstArticle, int LastArticle, bool HasImages, Place LastLine)
{
    private const int DeepestArticle = 50;

    public static PageFill Of(PageView page)
    {
        var blocks = page.Blocks;
        if (blocks.Count == 0) return new(0, 0, 0, page.Content.Images.Count > 0, page.Place);
        var last = blocks[^1].Lines.Count > 0 ? page.PlaceOf(blocks[^1].Lines[^1].First) : page.Place;
        return new(blocks.Sum(static b => b.Lines.Count), ArticleOf(blocks[0].Element), ArticleOf(blocks[^1].Element), page.Content.Images.Count > 0, last);
    }

    private static int ArticleOf(PdfObject element)
    {
        for (var depth = 0; depth < DeepestArticle && !element.IsNull; depth++, element = element["P"])
        {
            if (element["S"].AsName == "Art") return element.Number;
        }

        return 0;
    }
}
