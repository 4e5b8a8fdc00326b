using DocumentFormat.OpenXml;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Raw.Drafts;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Typeset.Manuscripts.Docx;

/// <summary>Reads the body block by block into the draft.</summary>
internal sealed class DocxBody
{
    /// <summary>A paragraph wholly bold up to this length may be a heading: the bold face is told as a hint and not kept as stress.</summary>
    private const int LongestBoldHeading = 60;

    private readonly DocxContext _context;
    private readonly DocxFields _fields = new();
    private readonly DocxNotes _notes;
    private readonly DocxImages _images;
    private readonly DocxLists _lists;
    private readonly DocxTables _tables;
    private DocxRuns? _unfinished;

    public DocxBody(DocxContext context)
    {
        _context = context;
        _notes = new DocxNotes(context);
        _images = new DocxImages(context);
        _lists = new DocxLists(context.Draft);
        _tables = new DocxTables(context, _fields, _notes);
    }

    public void Read(OpenXmlElement element)
    {
        switch (element)
        {
            case W.Paragraph paragraph: ReadParagraph(paragraph); break;
            case W.Table table: ReadTable(table); break;
            case AlternateContent alternate: ReadAll((OpenXmlElement?)alternate.GetFirstChild<AlternateContentChoice>() ?? alternate); break;
            case W.DeletedRun or W.MoveFromRun: _context.Deletions++; break;
            case W.SectionProperties: break;
            case W.AltChunk chunk: _context.Complain(DocxReadingMessages.ObjectLeftOut, "altChunk " + chunk.Id?.Value); break;
            default: ReadAll(element); break;
        }
    }

    public void Finish() => _lists.Flush();

