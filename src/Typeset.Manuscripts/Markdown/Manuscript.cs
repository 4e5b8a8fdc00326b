using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Typeset.Core;
using Typeset.Manuscripts.Images;
using MarkdownSpan = Markdig.Syntax.SourceSpan;
using SourceSpan = Typeset.Core.SourceSpan;

namespace Typeset.Manuscripts.Markdown;

/// <summary>What the conversion of one article shares: the file, where its Markdown begins, and what has been met so far.</summary>
internal sealed class Manuscript(SourceText source, int origin, string folder, ImageShelf images, LinkTargets links, DiagnosticBag diagnostics)
{
    public SourceText Source => source;
    public string Folder => folder;
    public ImageShelf Images => images;
    public LinkTargets Links => links;
    public DiagnosticBag Diagnostics => diagnostics;

    /// <summary>The note behind each mark, in the order of the marks.</summary>
    public List<Footnote> Marks { get; } = [];

    /// <summary>Notes that some mark points to, also a mark that is refused.</summary>
    public HashSet<Footnote> UsedNotes { get; } = [];

    /// <summary>Definitions that some link has used.</summary>
    public HashSet<LinkReferenceDefinition> UsedDefinitions { get; } = [];

    /// <summary>A place in the Markdown as a place in the file; Markdig's ends are inclusive.</summary>
    public SourceSpan SpanOf(MarkdownSpan span)
    {
        var start = Math.Clamp(origin + span.Start, 0, source.Text.Length);
        return source.Span(start, Math.Clamp(origin + span.End + 1, start, source.Text.Length));
    }

    public void Report(MessageTemplate message, SourceSpan span, params ReadOnlySpan<string> arguments) => diagnostics.Add(message.At(span, arguments));
}
