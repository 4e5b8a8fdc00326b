using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Manuscripts.Styles;

/// <summary>Reads the sections that say how lines, pages and the parts of a booklet behave.</summary>
internal static class RuleSections
{
    private const int LineLimit = 100;

    // Words in the order of their enumerations.
    private static readonly string[] Modes = ["word", "clreq"];
    private static readonly string[] Prohibitions = ["none", "basic", "gb", "strict"];
    private static readonly string[] Starts = ["same-page", "new-page", "recto"];
    private static readonly string[] FolioFormats = ["none", "decimal", "lower-roman", "upper-roman", "dashed"];
    private static readonly string[] FolioPlaces = ["fore-edge", "center", "gutter"];
    private static readonly Alignment[] FolioAlignments = [Alignment.End, Alignment.Center, Alignment.Start];

    public static LineRules ReadLines(StyleKeys keys)
    {
        var otherwise = new LineRules();
        var rules = new LineRules
        {
            Mode = (LineBreakMode)keys.Choice("mode", (int)otherwise.Mode, Modes),
            Prohibition = (ProhibitionLevel)keys.Choice("prohibition", (int)otherwise.Prohibition, Prohibitions),
            Hanging = keys.Flag("hanging", otherwise.Hanging),
            MixedSpacing = keys.Ems("mixed-spacing", 0, 1000) ?? otherwise.MixedSpacing,
            MarkReduction = keys.Ems("mark-reduction", 0, 500) ?? otherwise.MarkReduction,
            QuoteWidth = keys.Ems("quote-width", 200, 1000) ?? otherwise.QuoteWidth,
            DigitWidth = keys.Ems("digit-width", 200, 1000),
            PairKerning = keys.Flag("pair-kerning", otherwise.PairKerning),
            RuntControl = keys.Flag("runt-control", otherwise.RuntControl),
            HangAtParagraphEnd = keys.Flag("hang-at-paragraph-end", otherwise.HangAtParagraphEnd),
        };
        keys.Close();
        return rules;
    }

    public static PageRules ReadPages(StyleKeys keys, Units units)
    {
        var otherwise = new PageRules();
        var rules = new PageRules
        {
            Orphans = keys.Whole("orphans", otherwise.Orphans, 1, LineLimit),
            Widows = keys.Whole("widows", otherwise.Widows, 1, LineLimit),
            Articles = (StartOn)keys.Choice("articles", (int)otherwise.Articles, Starts),
            Parts = (StartOn)keys.Choice("parts", (int)otherwise.Parts, Starts),
            PartTitlePage = keys.Flag("part-title-page", otherwise.PartTitlePage),
            ShortTailLines = keys.Whole("short-tail-lines", 0, 0, LineLimit),
            ShortTailStep = keys.Length("short-tail-step", units, LengthRange.Positive, Length.Zero),
            ShortTailSteps = keys.Whole("short-tail-steps", 0, 0, LineLimit),
            GridAlignment = keys.Flag("grid-alignment", otherwise.GridAlignment),
        };
        keys.Close();
        return rules;
    }

    public static HeaderStyle ReadArticleHeader(StyleKeys keys)
    {
        var header = new HeaderStyle
        {
            LinesBefore = keys.Whole("lines-before", 0, 0, LineLimit),
            LinesAfterTitle = keys.Whole("lines-after-title", 0, 0, LineLimit),
            LinesAfter = keys.Whole("lines-after", 1, 0, LineLimit),
            FixedLines = keys.Whole("fixed-lines", 0, LineLimit),
        };
        keys.Close();
        return header;
    }

    public static FurnitureStyle ReadFurniture(StyleKeys keys, Units head, Units folio)
    {
        var furniture = new FurnitureStyle
        {
            RunningHeads = keys.Flag("running-heads", true),
            HeadOffset = keys.Length("head-offset", head, LengthRange.Positive, 6.Mm),
            HeadRule = keys.Length("head-rule", head, LengthRange.Rule, Length.Zero),
            FolioOffset = keys.Length("folio-offset", folio, LengthRange.Positive, 8.Mm),
            FolioAlignment = FolioAlignments[keys.Choice("folio-alignment", 0, FolioPlaces)],
            FolioInset = keys.Length("folio-inset", folio, LengthRange.Positive, Length.Zero),
            BodyFormat = (FolioFormat)keys.Choice("body-format", (int)FolioFormat.Decimal, FolioFormats),
            FrontFormat = (FolioFormat)keys.Choice("front-format", (int)FolioFormat.LowerRoman, FolioFormats),
            OnArticleOpening = keys.Flag("on-article-opening", true),
        };
        keys.Close();
        return furniture;
    }

