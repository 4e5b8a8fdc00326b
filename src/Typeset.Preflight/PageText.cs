using System.Collections.Immutable;
using Typeset.Preflight.Reading;

namespace Typeset.Preflight;

/// <summary>A glyph as printed: its text (empty where the one before stands for both, or nothing tells it), its origin, advance and size in points.</summary>
/// <param name="Text">From the font's map or the text that the file gives in its place.</param>
/// <param name="X">From the trimmed page's left edge.</param>
/// <param name="Baseline">From the trimmed page's top edge, downwards.</param>
/// <param name="Advance">By the width that the file declares, without spacing.</param>
/// <param name="Size">The type size as printed.</param>
/// <param name="Font">The font's name, subset tag included.</param>
/// <param name="IsFurniture">Whether it is marked as no part of the text: running heads, folios.</param>
public readonly record struct TextGlyph(string Text, double X, double Baseline, double Advance, double Size, string Font, bool IsFurniture);

/// <summary>Glyphs on one baseline, from left to right.</summary>
public sealed record TextLine(double Baseline, ImmutableArray<TextGlyph> Glyphs)
{
    /// <summary>The largest type size on the line.</summary>
    public double Size => Glyphs.Max(static g => g.Size);
    public double X => Glyphs[0].X;
    public double Right => Glyphs[^1].X + Glyphs[^1].Advance;
    public string Text => string.Concat(Glyphs.Select(static g => g.Text));

    /// <summary>Whether all of it is furniture.</summary>
    public bool IsFurniture => Glyphs.All(static g => g.IsFurniture);

    /// <summary>Its words: stretches between spaces, or gaps of more than half the type size; Han text without gaps is one word.</summary>
    public IEnumerable<TextWord> Words => TextWord.Of(Glyphs);
}

/// <summary>A word on a line; <see cref="X"/> and <see cref="Right"/> from the trimmed page's left edge.</summary>
public sealed record TextWord(string Text, double X, double Right, double Baseline, double Size)
{
    private const double Gap = 0.5;

    internal static IEnumerable<TextWord> Of(ImmutableArray<TextGlyph> glyphs)
    {
        var start = 0;
        for (var i = 0; i <= glyphs.Length; i++)
        {
            var ends = i == glyphs.Length || string.IsNullOrWhiteSpace(glyphs[i].Text) && glyphs[i].Text.Length > 0;
            var jumps = !ends && i > start && glyphs[i].X - (glyphs[i - 1].X + glyphs[i - 1].Advance) > Gap * glyphs[i].Size;
            if (!ends && !jumps) continue;
            if (i > start) yield return Join(glyphs.AsSpan(start, i - start));
            start = ends ? i + 1 : i;
        }
    }

    private static TextWord Join(ReadOnlySpan<TextGlyph> glyphs)
    {
        var text = "";
        foreach (var glyph in glyphs) text += glyph.Text;
        return new TextWord(text, glyphs[0].X, glyphs[^1].X + glyphs[^1].Advance, glyphs[0].Baseline, glyphs[0].Size);
    }
}

/// <summary>The text of a page of a PDF file, with the place of every glyph: points from the trimmed page's top left corner, y downwards.</summary>
/// <param name="Index">The page's index from 0.</param>
/// <param name="Width">Of the trimmed page.</param>
/// <param name="Height">Of the trimmed page.</param>
/// <param name="Glyphs">In the order in which the file shows them, invisible ones left out.</param>
public sealed record PageText(int Index, double Width, double Height, ImmutableArray<TextGlyph> Glyphs)
{
    /// <summary>Baselines nearer than this share of the type size are one line.</summary>
    private const double SameLine = 0.2;

    /// <summary>The rendering mode that paints nothing (ISO 32000-1 §9.3.6).</summary>
    internal const int Invisible = 3;

    /// <summary>The glyphs gathered into lines from top to bottom.</summary>
    public IEnumerable<TextLine> Lines
    {
        get
        {
            var line = new List<TextGlyph>();
            foreach (var glyph in Glyphs.OrderBy(static g => g.Baseline))
            {
                if (line.Count > 0 && glyph.Baseline - line[0].Baseline > SameLine * Math.Max(glyph.Size, line[0].Size))
                {
                    yield return LineOf(line);
                    line.Clear();
                }

                line.Add(glyph);
            }

            if (line.Count > 0) yield return LineOf(line);
        }
    }

    /// <summary>The pages of a PDF file, read one after the other.</summary>
    /// <exception cref="PdfFormatException">The file is none, is encrypted, or is damaged; may come while pages are asked for.</exception>
    public static IEnumerable<PageText> Read(ReadOnlyMemory<byte> pdf)
    {
        var file = PdfFile.Open(pdf);
        var fonts = new FontShelf(file);
        foreach (var page in PdfPage.All(file)) yield return Of(page, ContentReader.Read(page, file, fonts));
    }

    internal static PageText Of(PdfPage page, PageContent content)
    {
        var trim = page.Trim;
        var glyphs = ImmutableArray.CreateBuilder<TextGlyph>(content.Glyphs.Count);
        var replaced = -1;
        foreach (var glyph in content.Glyphs)
        {
            if (glyph.Mode == Invisible) continue;
            var (text, mark) = TextOf(glyph, content, replaced);
            replaced = mark;
            glyphs.Add(new TextGlyph(text, glyph.X - trim.Left, trim.Top - glyph.Y, glyph.Advance, glyph.Size, glyph.Font.Name, content.IsArtifact(glyph.Mark)));
        }

        return new PageText(page.Index, trim.Width, trim.Height, glyphs.DrainToImmutable());
    }

    /// <summary>A glyph's text; of several that one ActualText stands for, the first has it (ISO 32000-1 §14.9.4).</summary>
    private static (string Text, int Mark) TextOf(in ShownGlyph glyph, PageContent content, int replaced)
    {
        for (var mark = glyph.Mark; mark >= 0; mark = content.Marks[mark].Parent)
        {
            if (content.Marks[mark].Properties["ActualText"].AsText is { } text) return (mark == replaced ? "" : text, mark);
        }

        return (glyph.Font.TextOf(glyph.Code) ?? "", -1);
    }

    private static TextLine LineOf(List<TextGlyph> glyphs) => new(glyphs.Max(static g => g.Baseline), [.. glyphs.OrderBy(static g => g.X)]);
}
