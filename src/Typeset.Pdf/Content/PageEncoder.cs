using System.Diagnostics;
using Typeset.Core;
using Typeset.Pages;
using Typeset.Pdf.Colour;
using Typeset.Pdf.Objects;
using Typeset.Pdf.Structure;

namespace Typeset.Pdf.Content;

/// <summary>Turns a page's items into the operators of a content stream (ISO 32000-1 §8.2). One is used for many pages, one after the other.</summary>
internal sealed class PageEncoder(PagedBooklet booklet, PdfOptions options)
{
    private readonly PageSpace _space = new();
    private readonly PageFrame _frame = new(options);
    private PageContent _content = new();
    private PageMarks? _marks;
    private InkOperators _ink = null!;
    private TextOperators _text = null!;
    private bool _hasRules;
    private int _run;
    private int _image;

    /// <summary>Encodes a page whose fonts and images are numbered.</summary>
    public void Encode(Page page, PageContent content)
    {
        Begin(page, content);
        foreach (var item in page.Items) Encode(item);
        EndAll();
        _marks?.Close();
    }

    private ByteWriter Out => _content.Operators;

    private void Begin(Page page, PageContent content)
    {
        if (!ReferenceEquals(_content, content))
        {
            _content = content;
            _ink = _frame.IsPress ? new PressInks(Out, PressColours.Of(options.Press.Condition, IccProfile.Srgb, options.Press.InkLimit)) : new ScreenInks(Out);
            _text = new TextOperators(Out, _space, _ink);
            _marks = options.IsTagged ? new PageMarks(booklet.Structure, content) : null;
        }

        _space.Height = page.Trim.Height;
        _ink.Begin(content);
        _text.Begin();
        _marks?.Begin();
        _hasRules = false;
        _run = _image = 0;
        if (_frame.Margin > Length.Zero) WriteOrigin(PageSpace.Milli(_frame.Margin));
    }

    /// <summary>The trimmed page's corner stands inside the medium's.</summary>
    private void WriteOrigin(long margin) => Out.Raw("1 0 0 1 "u8).Decimal(margin, PageSpace.Decimals).Decimal(margin, PageSpace.Decimals).Raw("cm\n"u8);

    private void Encode(PageItem item)
    {
        switch (item)
        {
            case GlyphRun run: Encode(run); break;
            case Rule rule: Encode(rule); break;
            case PathItem path: Encode(path); break;
            case ImageItem image: Encode(image); break;
            case LinkItem link: Encode(link); break;
            case StructureBegin begin: _marks?.Push(begin.Element); break;
            case StructureEnd: _marks?.Pop(); break;
            default: throw new UnreachableException();
        }
    }

    private void Encode(GlyphRun run)
    {
        var font = _content.RunFonts[_run++];
        if (run.Glyphs.Length == 0) return;
        EndRules();
        Mark();
        _text.Show(run, font);
    }

    private void Encode(Rule rule)
    {
        _text.End();
        if (!_ink.Is(rule.Ink)) EndRules();
        Mark();
        _ink.Set(rule.Ink);
        _space.Rectangle(Out, rule.Area).Raw("re\n"u8);
        _hasRules = true;
    }

    private void Encode(PathItem path)
    {
        if (path.Segments.IsEmpty) return;
        EndAll();
        Mark();
        _ink.Set(path.Ink);
        foreach (var segment in path.Segments) Encode(segment);
        Out.Raw("f\n"u8);
    }

    private void Encode(PathSegment segment)
    {
        switch (segment.Verb)
        {
            case PathVerb.Move: _space.Point(Out, segment.To).Raw("m\n"u8); break;
            case PathVerb.Line: _space.Point(Out, segment.To).Raw("l\n"u8); break;
            case PathVerb.Close: Out.Raw("h\n"u8); break;
            case PathVerb.Cubic:
                _space.Point(Out, segment.C1);
                _space.Point(Out, segment.C2);
                _space.Point(Out, segment.To).Raw("c\n"u8);
                break;
            default: throw new UnreachableException();
        }
    }

    private void Encode(ImageItem item)
    {
        EndAll();
        Mark();
        if (_marks?.Figure is { } figure) _content.Figures.Add(FigureBox.Of(figure, item.Area, _space));
        Out.Raw("q\n"u8);
        _space.UnitSquare(Out, item.Area).Raw("cm\n/Im"u8).Integer(_content.Images[_image++] + 1).Raw("Do\nQ\n"u8);
    }

    /// <summary>A link paints nothing; it becomes an annotation.</summary>
    private void Encode(LinkItem link)
    {
        var isInStructure = _marks?.AddLink(_content.Links.Count) ?? false;
        _content.Links.Add(new PageLink(link, isInStructure));
    }

    /// <summary>Has what is painted next belong to the element it stands in.</summary>
    private void Mark()
    {
        if (_marks is null or { IsCurrent: true }) return;
        EndAll();
        _marks.Open();
    }

    private void EndAll()
    {
        _text.End();
        EndRules();
    }

    private void EndRules()
    {
        if (_hasRules) Out.Raw("f\n"u8);
        _hasRules = false;
    }
}
