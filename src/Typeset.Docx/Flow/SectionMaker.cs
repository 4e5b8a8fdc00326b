using Typeset.Core;
using Typeset.Documents;
using Typeset.Docx.Parts;

namespace Typeset.Docx.Flow;

/// <summary>The page that a section begins on.</summary>
internal enum SectionSide { Next, Recto, Verso }

/// <summary>Where a section begins, and with which number.</summary>
internal readonly record struct SectionStart(SectionSide Side, int? Number = null, FolioFormat Format = FolioFormat.Decimal);

/// <summary>Makes the properties of sections: page, margins, running heads, folios, numbering.</summary>
internal sealed class SectionMaker(TwinContext context)
{
    private readonly HouseStyle _house = context.Styled.Style;

    private readonly bool _hasHeads = context.Styled.Style.Furniture.RunningHeads || context.Styled.ArticleStyles.Values.Any(static style => style.Furniture.RunningHeads);

    /// <summary>Recto and verso pages differ in their furniture.</summary>
    public bool Alternates => _house.Furniture.RunningHeads || _house.Furniture.FolioAlignment != Alignment.Center;

    /// <summary>A page without head and folio, its text that far below the page's top.</summary>
    public W.SectionProperties Bare(SectionStart start, Length top, bool isCover)
    {
        var section = new W.SectionProperties();
        var margin = isCover ? CoverMargin(top) : Margin(_house, Twips.Of(top));
        var (head, foot) = isCover ? (Nothing(true) with { IsFlat = true }, Nothing(false) with { IsFlat = true }) : (Spaced(Nothing(true), margin), Spaced(Nothing(false), margin));
        Refer(section, "default", head, foot);
        if (Alternates) Refer(section, "even", head, foot);
        Finish(section, _house, start, margin);
        return section;
    }

    /// <summary>The contents: folios only.</summary>
    public W.SectionProperties Contents(SectionStart start)
    {
        var section = new W.SectionProperties();
        var margin = Margin(_house, null);
        Refer(section, "default", Spaced(Nothing(true), margin), Spaced(Folio(_house, start.Format, recto: true), margin));
        if (Alternates) Refer(section, "even", Spaced(Nothing(true), margin), Spaced(Folio(_house, start.Format, recto: false), margin));
        Finish(section, _house, start, margin);
        return section;
    }

    /// <summary>Pages of articles.</summary>
    public W.SectionProperties Body(SectionStart start, HouseStyle variant, ChapterMap chapter)
    {
        var section = new W.SectionProperties();
        var bare = variant.Furniture is { RunningHeads: true, OnArticleOpening: false };
        var margin = Margin(variant, null);
        Refer(section, "default", Spaced(Head(variant, chapter.Articles[0].RunningHead, true), margin), Spaced(Folio(variant, start.Format, recto: true), margin));
        if (Alternates) Refer(section, "even", Spaced(Head(variant, context.Styled.Booklet.FullTitle, false), margin), Spaced(Folio(variant, start.Format, recto: false), margin));
        if (bare) Refer(section, "first", Spaced(Nothing(true), margin), Spaced(Folio(variant, start.Format, chapter.BeginsOnRecto), margin));
        Finish(section, variant, start, margin, bare);
        return section;
    }

    /// <summary>Furniture that reaches to the text: the distance that the margins leave is its own.</summary>
    private static FurniturePart Spaced(FurniturePart part, W.PageMargin margin)
    {
        var pitch = Twips.Of(part.Variant.Of(part.IsHead ? TextRole.RunningHead : TextRole.Folio).LinePitch);
        var room = part.IsHead ? margin.Top! - (int)margin.Header!.Value : margin.Bottom! - (int)margin.Footer!.Value;
        return part with { Distance = Math.Max(0, room - pitch - part.RuleHeight) };
    }

    private FurniturePart Nothing(bool head) => new(head, _house);

    private static FurniturePart Head(HouseStyle variant, string text, bool recto) => new(true, variant)
    {
        Text = variant.Furniture.RunningHeads ? text : "", Alignment = Outwards(variant.Of(TextRole.RunningHead).Alignment, recto),
    };

