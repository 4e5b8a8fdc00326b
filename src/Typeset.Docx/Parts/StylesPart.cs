using DocumentFormat.OpenXml;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Docx.Faces;
using Typeset.Docx.Runs;

namespace Typeset.Docx.Parts;

/// <summary>Makes <c>word/styles.xml</c>: defaults, a paragraph style for each role, the character styles.</summary>
internal sealed class StylesPart(StyleSheet sheet, FaceBook faces, string language)
{
    private const string Normal = "Normal";

    public W.Styles Make()
    {
        var house = sheet.Variants[0];
        var styles = new W.Styles(Defaults(house), NormalStyle(house), DefaultCharacters(), DefaultTable());
        foreach (var role in Enum.GetValues<TextRole>()) styles.Append(RoleStyle(role, house, basedOn: Normal));
        foreach (var variant in sheet.Variants.Skip(1))
        {
            foreach (var role in Enum.GetValues<TextRole>().Where(role => sheet.Differs(role, variant))) styles.Append(RoleStyle(role, variant, basedOn: role.ToString()));
        }

        styles.Append(FigureStyle());
        styles.Append(CharacterStylesOf(house));
        return styles;
    }

    private W.DocDefaults Defaults(HouseStyle house)
    {
        var run = new W.RunPropertiesBaseStyle();
        Fill(run, house, house.Of(TextRole.Body));
        run.Append(new W.Languages { Val = "en-US", EastAsia = language, Bidi = "ar-SA" });
        return new W.DocDefaults(new W.RunPropertiesDefault(run), new W.ParagraphPropertiesDefault(new W.ParagraphPropertiesBaseStyle()));
    }

    /// <summary>
    /// Every switch that programs differ in is said here but overflowPunct, whose default is on: LibreOffice 7.4 reads it the wrong way round, and without
    /// hanging it ends no line between a closing mark and a Latin letter or figure.
    /// </summary>
    private static W.Style NormalStyle(HouseStyle house)
    {
        var gap = house.Lines.MixedSpacing != Em.Zero;
        return new W.Style(
            new W.StyleName { Val = "Normal" },
            new W.PrimaryStyle(),
            new W.StyleParagraphProperties(
                new W.WidowControl { Val = StyleSheet.ControlsLines(house) },
                new W.Kinsoku { Val = true },
                new W.WordWrap { Val = true },
                new W.TopLinePunctuation { Val = false },
                new W.AutoSpaceDE { Val = gap },
                new W.AutoSpaceDN { Val = gap },
                new W.AdjustRightIndent { Val = false },
                new W.SnapToGrid { Val = false }))
        { Type = W.StyleValues.Paragraph, StyleId = Normal, Default = true };
    }

    private static W.Style DefaultCharacters() =>
        new(new W.StyleName { Val = "Default Paragraph Font" }, new W.UIPriority { Val = 1 }, new W.SemiHidden()) { Type = W.StyleValues.Character, StyleId = "DefaultParagraphFont", Default = true };

    private static W.Style DefaultTable() => new(
        new W.StyleName { Val = "Normal Table" }, new W.UIPriority { Val = 99 }, new W.SemiHidden(),
        new W.StyleTableProperties(new W.TableIndentation { Width = 0, Type = W.TableWidthUnitValues.Dxa }))
    { Type = W.StyleValues.Table, StyleId = "TableNormal", Default = true };

    private W.Style RoleStyle(TextRole role, HouseStyle variant, string basedOn)
    {
        var style = new W.Style { Type = W.StyleValues.Paragraph, StyleId = sheet.IdOf(role, variant) };
        if (basedOn != Normal) style.CustomStyle = true;
        if (!IsBuiltIn(role)) style.CustomStyle = true;
        style.Append(new W.StyleName { Val = sheet.NameOf(role, variant) }, new W.BasedOn { Val = basedOn });
        if (IsHeading(role)) style.Append(new W.NextParagraphStyle { Val = sheet.IdOf(TextRole.Body, variant) });
        style.Append(new W.PrimaryStyle(), ParagraphOf(role, variant));
        var run = new W.StyleRunProperties();
        Fill(run, variant, variant.Of(role));
        style.Append(run);
        return style;
    }

