using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Docx.Parts;
using Typeset.Docx.Runs;

namespace Typeset.Docx.Flow;

/// <summary>Writes <c>word/document.xml</c>: cover, contents, parts and articles, colophon, in sections.</summary>
internal sealed class DocumentPart
{
    private readonly TwinContext _context;
    private readonly DocxLinks _links;
    private readonly SectionMaker _sections;
    private readonly ImmutableArray<ArticleNotes>.Builder _notes = ImmutableArray.CreateBuilder<ArticleNotes>();
    private int _nextNote = 1;

    public DocumentPart(TwinContext context, DocxLinks links)
    {
        (_context, _links) = (context, links);
        _sections = new SectionMaker(context);
        AddBookmarks();
    }

    /// <summary>The notes that the text refers to, once it is written.</summary>
    public ImmutableArray<ArticleNotes> Notes => _notes.ToImmutable();

    private Booklet Booklet => _context.Styled.Booklet;

    private HouseStyle House => _context.Styled.Style;

    public void Write(Stream stream, CancellationToken cancellation)
    {
        using var writer = new OpenXmlPartWriter(stream);
        writer.WriteStartDocument(true);
        writer.WriteStartElement(new W.Document(), [], [new("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")]);
        writer.WriteStartElement(new W.Body());
        var body = new BodyStream(writer);
        body.Close(WriteSections(body, cancellation));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private void AddBookmarks()
    {
        foreach (var entry in _context.Map.Contents) _context.Bookmarks.Add(entry.Destination);
        foreach (var chapter in _context.Map.Chapters)
        {
            foreach (var article in chapter.Articles) _context.Bookmarks.Add(article.Id);
        }
    }

    private static string PartPlace(int part) => "part-" + (part + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes all; gives the properties of the last section. A section's properties are known when it begins and written when it ends.</summary>
    private W.SectionProperties WriteSections(BodyStream body, CancellationToken cancellation)
    {
        var paragraphs = new ParagraphBuilder(_context, _links);
        var front = new FrontWriter(_context, paragraphs, body);
        W.SectionProperties? open = null;
        if (front.WriteCover() is { } top) open = _sections.Bare(new SectionStart(SectionSide.Next), top, isCover: true);
        if (_context.Map.ContentsTitle is not null)
        {
            Blanks(_context.Map.BlanksBeforeContents, House.Furniture.FrontFormat, Begin);
            Begin(_sections.Contents(ContentsStart));
            front.WriteContents();
        }

        WriteChapters(front, paragraphs, body, Begin, cancellation);
        if (!_context.Map.Colophon.IsEmpty)
        {
            Begin(_sections.Bare(new SectionStart(SectionSide.Next), House.Page.HeadMargin + _context.Map.Colophon[0].Before, isCover: false));
            front.WriteColophon();
        }

        return open ?? _sections.Bare(new SectionStart(SectionSide.Next), House.Page.HeadMargin, isCover: false);

        void Begin(W.SectionProperties next)
        {
            if (open is not null) body.EndSection(open);
            open = next;
        }
    }

    private SectionStart ContentsStart => new(SectionSide.Next, 1, House.Contents.NumberedApart ? House.Furniture.FrontFormat : House.Furniture.BodyFormat);

    private void WriteChapters(FrontWriter front, ParagraphBuilder paragraphs, BodyStream body, Action<W.SectionProperties> begin, CancellationToken cancellation)
    {
        var (part, begun) = (-1, false);
        var hasBodyNumbers = _context.Map.ContentsTitle is not null && !House.Contents.NumberedApart;
        HouseStyle? current = null;
        foreach (var chapter in _context.Map.Chapters)
        {
            cancellation.ThrowIfCancellationRequested();
            var articles = chapter.Articles.Select(FindArticle).ToArray();
            var style = _context.Styled.StyleOf(articles[0]);
            var newPart = chapter.Part != part;
            part = chapter.Part;
            Blanks(chapter.BlanksBefore, begun ? House.Furniture.BodyFormat : House.Furniture.FrontFormat, begin);
            if (chapter.BlanksBefore > 0) current = null;
            if (newPart && Booklet.Parts[part].Title.Length > 0 && House.Pages.PartTitlePage)
            {
                begin(_sections.Bare(Start(House.Pages.Parts == StartOn.Recto ? SectionSide.Recto : SectionSide.Next), House.Page.HeadMargin + House.Page.TypeAreaHeight / 3, isCover: false));
                front.WritePartTitle(part, PartPlace(part));
                current = null;
            }

            var needsSection = !begun || current is null || NeedsSections(style, current);
            if (needsSection) begin(_sections.Body(Start(SectionSide.Next) with { Format = style.Furniture.BodyFormat }, style, chapter));
            current = style;
            WriteChapter(chapter, articles, new ArticleWriterSetup(paragraphs, body, BreakBefore: !needsSection));
        }

        SectionStart Start(SectionSide side)
        {
            var start = new SectionStart(side, begun || hasBodyNumbers ? null : 1, House.Furniture.BodyFormat);
            begun = true;
            return start;
        }
    }

    /// <summary>
    /// Blank pages are pages of their own, always versos, so that what follows is a recto after editing too: where a program only skips to the next
    /// recto, what it exports may have no page there, and LibreOffice 7.4 gives the first page of a section that does so another height.
    /// </summary>
    private void Blanks(int count, FolioFormat format, Action<W.SectionProperties> begin)
    {
        for (var i = 0; i < count; i++) begin(_sections.Bare(new SectionStart(SectionSide.Verso, null, format), House.Page.HeadMargin, isCover: false));
    }

    private readonly record struct ArticleWriterSetup(ParagraphBuilder Paragraphs, BodyStream Body, bool BreakBefore);

    /// <summary>Running heads name the article; pages may differ too.</summary>
    private static bool NeedsSections(HouseStyle style, HouseStyle before) => style.Furniture.RunningHeads || style.Page != before.Page || style.Furniture != before.Furniture || style.Footnotes != before.Footnotes;

    private void WriteChapter(ChapterMap chapter, Article[] articles, ArticleWriterSetup setup)
    {
        using var cursor = new BlockCursor(chapter.Blocks);
        var (writer, breakBefore, noteIndex) = (new ArticleWriter(_context, setup.Paragraphs, setup.Body, cursor), setup.BreakBefore, 0);
        foreach (var article in articles)
        {
            var variant = _context.Sheet.VariantOf(_context.Styled.StyleOf(article), chapter.Tightening);
            if (article.Footnotes.Length > 0) _notes.Add(new ArticleNotes(article, variant, _nextNote, noteIndex, chapter));
            writer.Write(article, variant, _nextNote, breakBefore);
            (_nextNote, noteIndex, breakBefore) = (_nextNote + article.Footnotes.Length, noteIndex + article.Footnotes.Length, false);
        }

        _context.Statistics.UnmappedBlocks += cursor.Missed;
    }

    private Dictionary<string, Article>? _articles;

    private Article FindArticle(ArticleMap map)
    {
        _articles ??= Booklet.Parts.SelectMany(static part => part.Articles).ToDictionary(static article => article.Id, StringComparer.Ordinal);
        return _articles[map.Id];
    }
}
