using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Pages;
using Typeset.Shaping;

namespace Typeset.Layout.Inline;

/// <summary>Sets the lines of one house style: breaks paragraphs, and composes their lines. One for a thread.</summary>
internal sealed class InlineSetter(GlyphSource source, LineRules defaults)
{
    private readonly Preparer _preparer = new(source);
    private readonly PreparedParagraph _paragraph = new();
    private readonly ParagraphBreaker _breaker = new();
    private readonly LineComposer _composer = new(source);

    public InlineSetter(HouseStyle style, FontLibrary fonts, DiagnosticBag diagnostics) : this(new NominalGlyphs(style, fonts), style.Lines)
    {
        _ = diagnostics;
    }

    /// <summary>Breaks a paragraph into lines of a measure; the style gives indents, size, tracking and the rest.</summary>
    public BrokenParagraph Break(RichText text, TextStyle style, Length measure, LineRules rules, ParagraphExtras? extras = null)
    {
        extras ??= ParagraphExtras.None;
        var frame = LineFrame.Of(style, measure);
        _preparer.Prepare(_paragraph, text, style, rules, extras);
        return new BrokenParagraph(text, style, frame, rules, extras, _breaker.Break(_paragraph, frame, extras));
    }

    /// <summary>The width of a text on one line.</summary>
    public Length WidthOf(RichText text, TextStyle style)
    {
        _preparer.Prepare(_paragraph, text, style, defaults, ParagraphExtras.None);
        return new Length(_paragraph.WidthOf(0, _paragraph.TrimEnd(0, _paragraph.Cells.Count)));
    }

    /// <summary>Appends lines <c>[from, to)</c>: the baseline of the first at the origin's y, the measure's left edge at its x.</summary>
    public void Compose(BrokenParagraph paragraph, int from, int to, Point origin, Length pitch, Func<int, string> noteMark, ImmutableArray<PageItem>.Builder output)
    {
        _preparer.Prepare(_paragraph, paragraph.Text, paragraph.Style, paragraph.Rules, paragraph.Extras with { NoteMark = noteMark });
        for (var line = from; line < to; line++) _composer.Compose(_paragraph, paragraph, line, origin with { Y = origin.Y + pitch * (line - from) }, output);
    }
}