    public static CoverStyle ReadCover(StyleKeys keys, Units page)
    {
        var cover = new CoverStyle
        {
            Enabled = keys.Flag("enabled", true),
            Elements = ReadElements(keys.Section("elements"), page),
            ImageTop = keys.Length("image-top", page, LengthRange.Positive, Length.Zero),
            ImageHeight = keys.Length("image-height", page, LengthRange.Positive, Length.Zero),
            RuleTop = keys.Length("rule-top", page, LengthRange.Positive, Length.Zero),
            RuleWeight = keys.Length("rule-weight", page, LengthRange.Rule, Length.Zero),
            RuleColor = keys.Spot("rule-spot", keys.Color("rule-color", InkColor.Black)),
            BlankInside = keys.Flag("blank-inside", false),
        };
        keys.Close();
        return cover;
    }

    public static ContentsStyle ReadContents(StyleKeys keys, Units units)
    {
        var otherwise = new ContentsStyle();
        var contents = new ContentsStyle
        {
            Enabled = keys.Flag("enabled", true),
            Leader = keys.Text("leader") ?? otherwise.Leader,
            LeaderPitch = keys.Length("leader-pitch", units, LengthRange.Positive, units.Size!.Value / 2),
            NumberWidth = keys.Length("number-width", units, LengthRange.Positive, units.Size!.Value * 2),
            TurnoverIndent = keys.Length("turnover-indent", units, LengthRange.Positive, Length.Zero),
            NumberedApart = keys.Flag("numbered-apart", otherwise.NumberedApart),
            BodyOnRecto = keys.Flag("body-on-recto", otherwise.BodyOnRecto),
        };
        keys.Close();
        return contents;
    }

    public static FootnoteStyle ReadFootnotes(StyleKeys keys, Units units)
    {
        var notes = new FootnoteStyle
        {
            RuleLength = keys.Length("rule-length", units, LengthRange.Positive, units.Whole!.Value / 4),
            RuleWeight = keys.Length("rule-weight", units, LengthRange.Rule, 0.5.Pt),
            SpaceAbove = keys.Length("space-above", units, LengthRange.Positive, units.Line!.Value / 2),
            Circled = keys.Flag("circled", true),
            RestartEachPage = keys.Flag("restart-each-page", true),
        };
        keys.Close();
        return notes;
    }

    public static TableStyle ReadTables(StyleKeys keys, Units units)
    {
        var otherwise = new TableStyle();
        var tables = new TableStyle
        {
            OuterRule = keys.Length("outer-rule", units, LengthRange.Rule, 1.Pt),
            InnerRule = keys.Length("inner-rule", units, LengthRange.Rule, 0.5.Pt),
            CellPadding = keys.Length("cell-padding", units, LengthRange.Positive, units.Size!.Value / 2),
            Vertical = keys.Flag("vertical", false),
            ContinuedMark = keys.Text("continued-mark") ?? otherwise.ContinuedMark,
        };
        keys.Close();
        return tables;
    }

    public static PressStyle ReadPress(StyleKeys keys, Units units)
    {
        var otherwise = new PressStyle();
        var press = new PressStyle
        {
            Bleed = keys.Length("bleed", units, LengthRange.Bleed, otherwise.Bleed),
            Marks = keys.Flag("marks", otherwise.Marks),
            Slug = keys.Flag("slug", otherwise.Slug),
            InkLimit = keys.Whole("ink-limit", otherwise.InkLimit, 150, 400),
            Standard = (PressStandard)keys.Choice("standard", (int)otherwise.Standard, ["x-4", "x-1a"]),
            Profile = keys.Written("profile"),
            Paper = keys.Written("paper"),
            Bulk = keys.Written("bulk"),
            CoverPaper = keys.Written("cover-paper"),
        };
        keys.Close();
        return press;
    }

    public static FigureStyle ReadFigures(StyleKeys keys, Units units)
    {
        var figures = new FigureStyle
        {
            MaxHeight = keys.Length("max-height", units, LengthRange.Positive, units.Whole!.Value.Times(4, 5)),
            SpaceAbove = keys.Length("space-above", units, LengthRange.Positive, units.Line!.Value / 2),
            SpaceBelow = keys.Length("space-below", units, LengthRange.Positive, units.Line!.Value / 2),
        };
        keys.Close();
        return figures;
    }

    /// <summary>What stands on the cover, by height: the name of a kind of text and the distance of its first baseline from the page's top.</summary>
    private static ImmutableArray<CoverElement> ReadElements(StyleKeys keys, Units page)
    {
        var elements = new List<CoverElement>();
        foreach (var role in CoverRoles)
        {
            if (keys.Length(RoleNames.Of(role), page, LengthRange.Positive) is { } top) elements.Add(new CoverElement(role, top));
        }

        keys.Close();
        elements.Sort(static (a, b) => a.Top.Raw != b.Top.Raw ? a.Top.Raw.CompareTo(b.Top.Raw) : a.Role - b.Role);
        return [.. elements];
    }

    private static readonly TextRole[] CoverRoles =
        [TextRole.CoverMark, TextRole.CoverSeries, TextRole.CoverTitle, TextRole.CoverSubtitle, TextRole.CoverIssue, TextRole.CoverLine, TextRole.CoverIssuer, TextRole.CoverDate];
}