    private static FurniturePart Folio(HouseStyle variant, FolioFormat format, bool recto)
    {
        var part = new FurniturePart(false, variant) { HasNumber = format != FolioFormat.None, Alignment = Outwards(variant.Furniture.FolioAlignment, recto) };
        return format == FolioFormat.Dashed ? part with { Text = "— ", After = " —" } : part;
    }

    /// <summary>Start and end in a style mean gutter and fore-edge; on a verso they change sides.</summary>
    private static Alignment Outwards(Alignment alignment, bool recto) => (alignment, recto) switch
    {
        (Alignment.Start, false) => Alignment.End,
        (Alignment.End, false) => Alignment.Start,
        _ => alignment,
    };

    private void Refer(W.SectionProperties section, string kind, FurniturePart head, FurniturePart foot)
    {
        var type = kind switch
        {
            "even" => W.HeaderFooterValues.Even,
            "first" => W.HeaderFooterValues.First,
            _ => W.HeaderFooterValues.Default,
        };
        if (_hasHeads) section.Append(new W.HeaderReference { Type = type, Id = context.Furniture.IdOf(head) });
        section.Append(new W.FooterReference { Type = type, Id = context.Furniture.IdOf(foot) });
    }

    private static W.PageMargin Margin(HouseStyle variant, int? top)
    {
        var metrics = new PageMetrics(variant);
        return new W.PageMargin
        {
            Top = top ?? metrics.Top, Bottom = metrics.Bottom, Left = (uint)metrics.Left, Right = (uint)metrics.Right, Gutter = 0,
            Header = (uint)Math.Clamp(HeadTop(variant), 0, metrics.Top), Footer = (uint)Math.Max(0, FootDistance(variant)),
        };
    }

    /// <summary>From the page's top to that of the running head's line.</summary>
    private static int HeadTop(HouseStyle variant)
    {
        var style = variant.Of(TextRole.RunningHead);
        return Twips.Of(variant.Page.HeadMargin - variant.Furniture.HeadOffset - BaselineOf(style));
    }

    /// <summary>From the folio's line down to the page's foot.</summary>
    private static int FootDistance(HouseStyle variant)
    {
        var style = variant.Of(TextRole.Folio);
        return Twips.Of(variant.Page.FootMargin - variant.Furniture.FolioOffset - (style.LinePitch - BaselineOf(style)));
    }

    private static Length BaselineOf(TextStyle style) => (style.LinePitch - style.Size) / 2 + style.Size.Times(880, 1000);

    /// <summary>The cover's text is centred on the page.</summary>
    private W.PageMargin CoverMargin(Length top)
    {
        var side = (uint)Twips.Of((_house.Page.Trim.Width - _house.Page.TypeAreaWidth) / 2);
        return new W.PageMargin { Top = Twips.Of(top), Bottom = 0, Left = side, Right = side, Header = 0, Footer = 0, Gutter = 0 };
    }

    private static void Finish(W.SectionProperties section, HouseStyle variant, SectionStart start, W.PageMargin margin, bool hasTitlePage = false)
    {
        section.Append(NotesPart.PropertiesOf(variant.Footnotes));
        section.Append(new W.SectionType { Val = TypeOf(start.Side) });
        section.Append(new W.PageSize { Width = (uint)Twips.Of(variant.Page.Trim.Width), Height = (uint)Twips.Of(variant.Page.Trim.Height) }, margin);
        section.Append(Numbers(start));
        if (hasTitlePage) section.Append(new W.TitlePage());
    }

    private static W.SectionMarkValues TypeOf(SectionSide side) => side switch
    {
        SectionSide.Recto => W.SectionMarkValues.OddPage,
        SectionSide.Verso => W.SectionMarkValues.EvenPage,
        _ => W.SectionMarkValues.NextPage,
    };

    private static W.PageNumberType Numbers(SectionStart start)
    {
        var numbers = new W.PageNumberType
        {
            Format = start.Format switch
            {
                FolioFormat.LowerRoman => W.NumberFormatValues.LowerRoman,
                FolioFormat.UpperRoman => W.NumberFormatValues.UpperRoman,
                _ => W.NumberFormatValues.Decimal,
            },
        };
        if (start.Number is { } number) numbers.Start = number;
        return numbers;
    }
}