    private static bool IsBuiltIn(TextRole role) => RoleNames.NameOf(role)[0] < 0x80;

    private static bool IsHeading(TextRole role) => RoleNames.OutlineLevelOf(role) is not null;

    /// <summary>Notes are kept whole: the layout parts none but those that take half a page, word processors part any.</summary>
    private static bool KeepsTogether(TextRole role, TextStyle text) => text.KeepTogether || role == TextRole.Note;

    private static W.StyleParagraphProperties ParagraphOf(TextRole role, HouseStyle variant)
    {
        var text = variant.Of(role);
        var properties = new W.StyleParagraphProperties();
        if (text.KeepWithNext || KeepsWithNext(role)) properties.Append(new W.KeepNext());
        if (KeepsTogether(role, text)) properties.Append(new W.KeepLines());
        properties.Append(new W.WidowControl { Val = StyleSheet.ControlsLines(variant) });
        if (role is TextRole.ContentsPart or TextRole.ContentsEntry) properties.Append(ContentsTab(variant));
        properties.Append(ParagraphPropertiesMaker.Spacing(text.LinePitch, Twips.Of(text.SpaceBefore), Twips.Of(text.SpaceAfter)));
        properties.Append(ParagraphPropertiesMaker.Indents(StyleOf(role, variant), Length.Zero), ParagraphPropertiesMaker.Justify(text.Alignment));
        if (RoleNames.OutlineLevelOf(role) is { } level) properties.Append(new W.OutlineLevel { Val = level });
        return properties;
    }

    /// <summary>
    /// A style as word processors can set it. Contents entries hang by their turnover; no indent keeps room for the number, for LibreOffice 7.4 sets no tab
    /// beyond one. Notes hang by the width of their mark: LibreOffice spreads a mark to the whole of the hanging indent, Word does not.
    /// </summary>
    public static TextStyle StyleOf(TextRole role, HouseStyle variant)
    {
        var text = variant.Of(role);
        var turnover = variant.Contents.TurnoverIndent;
        return role switch
        {
            TextRole.ContentsPart or TextRole.ContentsEntry => text with { StartIndent = text.StartIndent + turnover, FirstLineIndent = -turnover, EndIndent = Length.Zero, Alignment = Alignment.Start },
            TextRole.Note when text.FirstLineIndent < Length.Zero => Hanging(text, MarkWidth.At(text.Size)),
            _ => text,
        };
    }

    private static TextStyle Hanging(TextStyle text, Length by) => text with { StartIndent = text.StartIndent + text.FirstLineIndent + by, FirstLineIndent = -by };

    /// <summary>The width of a raised mark of one character in Word: 65 % of the type size.</summary>
    private static readonly Em MarkWidth = new(650);

    private static W.Tabs ContentsTab(HouseStyle variant) => new(
        new W.TabStop { Val = W.TabStopValues.Right, Leader = W.TabStopLeaderCharValues.Dot, Position = new PageMetrics(variant).TextWidth });

    private static bool KeepsWithNext(TextRole role) =>
        role is >= TextRole.ArticleMark and <= TextRole.AttachmentTitle or >= TextRole.Heading1 and <= TextRole.Heading6 or TextRole.ContentsTitle or TextRole.ContentsPart;

