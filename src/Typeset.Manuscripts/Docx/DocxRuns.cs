using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Manuscripts.Raw.Drafts;
using M = DocumentFormat.OpenXml.Math;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Typeset.Manuscripts.Docx;

/// <summary>Reads what a paragraph holds: text, marks, and what is anchored to it.</summary>
internal sealed class DocxRuns(DocxContext context, DocxFields fields, DocxStyle style)
{
    public DraftText Text { get; } = new();

    /// <summary>Drawings and text boxes, which come behind the paragraph.</summary>
    public List<OpenXmlElement> Anchored { get; } = [];

    public bool BreaksPageBefore { get; private set; }
    public bool BreaksPageAfter { get; private set; }

    /// <summary>Some of it stands in a table of contents.</summary>
    public bool IsContents { get; private set; }

    /// <summary>The one type size of all of it, or null.</summary>
    public double? Size { get; private set; }

    private bool _isFirstRun = true;

    /// <summary>Reads notes' marks into the document's notes; null inside a note.</summary>
    public DocxNotes? Notes { get; init; }

    /// <summary>The part whose relationships links are of.</summary>
    public OpenXmlPart Part { get; init; } = context.Main;

    public void Read(W.Paragraph paragraph)
    {
        IsContents = fields.InContents;
        foreach (var child in paragraph.ChildElements) Visit(child, null);
    }

    private void Visit(OpenXmlElement element, string? link)
    {
        switch (element)
        {
            case W.ParagraphProperties: break;
            case W.Run run: ReadRun(run, link); break;
            case W.Hyperlink hyperlink: VisitAll(hyperlink, DocxLink.Of(hyperlink, Part, context) ?? link); break;
            case W.InsertedRun or W.MoveToRun: context.Insertions++; VisitAll(element, link); break;
            case W.DeletedRun or W.MoveFromRun: context.Deletions++; break;
            case W.SimpleField field: ReadField(field, link); break;
            case AlternateContent alternate: VisitAll((OpenXmlElement?)alternate.GetFirstChild<AlternateContentChoice>() ?? alternate, link); break;
            case M.OfficeMath or M.Paragraph: ReadFormula(element); break;
            case AlternateContentFallback: break;
            default: VisitAll(element, link); break;
        }
    }

    private void VisitAll(OpenXmlElement parent, string? link)
    {
        foreach (var child in parent.ChildElements) Visit(child, link);
    }

    private void ReadField(W.SimpleField field, string? link)
    {
        fields.Begin();
        fields.Instruct(field.Instruction?.Value ?? "");
        fields.Separate();
        VisitAll(field, link);
        fields.End();
    }

    private void ReadFormula(OpenXmlElement formula)
    {
        Append(formula.InnerText, InlineFormat.None, null);
        context.Complain(DocxReadingMessages.FormulaAsText, formula.InnerText);
    }

    private void ReadRun(W.Run run, string? link)
    {
        var face = DocxFace.Of(run.RunProperties, style, context.Styles);
        if (face.IsHidden && !fields.InContents)
        {
            if (!fields.InInstruction) context.Hide(run.InnerText);
            foreach (var child in run.ChildElements) ReadFieldSign(child);
            return;
        }

        foreach (var child in run.ChildElements) ReadPiece(child, face.Format, link ?? fields.Link);
        if (string.IsNullOrWhiteSpace(run.InnerText)) return;
        Size = _isFirstRun || Size == face.Size ? face.Size : null;
        _isFirstRun = false;
    }

    private bool ReadFieldSign(OpenXmlElement piece)
    {
        switch (piece)
        {
            case W.FieldChar sign when sign.FieldCharType.Known() == W.FieldCharValues.Begin: fields.Begin(); return true;
            case W.FieldChar sign when sign.FieldCharType.Known() == W.FieldCharValues.Separate: fields.Separate(); return true;
            case W.FieldChar: fields.End(); return true;
            case W.FieldCode code: fields.Instruct(code.Text); return true;
            default: return false;
        }
    }

    private void ReadPiece(OpenXmlElement piece, InlineFormat format, string? link)
    {
        if (ReadFieldSign(piece) || fields.InInstruction) return;
        switch (piece)
        {
            case W.Text text: Append(text.Text, format, link); break;
            case W.TabChar or W.PositionalTab: Append("\t", format, link); break;
            case W.Break { Parent: W.Run { RunProperties.RunStyle.Val.Value: OwnStyles.LayoutBreak } }: break;
            case W.Break lineBreak: ReadBreak(lineBreak); break;
            case W.CarriageReturn: Append(RichText.LineBreak.ToString(), InlineFormat.None, null); break;
            case W.NoBreakHyphen: Append("\u2011", format, link); break;
            case W.SymbolChar symbol: ReadSymbol(symbol, format, link); break;
            case W.FootnoteReference note: if (Notes?.Footnote(note.Id.Known()) is { } footnote) Text.AppendNote(footnote); break;
            case W.EndnoteReference note: if (Notes?.Endnote(note.Id.Known()) is { } endnote) Text.AppendNote(endnote); break;
            case W.Drawing or W.Picture or W.EmbeddedObject: Anchored.Add(piece); break;
            case AlternateContent alternate: foreach (var child in ((OpenXmlElement?)alternate.GetFirstChild<AlternateContentChoice>() ?? alternate).ChildElements) ReadPiece(child, format, link); break;
            case W.Ruby ruby: ReadRuby(ruby); break;
        }
    }

    private void ReadRuby(W.Ruby ruby)
    {
        foreach (var run in ruby.RubyBase?.Elements<W.Run>() ?? []) ReadRun(run, null);
        context.Complain(DocxReadingMessages.ObjectLeftOut, "ruby " + ruby.RubyContent?.InnerText);
    }

    private void ReadBreak(W.Break lineBreak)
    {
        var isPage = lineBreak.Type.Known() is { } type && (type == W.BreakValues.Page || type == W.BreakValues.Column);
        if (!isPage) Append(RichText.LineBreak.ToString(), InlineFormat.None, null);
        else if (Text.IsBlank) BreaksPageBefore = true;
        else BreaksPageAfter = true;
    }

    private void ReadSymbol(W.SymbolChar symbol, InlineFormat format, string? link)
    {
        if (!int.TryParse(symbol.Char?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)) return;
        if (code is >= 0xF000 and <= 0xF0FF or < 0x20 or (>= 0xD800 and <= 0xDFFF)) context.Complain(DocxReadingMessages.ObjectLeftOut, $"{symbol.Font?.Value} U+{code:X4}");
        else Append(((char)code).ToString(), format, link);
    }

    private void Append(string text, InlineFormat format, string? link)
    {
        IsContents |= fields.InContents;
        if (text.AsSpan().ContainsAny("\r\n\uFFFC\u2029\uFEFF")) text = text.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ').Replace("\uFFFC", "", StringComparison.Ordinal).Replace('\u2029', ' ').Replace("\uFEFF", "", StringComparison.Ordinal);
        Text.Append(text, format, link);
    }
}
