using System.Collections.Concurrent;
using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Pages;
using Typeset.Shaping;

namespace Typeset.Layout.Inline;

/// <summary>Sets the lines of one house style: breaks paragraphs, and composes their lines. Safe from any thread.</summary>
internal sealed class InlineSetter
{
    private readonly ConcurrentBag<InlineWorker> _idle = [];
    private readonly Func<InlineWorker> _hire;
    private readonly LineRules _rules;
    private readonly GlyphReports _reports = new();
    private readonly DiagnosticBag? _diagnostics;

    public InlineSetter(HouseStyle style, FontLibrary fonts, DiagnosticBag diagnostics)
    {
        var shaper = new Shaper(_reports);
        (_rules, _diagnostics) = (style.Lines, diagnostics);
        _hire = () => new InlineWorker(new FaceGlyphs(style, fonts, shaper));
    }

    /// <summary>Sets lines by a model of glyphs; they can be broken, not composed.</summary>
    public InlineSetter(EmGrid grid, LineRules rules) => (_hire, _rules) = (() => new InlineWorker(grid), rules);

    /// <summary>Breaks a paragraph into lines of a measure; the style gives indents, size, tracking and the rest.</summary>
    public BrokenParagraph Break(RichText text, TextStyle style, Length measure, LineRules rules, ParagraphExtras? extras = null)
    {
        var worker = Take();
        var broken = worker.Break(text, style, measure, rules, extras ?? ParagraphExtras.None);
        _idle.Add(worker);
        return broken;
    }

    /// <summary>The width of a text on one line.</summary>
    public Length WidthOf(RichText text, TextStyle style)
    {
        var worker = Take();
        var width = worker.WidthOf(text, style, _rules);
        _idle.Add(worker);
        return width;
    }

    /// <summary>Appends lines <c>[from, to)</c>: the baseline of the first at the origin's y, the measure's left edge at its x.</summary>
    public void Compose(BrokenParagraph paragraph, int from, int to, Point origin, Length pitch, Func<int, string> noteMark, ImmutableArray<PageItem>.Builder output) =>
        Compose(new LineRequest(paragraph, from, to, origin, pitch, noteMark), output);

    /// <summary>Appends the lines asked for.</summary>
    public void Compose(in LineRequest lines, ImmutableArray<PageItem>.Builder output)
    {
        var worker = Take();
        worker.Compose(lines, output);
        _idle.Add(worker);
    }

    /// <summary>Tells what the faces lacked for all that was set so far; to be called once, when all paragraphs are broken.</summary>
    public void ReportGlyphs()
    {
        if (_diagnostics is not null) _reports.ReportTo(_diagnostics);
    }

    /// <summary>The characters that no face has, among all that was set so far.</summary>
    public IEnumerable<int> MissingCharacters => _reports.MissingCharacters;

    private InlineWorker Take() => _idle.TryTake(out var worker) ? worker : _hire();
}

/// <summary>Lines <c>[From, To)</c> of a paragraph and where they go: the first baseline at the origin's y, the measure's left edge at its x.</summary>
internal readonly record struct LineRequest(BrokenParagraph Paragraph, int From, int To, Point Origin, Length Pitch, Func<int, string> NoteMark)
{
    /// <summary>The elements of the structure that stand inside the paragraph.</summary>
    public InlineElements Elements { get; init; }
}

/// <summary>What one thread sets lines with; its room is used again for each paragraph.</summary>
internal sealed class InlineWorker(GlyphSource source)
{
    private readonly Preparer _preparer = new(source);
    private readonly PreparedParagraph _paragraph = new();
    private readonly ParagraphBreaker _breaker = new();
    private readonly LineComposer _composer = new(source);

    public BrokenParagraph Break(RichText text, TextStyle style, Length measure, LineRules rules, ParagraphExtras extras)
    {
        var frame = LineFrame.Of(style, measure);
        _preparer.Prepare(_paragraph, text, style, rules, extras);
        return new BrokenParagraph(text, style, frame, rules, extras, _breaker.Break(_paragraph, frame, extras));
    }

    public Length WidthOf(RichText text, TextStyle style, LineRules rules)
    {
        _preparer.Prepare(_paragraph, text, style, rules, ParagraphExtras.None);
        return new Length(_paragraph.WidthOf(0, _paragraph.TrimEnd(0, _paragraph.Cells.Count)));
    }

    public void Compose(in LineRequest lines, ImmutableArray<PageItem>.Builder output)
    {
        var broken = lines.Paragraph;
        _preparer.Prepare(_paragraph, broken.Text, broken.Style, broken.Rules, broken.Extras with { NoteMark = lines.NoteMark });
        for (var line = lines.From; line < lines.To; line++)
        {
            var baseline = lines.Origin.Y + lines.Pitch * (line - lines.From);
            _composer.Compose(_paragraph, lines, line, lines.Origin with { Y = baseline }, output);
        }
    }
}