    /// <summary>Faces, weight, ink, tracking and size of a text style.</summary>
    private void Fill(OpenXmlCompositeElement run, HouseStyle variant, TextStyle text)
    {
        var voice = faces.VoiceOf(variant, text.Font, text.Bold);
        var (han, latin) = (voice.Han.First, voice.Latin.First);
        if (han is not null && latin is not null)
        {
            run.Append(new W.RunFonts { Ascii = latin.Family, HighAnsi = latin.Family, EastAsia = han.Family, ComplexScript = latin.Family });
        }

        run.Append(new W.Bold { Val = han?.IsBold ?? text.Bold }, new W.BoldComplexScript { Val = han?.IsBold ?? text.Bold });
        run.Append(new W.Color { Val = text.Color.IsBlack ? "auto" : ParagraphPropertiesMaker.Hex(text.Color) });
        run.Append(new W.Spacing { Val = Twips.Of(text.Tracking) }, new W.Kern { Val = 0 });
        var size = Twips.HalfPoints(text.Size).ToString(System.Globalization.CultureInfo.InvariantCulture);
        run.Append(new W.FontSize { Val = size }, new W.FontSizeComplexScript { Val = size });
    }

    /// <summary>An image's line is as high as the image.</summary>
    private static W.Style FigureStyle() => new(
        new W.StyleName { Val = "图片" }, new W.BasedOn { Val = Normal }, new W.PrimaryStyle(),
        new W.StyleParagraphProperties(
            new W.SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = W.LineSpacingRuleValues.Auto },
            new W.Indentation { Left = "0", Right = "0", FirstLine = "0", FirstLineChars = 0 },
            new W.Justification { Val = W.JustificationValues.Center }),
        new W.StyleRunProperties(new W.FontSize { Val = "2" }, new W.FontSizeComplexScript { Val = "2" }))
    { Type = W.StyleValues.Paragraph, StyleId = Flow.FigureParagraph.Style, CustomStyle = true };

    private IEnumerable<W.Style> CharacterStylesOf(HouseStyle house)
    {
        yield return Character(CharacterStyles.Strong, "Strong", new W.StyleRunProperties(new W.Bold()));
        yield return Character(CharacterStyles.Emphasis, "Emphasis", new W.StyleRunProperties());
        yield return Character(CharacterStyles.Code, "HTML Code", new W.StyleRunProperties());
        yield return Character(CharacterStyles.Hyperlink, "Hyperlink", new W.StyleRunProperties());
        var mark = faces.VoiceOf(house, house.Of(TextRole.Body).Font, false).Han.First?.Family;
        var fonts = new W.RunFonts { Hint = W.FontTypeHintValues.EastAsia };
        if (house.Footnotes.Circled && mark is not null) (fonts.Ascii, fonts.HighAnsi, fonts.EastAsia) = (mark, mark, mark);
        yield return Character(CharacterStyles.NoteReference, "footnote reference", new W.StyleRunProperties(fonts, new W.VerticalTextAlignment { Val = W.VerticalPositionValues.Superscript }));
        if (LeadStyle() is { } lead) yield return lead;
        var own = Character(CharacterStyles.LayoutBreak, "版面换行", new W.StyleRunProperties());
        own.CustomStyle = true;
        yield return own;
    }

    /// <summary>The style of leads: 一、… 。 in a font of their own.</summary>
    private W.Style? LeadStyle()
    {
        if (faces.LeadVoice is not { Han.First: { } han, Latin.First: { } latin }) return null;
        var fonts = new W.RunFonts { Ascii = latin.Family, HighAnsi = latin.Family, EastAsia = han.Family, ComplexScript = latin.Family };
        var run = han.IsBold ? new W.StyleRunProperties(fonts, new W.Bold(), new W.BoldComplexScript()) : new W.StyleRunProperties(fonts);
        var style = Character(CharacterStyles.Lead, "段首小标题", run);
        style.CustomStyle = true;
        return style;
    }

    private static W.Style Character(string id, string name, W.StyleRunProperties properties)
    {
        var style = new W.Style(new W.StyleName { Val = name }, new W.BasedOn { Val = "DefaultParagraphFont" }, new W.PrimaryStyle()) { Type = W.StyleValues.Character, StyleId = id };
        if (properties.HasChildren) style.Append(properties);
        return style;
    }
}
