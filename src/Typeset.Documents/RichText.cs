using System.Collections.Immutable;
using Typeset.Core;

namespace Typeset.Documents;

/// <summary>How a stretch of text is marked up by the author; the house style says what that looks like.</summary>
[Flags]
public enum InlineFormat : byte
{
    None = 0,
    /// <summary>着重号: a dot under each character.</summary>
    EmphasisDots = 1,
    /// <summary>加粗: the bold or black face of the style.</summary>
    Strong = 2,
    /// <summary>Code or a literal: the style's monospaced face.</summary>
    Code = 4,
    Superscript = 8,
    Subscript = 16,
}

/// <summary>
/// A stretch <c>[Start, End)</c> of a <see cref="RichText"/> with one markup and one source span. Where the run's text stands in the
/// source as it is (<see cref="Verbatim"/>), character i of the run is character <c>Span.Start + i</c> of the source.
/// </summary>
public readonly record struct InlineRun(int Start, int End, InlineFormat Format, SourceSpan Span, bool Verbatim = true, string? LinkTarget = null, int FootnoteIndex = -1)
{
    /// <summary>The place in the source of the character at an index of the whole text.</summary>
    public SourceSpan SpanAt(int index) =>
        Verbatim && !Span.IsNone ? new SourceSpan(Span.Source, Span.Start + index - Start, Span.Start + index - Start + 1) : Span;
}

/// <summary>
/// One paragraph's text, flat: the characters, and runs that cover them without gap or overlap. A note mark is the one character
/// <see cref="NoteMark"/> in a run of its own with <see cref="InlineRun.FootnoteIndex"/>; a hard line break is <see cref="LineBreak"/>.
/// </summary>
public sealed record RichText(string Text, ImmutableArray<InlineRun> Runs)
{
    public const char NoteMark = '\uFFFC';
    public const char LineBreak = '\u2028';

    public static readonly RichText Empty = new("", []);

    /// <summary>Text without markup.</summary>
    public static RichText Plain(string text, SourceSpan span, bool verbatim = true) =>
        text.Length == 0 ? Empty : new(text, [new InlineRun(0, text.Length, InlineFormat.None, span, verbatim)]);

    public bool IsEmpty => Text.Length == 0;
}