    private void ReadAll(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements) Read(child);
    }

    private void ReadParagraph(W.Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties;
        var style = _context.Styles.Of(properties?.ParagraphStyleId?.Val?.Value);
        var runs = new DocxRuns(_context, _fields, style) { Notes = _notes };
        if (_unfinished is { } before) runs.Text.Append(before.Text);
        _unfinished = null;
        runs.Read(paragraph);
        if (properties?.ParagraphMarkRunProperties?.GetFirstChild<W.Deleted>() is not null)
        {
            _context.Deletions++;
            _unfinished = runs;
            return;
        }

        if (runs.BreaksPageBefore) AddPageBreak();
        AddParagraph(runs, style, properties);
        AddAnchored(runs.Anchored);
        if (runs.BreaksPageAfter || BeginsSection(properties?.GetFirstChild<W.SectionProperties>())) AddPageBreak();
    }

    private void AddParagraph(DocxRuns runs, DocxStyle style, W.ParagraphProperties? properties)
    {
        var number = NumberOf(style, properties);
        if (runs.Text.IsBlank) return;
        var hints = HintsOf(runs, style, properties);
        var isOwnItem = _context.IsOwn && OwnStyles.NameOf(style.Id) == OwnStyles.ListItem;
        if (number is { } counted && DocxLists.IsItem(counted) && (isOwnItem || (hints.OutlineLevel is null && hints.Role is null)))
        {
            _lists.Add(runs.Text, counted, hints);
            return;
        }

        _lists.Flush();
        if (hints.PageBreakBefore && _context.IsOwn && hints.Role is LineRole.Body or LineRole.Heading1 or LineRole.Heading2) AddOwnPageBreak();
        if (_context.IsOwn && DocxOwnBlocks.Takes(OwnStyles.NameOf(style.Id), runs.Text, _context.Draft)) return;
        if (!DocxCaptions.Takes(runs.Text, style.Name, _context.Draft)) DocxOwnBlocks.AddLines(runs.Text, number is null ? hints : hints with { Number = number.Value.Text }, _context.Draft);
    }

    private DocxNumber? NumberOf(DocxStyle style, W.ParagraphProperties? properties)
    {
        var direct = properties?.NumberingProperties;
        var id = direct?.NumberingId?.Val.Known() ?? style.NumberingId;
        return id is > 0 ? _context.Numbering.Next(id.Value, direct?.NumberingLevelReference?.Val.Known() ?? style.NumberingLevel) : null;
    }

    private RawHints HintsOf(DocxRuns runs, DocxStyle style, W.ParagraphProperties? properties)
    {
        var level = properties?.OutlineLevel?.Val.Known() ?? style.OutlineLevel;
        var isBold = style.Bold || runs.Text.IsAll(InlineFormat.Strong);
        if (isBold && runs.Text.Length <= LongestBoldHeading && runs.Text.Last is not ('。' or '；' or '：')) runs.Text.Clear(InlineFormat.Strong);
        return new RawHints
        {
            Role = runs.IsContents ? LineRole.ContentsEntry : RoleOf(style),
            Style = style.Name,
            OutlineLevel = level is >= 0 and < 9 ? level + 1 : null,
            Alignment = AlignmentOf(properties?.Justification?.Val.Known() ?? style.Alignment),
            Bold = isBold,
            Size = runs.Size,
            FirstLineIndent = DocxStyles.IndentOf(properties?.Indentation) ?? style.FirstLineIndent,
            PageBreakBefore = DocxStyles.IsOn(properties?.PageBreakBefore) ?? style.PageBreakBefore,
        };
    }

    private LineRole? RoleOf(DocxStyle style)
    {
        if (_context.IsOwn) return OwnStyles.RoleOf(style.Id);
        if (style.Name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase)) return LineRole.ContentsEntry;
        return style.Name.Equals("TOC Heading", StringComparison.OrdinalIgnoreCase) ? LineRole.ContentsTitle : null;
    }

    private void ReadTable(W.Table table)
    {
        _lists.Flush();
        var rows = table.Elements<W.TableRow>().ToArray();
        var isFrame = rows.Length == 1 && rows[0].Elements<W.TableCell>().Count() == 1;
        if (isFrame)
        {
            ReadAll(rows[0].Elements<W.TableCell>().First());
            return;
        }

        var anchored = _tables.Add(table);
        DocxCaptions.TakeAbove(_context.Draft);
        AddAnchored(anchored);
    }

    /// <summary>Pictures become figures, text boxes paragraphs; of an object that is neither, its picture is taken.</summary>
    private void AddAnchored(IReadOnlyList<OpenXmlElement> anchored)
    {
        foreach (var element in anchored)
        {
            _lists.Flush();
            var boxes = element.Descendants<W.TextBoxContent>().Where(static box => !box.Ancestors<AlternateContentFallback>().Any()).ToArray();
            if (element is W.EmbeddedObject) _context.Complain(DocxReadingMessages.ObjectLeftOut, element.Descendants<DocumentFormat.OpenXml.Vml.Office.OleObject>().FirstOrDefault()?.ProgId?.Value ?? "OLE");
            if (boxes.Length == 0) _images.Add(element);
            _context.TextBoxes += boxes.Length;
            foreach (var box in boxes) ReadAll(box);
        }
    }

    private void AddPageBreak()
    {
        _lists.Flush();
        _context.Draft.AddPageBreak();
    }

    private void AddOwnPageBreak() => _context.Draft.AddBlock(static span => new PageBreak(span), _context.Draft.Position);

    private static bool BeginsSection(W.SectionProperties? section) =>
        section is not null && (section.GetFirstChild<W.SectionType>()?.Val.Known() is not { } type || type != W.SectionMarkValues.Continuous);

    private static Alignment? AlignmentOf(W.JustificationValues? value)
    {
        if (value is not { } justification) return null;
        if (justification == W.JustificationValues.Center) return Alignment.Center;
        if (justification == W.JustificationValues.Right || justification == W.JustificationValues.End) return Alignment.End;
        return justification == W.JustificationValues.Left || justification == W.JustificationValues.Start ? Alignment.Start : Alignment.Justify;
    }
}
