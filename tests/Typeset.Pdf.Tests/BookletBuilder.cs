using System.Collections.Immutable;
using Typeset.Core;
using Typeset.OpenType;
using Typeset.Pages;

namespace Typeset.Pdf.Tests;

/// <summary>Builds display lists by hand: pages of lines, each glyph where its advance puts it.</summary>
internal sealed class BookletBuilder
{
    public static readonly Size A5 = new(148.Mm, 210.Mm);

    private readonly List<(PageInfo Info, List<PageItem> Items)> _pages = [];
    private readonly List<OutlineEntry> _outline = [];
    private readonly List<StructureElement> _structure = [];
    private ImmutableDictionary<string, Destination> _destinations = ImmutableDictionary<string, Destination>.Empty;

    public DocumentInfo Info { get; set; } = new("样张", "编者", "题目", "zh-CN", new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(8)));

    public BookletBuilder Page(PageLabel? label = null, Size? trim = null)
    {
        _pages.Add((new PageInfo(trim ?? A5, label ?? new PageLabel(PageLabelStyle.Decimal, _pages.Count + 1)), []));
        return this;
    }

    public BookletBuilder Add(params PageItem[] items)
    {
        _pages[^1].Items.AddRange(items);
        return this;
    }

    public BookletBuilder Line(FontFace face, double size, double x, double y, string text, Ink? ink = null) => Add(Run(face, size, x, y, text, ink));

    public BookletBuilder Outline(int level, string title, string destination)
    {
        _outline.Add(new OutlineEntry(level, title, destination));
        return this;
    }

    public BookletBuilder Destination(string name, int page, Length y)
    {
        _destinations = _destinations.Add(name, new Destination(page, y));
        return this;
    }

    /// <summary>Adds an element and returns its index.</summary>
    public int Element(StructureRole role, int parent, string alternative = "")
    {
        _structure.Add(new StructureElement(role, parent, alternative));
        return _structure.Count - 1;
    }

    public PagedBooklet Build() => new()
    {
        Info = Info,
        Pages = [.. _pages.Select(static p => p.Info)],
        Compose = i => new Page(i, _pages[i].Info.Trim, [.. _pages[i].Items]),
        Outline = [.. _outline],
        Destinations = _destinations,
        Structure = [.. _structure],
    };

    /// <summary>Every character as its nominal glyph, one after the other.</summary>
    public static GlyphRun Run(FontFace face, double size, double x, double y, string text, Ink? ink = null)
    {
        var glyphs = new List<PlacedGlyph>();
        var pen = Length.Zero;
        var start = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = face.GlyphOf(rune.Value);
            glyphs.Add(new PlacedGlyph(glyph, (int)pen.Raw, 0, start, (ushort)rune.Utf16SequenceLength));
            pen += new FontUnits(face.AdvanceOf(glyph)).At(size.Pt, face.UnitsPerEm);
            start += rune.Utf16SequenceLength;
        }

        return new GlyphRun(face, size.Pt, ink ?? Ink.Black, new Point(x.Pt, y.Pt), [.. glyphs], text, SourceSpan.None);
    }

    /// <summary>A rectangle in points.</summary>
    public static Rectangle Box(double x, double y, double width, double height) => new(x.Pt, y.Pt, width.Pt, height.Pt);
}
