using System.Collections.Immutable;
using Typeset.Core;

namespace Typeset.Documents;

/// <summary>
/// A house style with every value settled: inheritance applied, units turned into lengths (行 by the body line pitch, 字 and em by the
/// style's own type size). Styles are data (<c>styles/*.yaml</c>); the reference of their keys is <c>docs/style-format.md</c>.
/// </summary>
public sealed record HouseStyle
{
    public required string Name { get; init; }
    public required PageGeometry Page { get; init; }

    /// <summary>Font stacks by the name that styles use: 宋 <c>song</c>, <c>hei</c>, <c>kai</c>, <c>fang</c>, <c>biaosong</c> …</summary>
    public required ImmutableDictionary<string, FontStack> Fonts { get; init; }
    public required TextStyles Text { get; init; }
    public required LineRules Lines { get; init; }
    public required PageRules Pages { get; init; }
    public required CoverStyle Cover { get; init; }
    public required ContentsStyle Contents { get; init; }
    public required FurnitureStyle Furniture { get; init; }
    public required FootnoteStyle Footnotes { get; init; }
    public required TableStyle Tables { get; init; }
    public required FigureStyle Figures { get; init; }
    public required HeaderStyle ArticleHeader { get; init; }
    public PressStyle Press { get; init; } = new();

    public TextStyle Of(TextRole role) => Text[role];
}

/// <summary>The faces of one named stack, best first: Han for Han, kana, full-width marks; Latin for the rest; then <see cref="Fallback"/> for what both lack. Names are PostScript names.</summary>
public sealed record FontStack(string Name, ImmutableArray<string> Han, ImmutableArray<string> Latin, ImmutableArray<string> Fallback, string? Bold = null)
{
    /// <summary>The faces that emphasized Western text is set in, before those of <see cref="Latin"/>; none sets it upright.</summary>
    public ImmutableArray<string> Italic { get; init; } = [];

    /// <summary>This bold stack, with the faces of the one that it is the companion of for what no bold face has.</summary>
    public FontStack Before(FontStack lighter) => this with { Fallback = [.. Fallback, .. lighter.Han, .. lighter.Latin, .. lighter.Fallback] };

    /// <summary>The stack that emphasized text is set in: only Western text turns to the italic faces, Han text keeps its order.</summary>
    public FontStack Emphasized => Italic.IsEmpty ? this : this with { Han = Han.AddRange(Latin), Latin = Italic.AddRange(Latin) };
}

/// <summary>Every kind of text that a style sets.</summary>
public enum TextRole
{
    Body, Salutation, Signature, Dateline, Center, Right, NoIndent,
    Heading1, Heading2, Heading3, Heading4, Heading5, Heading6,
    Quote, ListItem, Note, NoteMark, Caption, TableCell, TableHeader,
    ArticleMark, ArticleTitle, ArticleSubtitle, ArticleByline, ArticleDateSource, ArticleNote,
    AttachmentMark, AttachmentTitle, PartTitle,
    ContentsTitle, ContentsPart, ContentsEntry,
    RunningHead, Folio,
    CoverMark, CoverSeries, CoverTitle, CoverSubtitle, CoverIssue, CoverLine, CoverIssuer, CoverDate,
    Colophon, ThematicBreak,
}

/// <summary>How lines stand in the measure.</summary>
public enum Alignment { Justify, Start, Center, End }

/// <summary>An ink: grey black only (<c>Black</c>), or a colour by its sRGB appearance.</summary>
public readonly record struct InkColor(byte Red, byte Green, byte Blue)
{
    /// <summary>The spot ink that prints it on the press, by the name of its maker; null prints it in process inks.</summary>
    public string? Spot { get; init; }

    public static readonly InkColor Black = default;
    public bool IsBlack => this == Black;
}

/// <summary>How one kind of text is set. Lengths are settled; x to the right, y downwards.</summary>
public sealed record TextStyle
{
    /// <summary>A key of <see cref="HouseStyle.Fonts"/>.</summary>
    public required string Font { get; init; }

