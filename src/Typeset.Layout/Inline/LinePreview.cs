using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Inline;

namespace Typeset.Layout;

/// <summary>Shows how a text breaks, without pages: on a grid of characters where Han takes one em and Western characters half.</summary>
public static class LinePreview
{
    private static readonly Length Size = 16.Pt;

    /// <summary>The lines of one paragraph in a measure, with the style's rules.</summary>
    public static ImmutableArray<string> Break(string text, Em measure, LineRules rules, Em firstLineIndent = default)
    {
        var style = new TextStyle { Font = "song", Size = Size, LinePitch = Size * 2, FirstLineIndent = firstLineIndent.At(Size) };
        var paragraph = new InlineSetter(EmGrid.Instance, rules).Break(RichText.Plain(text, SourceSpan.None), style, measure.At(Size), rules);
        var lines = ImmutableArray.CreateBuilder<string>(paragraph.LineCount);
        for (var i = 0; i < paragraph.LineCount; i++) lines.Add(paragraph.TextOf(i));
        return lines.MoveToImmutable();
    }

    /// <summary>The lines of one paragraph with default rules in a mode and at a prohibition level.</summary>
    public static ImmutableArray<string> Break(string text, Em measure, LineBreakMode mode, ProhibitionLevel level = ProhibitionLevel.Basic) =>
        Break(text, measure, new LineRules { Mode = mode, Prohibition = level });
}
