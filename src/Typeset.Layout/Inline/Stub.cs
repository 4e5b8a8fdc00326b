// Stands in until the setting of lines lands; that change deletes this file.
using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Pages;
using Typeset.Shaping;
namespace Typeset.Layout.Inline;
internal sealed class InlineSetter(HouseStyle style, FontLibrary fonts, DiagnosticBag diagnostics)
{
    public HouseStyle S => style; public FontLibrary F => fonts; public DiagnosticBag D => diagnostics;
    public BrokenParagraph Break(RichText text, TextStyle style, Length measure, LineRules rules)
    {
        var n = (int)Math.Max(1, measure.DividedBy(style.Size));
        var lines = new List<string>();
        for (var i = 0; i < text.Text.Length; i += n) lines.Add(text.Text.Substring(i, Math.Min(n, text.Text.Length - i)));
        if (lines.Count == 0) lines.Add("");
        return new BrokenParagraph(lines, style);
    }
    public void Compose(BrokenParagraph paragraph, int from, int to, Point origin, Length pitch, Func<int, string> noteMark, ImmutableArray<PageItem>.Builder output) { }
    public Length WidthOf(RichText text, TextStyle style) => style.Size * text.Text.Length;
}
internal sealed class BrokenParagraph(List<string> lines, TextStyle style)
{
    public int LineCount => lines.Count;
    public ReadOnlySpan<int> NotesOf(int line) => [];
    public string TextOf(int line) => lines[line];
    public Length WidthOf(int line) => style.Size * lines[line].Length;
    public Length StartOf(int line) => Length.Zero;
}