    /// <summary>Type size, over 0.</summary>
    public required Length Size { get; init; }

    /// <summary>Distance of baselines, over 0.</summary>
    public required Length LinePitch { get; init; }

    /// <summary>First-line indent; negative hangs.</summary>
    public Length FirstLineIndent { get; init; }
    public Length StartIndent { get; init; }
    public Length EndIndent { get; init; }
    public Length SpaceBefore { get; init; }
    public Length SpaceAfter { get; init; }
    public Alignment Alignment { get; init; } = Alignment.Justify;

    /// <summary>Extra advance after each Han character (tracking), any sign; a character grid's pitch minus the type size.</summary>
    public Length Tracking { get; init; }

    /// <summary>Never last on a page.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>All lines on one page.</summary>
    public bool KeepTogether { get; init; }

    /// <summary>Break into lines of like length, at phrase ends (for titles).</summary>
    public bool Balance { get; init; }

    /// <summary>At most so many Han characters a line (titles); 0 is no limit but the measure.</summary>
    public int MaxCharacters { get; init; }
    public bool Bold { get; init; }
    public InkColor Color { get; init; }

    /// <summary>Leads of a run-in heading are set in this font (一、黑体 …); null: no change.</summary>
    public string? RunInFont { get; init; }
}

/// <summary>The page and the type area (版心). Recto pages have the gutter at the left; verso pages mirror it when <see cref="Mirrored"/>.</summary>
public sealed record PageGeometry
{
    public required Size Trim { get; init; }
    public required Length HeadMargin { get; init; }
    public required Length FootMargin { get; init; }
    public required Length GutterMargin { get; init; }
    public required Length ForeEdgeMargin { get; init; }
    public bool Mirrored { get; init; }

    /// <summary>Han characters in a line of body text, or 0 where only the margins say.</summary>
    public int Characters { get; init; }

    /// <summary>Lines on a page, or 0 for as many as fit.</summary>
    public int Lines { get; init; }

    /// <summary>The measure used for breaking when it is to differ from the type area's width (a printed original's 27.99 em); null: the type area's.</summary>
    public Length? Measure { get; init; }

    /// <summary>Width that lines are broken to. A measure wider than the type area by more than a character of body text would leave the page: the type area's is taken.</summary>
    public Length MeasureFor(Length bodySize) => Measure is { } own && own <= TypeAreaWidth + bodySize ? own : TypeAreaWidth;

    public Length TypeAreaWidth => Trim.Width - GutterMargin - ForeEdgeMargin;
    public Length TypeAreaHeight => Trim.Height - HeadMargin - FootMargin;
}

/// <summary>Whose rules break lines: a word processor’s, or clreq’s.</summary>
public enum LineBreakMode { Word, Clreq }

/// <summary>clreq prohibition levels for line start and end.</summary>
public enum ProhibitionLevel { None, Basic, Gb, Strict }

/// <summary>The rules inside a paragraph.</summary>
public sealed record LineRules
{
    public LineBreakMode Mode { get; init; } = LineBreakMode.Word;
    public ProhibitionLevel Prohibition { get; init; } = ProhibitionLevel.Basic;

    /// <summary>One of ，。、；：？！ may hang past the measure.</summary>
    public bool Hanging { get; init; } = true;

    /// <summary>Gap between Han and Latin letters or digits (clreq: ¼ em).</summary>
    public Em MixedSpacing { get; init; } = new(250);

    /// <summary>How far one mark may be squeezed to let a line fit; 0 for never.</summary>
    public Em MarkReduction { get; init; } = Em.Zero;

    /// <summary>Advance of “”‘’ in Han context.</summary>
    public Em QuoteWidth { get; init; } = Em.One;

    /// <summary>Advance of Western figures and of . , inside numbers (½ em keeps numbers on the character grid); null: what the face has.</summary>
    public Em? DigitWidth { get; init; }

    /// <summary>Adjacent marks close up (。” takes 1.5 em). Off where Word's breaks are reproduced.</summary>
    public bool PairKerning { get; init; }

    /// <summary>孤字不成行: a last line has more than one character.</summary>
    public bool RuntControl { get; init; } = true;

