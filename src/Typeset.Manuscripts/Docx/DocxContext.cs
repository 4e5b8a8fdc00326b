using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Raw.Drafts;

namespace Typeset.Manuscripts.Docx;

/// <summary>What the reading of one Word file shares: its parts, the draft that grows, and what there is to tell at the end.</summary>
internal sealed class DocxContext(string path, MainDocumentPart main)
{
    /// <summary>Characters of hidden or header text that a message shows.</summary>
    private const int ShownText = 80;

    private readonly List<(MessageTemplate Message, int Position, string Argument)> _complaints = [];
    private readonly HashSet<string> _hidden = [];

    public MainDocumentPart Main => main;
    public RawDraft Draft { get; } = new(path, RawKind.Docx);
    public DocxStyles Styles { get; } = new(main.StyleDefinitionsPart);
    public DocxNumbering Numbering { get; } = new(main.NumberingDefinitionsPart);

    /// <summary>The document was written by this program: its styles are named for their parts.</summary>
    public bool IsOwn { get; } = OwnStyles.Are(main.StyleDefinitionsPart);

    /// <summary>Width of the text of the section, in English Metric Units; 0 where it is not known.</summary>
    public long TextWidth { get; set; }

    public int Insertions { get; set; }
    public int Deletions { get; set; }
    public int TextBoxes { get; set; }

    public void Complain(MessageTemplate message, string argument) => _complaints.Add((message, Draft.Position, Short(argument)));

    /// <summary>Text that is there and not shown; told once at the end.</summary>
    public void Hide(string text)
    {
        if (!string.IsNullOrWhiteSpace(text)) _hidden.Add(text.Trim());
    }

    /// <summary>Tells what was met, each at its place in the extracted text.</summary>
    public void Report(SourceText source, DiagnosticBag diagnostics)
    {
        foreach (var (message, position, argument) in _complaints) diagnostics.Add(message.At(RawDraft.Moved(source, position), argument));
        var head = source.Span(0, 0);
        if (Insertions + Deletions > 0) diagnostics.Add(DocxReadingMessages.ChangesAccepted.At(head, Number(Insertions + Deletions), Number(Insertions), Number(Deletions)));
        if (TextBoxes > 0) diagnostics.Add(DocxReadingMessages.TextBoxTaken.At(head, Number(TextBoxes)));
        if (_hidden.Count > 0) diagnostics.Add(DocxReadingMessages.HiddenLeftOut.At(head, Short(string.Join(" / ", _hidden))));
        if (main.WordprocessingCommentsPart?.Comments?.ChildElements.Count is { } comments and > 0) diagnostics.Add(DocxReadingMessages.CommentsLeftOut.At(head, Number(comments)));
        if (!IsOwn && FurnitureText() is { Length: > 0 } furniture) diagnostics.Add(DocxReadingMessages.FurnitureLeftOut.At(head, Short(furniture)));
    }

    private string FurnitureText()
    {
        var texts = main.HeaderParts.Select(static part => part.Header?.InnerText).Concat(main.FooterParts.Select(static part => part.Footer?.InnerText));
        return string.Join(" / ", texts.OfType<string>().Select(static text => text.Trim()).Where(static text => text.Length > 0).Distinct(StringComparer.Ordinal));
    }

    private static string Short(string text) => text.Length <= ShownText ? text : text[..ShownText] + "…";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
