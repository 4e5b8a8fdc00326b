using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Pages;
using Typeset.Pages.Imposition;
using Typeset.Pdf.Conformance;
using Typeset.Pdf.Content;
using Typeset.Pdf.Metadata;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Structure;

/// <summary>The document around press sheets: pages as forms, sides of sheets as pages.</summary>
internal sealed class SheetObjects
{
    private readonly ObjectFile _file;
    private readonly SheetFile _sheets;
    private readonly DocumentInfo _info;
    private readonly PdfStandard _standard;
    private readonly ImmutableArray<SheetForm> _sides;
    private readonly ImmutableArray<int> _used;
    private readonly int _catalog;
    private readonly PageTree _pages;
    private readonly OutputIntents _intents;
    private readonly ContentResources _resources;
    private readonly Flate _flate;
    private readonly Dictionary<int, int> _forms = [];

    /// <summary><paramref name="used"/> are the pages that the sheets show, in order.</summary>
    public SheetObjects(ObjectFile file, SheetFile sheets, ImmutableArray<int> used, PdfOptions options)
    {
        (_file, _sheets, _used, _standard) = (file, sheets, used, options.Standard);
        _info = ClaimedInfo.For(sheets.Booklet.Info, _standard);
        _sides = SheetForm.Of(sheets.Job, sheets.OfCover);
        _catalog = file.Reserve();
        _pages = new PageTree(file, _sides.Length);
        _intents = new OutputIntents(file, _standard, options.Press);
        _resources = new ContentResources(file, options, _intents);
        _flate = new Flate(options.Compression);
    }

    public int FontObject(int index) => _resources.FontObject(index);

    /// <summary>Writes a page as a form; its box is the trimmed page with what the sheet lets bleed.</summary>
    public void AddForm(int place, PageContent content, ReadOnlySpan<byte> operators)
    {
        _resources.AddImages(content);
        var number = _forms[_used[place]] = _file.Reserve();
        var page = _sheets.Job.Trim;
        var allowance = _sheets.Job.Options.TrimAllowance;
        var body = new ByteWriter().Open().Key("BBox"u8);
        new PageSpace { Height = page.Height }.Corners(body, new Rectangle(-allowance, -allowance, page.Width + allowance * 2, page.Height + allowance * 2));
        body.Key("Filter"u8).Name("FlateDecode"u8).Key("Length"u8).Integer(operators.Length).Key("Resources"u8);
        _resources.Write(body, content);
        _file.AddStream(number, body.Key("Subtype"u8).Name("Form"u8).Key("Type"u8).Name("XObject"u8).Close(), operators);
    }

    /// <summary>Writes a side: its pages first, its marks over them.</summary>
    public void AddSide(int index, PageContent marks, ReadOnlySpan<byte> operators)
    {
        var side = _sides[index];
        var placed = AddStream(_flate.Deflate(Placements(side).Written));
        var around = AddStream(operators);
        var space = new PageSpace { Height = side.Size.Height };
        var body = new ByteWriter().Open().Key("BleedBox"u8);
        space.Corners(body, SheetMarks.InkOf(side.Side)).Key("Contents"u8).OpenArray().Reference(placed).Reference(around).CloseArray().Key("MediaBox"u8);
        space.Corners(body, new Rectangle(default, default, side.Size.Width, side.Size.Height)).Key("Parent"u8).Reference(_pages.ParentOf(index)).Key("Resources"u8);
        _resources.Write(body, marks, side.Side.Pages.Select(static page => page.Page).OfType<int>().ToDictionary(static page => page + 1, page => _forms[page]));
        space.Corners(body.Key("TrimBox"u8), SheetMarks.TrimOf(side.Side));
        _file.Add(_pages.PageObject(index), body.Key("Type"u8).Name("Page"u8).Close());
    }

    public void Finish()
    {
        _pages.Write(_file);
        var metadata = _file.Reserve();
        XmpPacket.Write(_file, metadata, _info, _standard);
        var labels = PageLabelRanges.Write(_file, [.. _sides.Select(static side => new PageInfo(side.Size, new PageLabel(PageLabelStyle.None, 0, side.Name)))]);
        var body = new ByteWriter().Open();
        if (_info.Language.Length > 0) body.Key("Lang"u8).Text(_info.Language);
        _intents.Write(body.Key("Metadata"u8).Reference(metadata));
        if (labels is { } names) body.Key("PageLabels"u8).Reference(names);
        body.Key("Pages"u8).Reference(_pages.Root).Key("Type"u8).Name("Catalog"u8).Key("ViewerPreferences"u8).Open().Key("DisplayDocTitle"u8).Boolean(true).Close();
        _file.Add(_catalog, body.Close());
        var information = _file.Reserve();
        _file.Add(information, DocumentInformation.Write(_info, _standard));
        _file.Finish(_catalog, information);
        _flate.Dispose();
    }

    private int AddStream(ReadOnlySpan<byte> deflated)
    {
        var number = _file.Reserve();
        _file.AddStream(number, new ByteWriter().Open().Key("Filter"u8).Name("FlateDecode"u8).Key("Length"u8).Integer(deflated.Length).Close(), deflated);
        return number;
    }

    /// <summary>Each page clipped to what may be printed of it, and put where it lies.</summary>
    private ByteWriter Placements(SheetForm side)
    {
        var space = new PageSpace { Height = side.Size.Height };
        var to = new ByteWriter();
        foreach (var page in side.Side.Pages)
        {
            if (page.Page is not { } index) continue;
            space.Rectangle(to.Raw("q\n"u8), page.Clip).Raw("re W n\n"u8);
            WriteMatrix(to, page.Transform, space).Raw("cm\n/Fm"u8).Integer(index + 1).Raw("Do\nQ\n"u8);
        }

        return to;
    }

    /// <summary>From the form's space, whose origin is the page's foot at the left, to the sheet's.</summary>
    private ByteWriter WriteMatrix(ByteWriter to, PageTransform transform, PageSpace space)
    {
        var scale = transform.IsHeadDown ? -transform.ScaleThousandths : transform.ScaleThousandths;
        var foot = transform.Apply(new Point(default, _sheets.Job.Trim.Height));
        to.Decimal(scale, 3).Raw("0 0 "u8).Decimal(scale, 3);
        return space.Point(to, foot);
    }
}