    /// <summary>Last-line marks may hang too.</summary>
    public bool HangAtParagraphEnd { get; init; }
}

/// <summary>Where a part or an article begins.</summary>
public enum StartOn { SamePage, NewPage, Recto }

/// <summary>The rules of the page.</summary>
public sealed record PageRules
{
    /// <summary>Fewest lines of a paragraph left at a page's foot (orphans) and carried to the next page's head (widows); 1 switches the rule off.</summary>
    public int Orphans { get; init; } = 2;
    public int Widows { get; init; } = 2;
    public StartOn Articles { get; init; } = StartOn.NewPage;
    public StartOn Parts { get; init; } = StartOn.Recto;

    /// <summary>Parts with a title get a page of their own.</summary>
    public bool PartTitlePage { get; init; } = true;

    /// <summary>Short-tail rule: an article whose last page holds at most so many lines (0: rule off) …</summary>
    public int ShortTailLines { get; init; }

    /// <summary>… is set with its line pitch less by this step …</summary>
    public Length ShortTailStep { get; init; }

    /// <summary>… at most so many times, until the tail is gone.</summary>
    public int ShortTailSteps { get; init; }

    /// <summary>Blocks whose pitch is not the body's are padded to whole body lines, so that lines stay on the grid.</summary>
    public bool GridAlignment { get; init; } = true;
}

/// <summary>How a page’s number is printed; <c>Dashed</c> is — 1 —.</summary>
public enum FolioFormat { None, Decimal, LowerRoman, UpperRoman, Dashed }

/// <summary>Running heads and folios. Offsets are from the type area's edge to the text's baseline, outwards.</summary>
public sealed record FurnitureStyle
{
    public bool RunningHeads { get; init; } = true;

    /// <summary>From the type area's top up to the running head's baseline.</summary>
    public Length HeadOffset { get; init; }

    /// <summary>A rule under the running head; 0 for none.</summary>
    public Length HeadRule { get; init; }

    /// <summary>From the type area's bottom down to the folio's baseline.</summary>
    public Length FolioOffset { get; init; }

    /// <summary>Folio at the fore-edge (alternating) or centred.</summary>
    public Alignment FolioAlignment { get; init; } = Alignment.End;

    /// <summary>Inwards from the fore-edge (GB/T 9704: one character).</summary>
    public Length FolioInset { get; init; }

    /// <summary>Dashed is — 1 — (GB/T 9704).</summary>
    public FolioFormat BodyFormat { get; init; } = FolioFormat.Decimal;
    public FolioFormat FrontFormat { get; init; } = FolioFormat.LowerRoman;

    /// <summary>Running heads also on an article's first page.</summary>
    public bool OnArticleOpening { get; init; } = true;
}

/// <summary>The article header: fields in order are mark, title, subtitle, byline, date and source, note. Line counts are of the body pitch.</summary>
public sealed record HeaderStyle
{
    /// <summary>Blank lines above the title.</summary>
    public int LinesBefore { get; init; }

    /// <summary>Blank lines between the title and what follows it in the header.</summary>
    public int LinesAfterTitle { get; init; }

    /// <summary>Blank lines after the header.</summary>
    public int LinesAfter { get; init; } = 1;

    /// <summary>Lines the header takes besides the title, whatever fields there are (seed 000: 3); null: as its fields need.</summary>
    public int? FixedLines { get; init; }
}

/// <summary>One element of the cover and where it stands: distance of its first baseline from the page's top.</summary>
public sealed record CoverElement(TextRole Role, Length Top);

/// <summary>The cover page.</summary>
public sealed record CoverStyle
{
    public bool Enabled { get; init; } = true;
    public ImmutableArray<CoverElement> Elements { get; init; } = [];

    /// <summary>Top of the image and its greatest height; zero height leaves no image.</summary>
    public Length ImageTop { get; init; }
    public Length ImageHeight { get; init; }

    /// <summary>A rule under the title (the red line of official covers); 0 for none.</summary>
    public Length RuleTop { get; init; }
    public Length RuleWeight { get; init; }
    public InkColor RuleColor { get; init; }

