using System.Collections.Immutable;
using System.Text;
using Markdig.Syntax;
using Typeset.Documents;
using SourceSpan = Typeset.Core.SourceSpan;

namespace Typeset.Manuscripts.Markdown;

/// <summary>Reads a fenced block into one paragraph without indent, its lines kept.</summary>
internal static class CodeReader
{
    public static Paragraph Read(CodeBlock code, SourceSpan span, Manuscript manuscript)
    {
        var text = new StringBuilder();
        var runs = ImmutableArray.CreateBuilder<InlineRun>();
        for (var i = 0; i < code.Lines.Count; i++)
        {
            if (i > 0) Append(text, runs, RichText.LineBreak.ToString(), span, isVerbatim: false);
            Append(text, runs, code.Lines.Lines[i].Slice.ToString(), LineSpan(code, i, manuscript), isVerbatim: true);
        }

        return new Paragraph(new RichText(text.ToString(), runs.ToImmutable()), ParagraphRole.NoIndent, span);
    }

    private static SourceSpan LineSpan(CodeBlock code, int line, Manuscript manuscript)
    {
        var slice = code.Lines.Lines[line].Slice;
        return manuscript.SpanOf(new Markdig.Syntax.SourceSpan(slice.Start, slice.End));
    }

    private static void Append(StringBuilder text, ImmutableArray<InlineRun>.Builder runs, string piece, SourceSpan span, bool isVerbatim)
    {
        if (piece.Length == 0) return;
        var isSame = isVerbatim && span.Source!.Text.AsSpan(span.Start, span.End - span.Start).SequenceEqual(piece);
        runs.Add(new InlineRun(text.Length, text.Length + piece.Length, InlineFormat.Code, span, isSame));
        text.Append(piece);
    }
}