    /// <summary>A blank page behind the cover, so that the contents begin on a recto.</summary>
    public bool BlankInside { get; init; }
}

/// <summary>The table of contents.</summary>
public sealed record ContentsStyle
{
    public bool Enabled { get; init; } = true;

    /// <summary>The dot of the leader and the distance of dots.</summary>
    public string Leader { get; init; } = "…";
    public Length LeaderPitch { get; init; }

    /// <summary>Room kept free at the end of entry lines for the number.</summary>
    public Length NumberWidth { get; init; }

    /// <summary>Lines after the first of an entry are indented by so much.</summary>
    public Length TurnoverIndent { get; init; }

    /// <summary>Contents numbered apart from the body (roman or none); else they count with it.</summary>
    public bool NumberedApart { get; init; } = true;

    /// <summary>Contents pages are padded to an even count, so that the body begins on a recto.</summary>
    public bool BodyOnRecto { get; init; } = true;
}

/// <summary>Footnotes at the foot of the page.</summary>
public sealed record FootnoteStyle
{
    /// <summary>The separating rule's length and weight; weight 0 for none.</summary>
    public Length RuleLength { get; init; }
    public Length RuleWeight { get; init; }

    /// <summary>Space above the first note.</summary>
    public Length SpaceAbove { get; init; }

    /// <summary>① ② ③ (else 1 2 3).</summary>
    public bool Circled { get; init; } = true;

    /// <summary>Marks begin anew on each page; else they run through the article.</summary>
    public bool RestartEachPage { get; init; } = true;
}

/// <summary>Tables.</summary>
public sealed record TableStyle
{
    /// <summary>Weights of the outer and inner rules; 0 for none.</summary>
    public Length OuterRule { get; init; }
    public Length InnerRule { get; init; }
    public Length CellPadding { get; init; }

    /// <summary>Vertical rules too (else an open three-line table).</summary>
    public bool Vertical { get; init; }
    public string ContinuedMark { get; init; } = "（续表）";
}

/// <summary>Images and their captions.</summary>
public sealed record FigureStyle
{
    public Length MaxHeight { get; init; }
    public Length SpaceAbove { get; init; }
    public Length SpaceBelow { get; init; }
}

/// <summary>Standards of press files: X-4 keeps transparency, X-1a knows none.</summary>
public enum PressStandard
{
    /// <summary>PDF/X-4, ISO 15930-7.</summary>
    X4,

    /// <summary>PDF/X-1a:2003, ISO 15930-4.</summary>
    X1a,
}

/// <summary>A value as it is written in a style, which rooms that know what it means will read.</summary>
public sealed record WrittenValue(string Text, SourceSpan Place);

/// <summary>What press files have around their pages, the inks they may use, and the paper they are printed on.</summary>
public sealed record PressStyle
{
    /// <summary>The standard of press files.</summary>
    public PressStandard Standard { get; init; }

    /// <summary>A file with the ICC profile of the printing condition, by its path from the style's file; null for FOGRA39.</summary>
    public WrittenValue? Profile { get; init; }

    /// <summary>The paper inside: a name, a name with g/m², or g/m² alone; null where the job says it.</summary>
    public WrittenValue? Paper { get; init; }

    /// <summary>The bulk of the paper inside in cm³/g; null for what is usual.</summary>
    public WrittenValue? Bulk { get; init; }

    /// <summary>The paper of a cover of its own; null where the job says it.</summary>
    public WrittenValue? CoverPaper { get; init; }

    /// <summary>How far ink goes past the trim, 0 to 20 mm.</summary>
    public Length Bleed { get; init; } = 3.Mm;

    /// <summary>Crop and register marks.</summary>
    public bool Marks { get; init; } = true;

    /// <summary>The line below each page that says booklet, page, date and sheet.</summary>
    public bool Slug { get; init; } = true;

    /// <summary>The most ink of all four together, 150 to 400 percent.</summary>
    public int InkLimit { get; init; } = 300;
}
