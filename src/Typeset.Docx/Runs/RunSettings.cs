using Typeset.Documents;
using Typeset.Docx.Faces;

namespace Typeset.Docx.Runs;

/// <summary>What one run is set with; characters of equal settings share a run.</summary>
internal readonly record struct RunSettings(byte Han, byte Latin, bool? Hint, bool HanEverywhere, int Spacing)
{
    public const byte AnyFace = byte.MaxValue;

    public static readonly RunSettings Empty = new(AnyFace, AnyFace, null, false, 0);

    /// <summary>Western text that lines break before as they do in Chinese.</summary>
    public bool HeadsLine { get; init; }

    /// <summary>Western text in an italic face; text of other faces takes a run of its own, or it would be slanted too.</summary>
    public bool Slanted { get; init; }

    /// <summary>The lead of its paragraph.</summary>
    public bool Leads { get; init; }

    /// <summary>Text that runs from right to left: its letters, and what stands between them.</summary>
    public bool RightToLeft { get; init; }

    /// <summary>Text in a script that takes the face for complex scripts.</summary>
    public bool Complex { get; init; }

    /// <summary>These settings with a character's added; null where the character needs a run of its own.</summary>
    public RunSettings? With(in TwinCharacter character, int spacing)
    {
        if (spacing != Spacing || character.Is(CharacterTraits.HeadsLine) != HeadsLine || character.Is(CharacterTraits.Slanted) != Slanted) return null;
        if (character.Is(CharacterTraits.Leads) != Leads || character.Is(CharacterTraits.RightToLeft) != RightToLeft) return null;
        if (character.Is(CharacterTraits.Complex) != Complex && character.Role is CharacterRole.Han or CharacterRole.Latin) return null;
        bool? hint = character.Is(CharacterTraits.WantsHint) ? true : character.Is(CharacterTraits.RefusesHint) ? false : null;
        if (hint is not null && Hint is not null && hint != Hint) return null;
        var behindLatin = character.Is(CharacterTraits.BehindLatin);
        if (behindLatin != HanEverywhere && character.Role is CharacterRole.Han or CharacterRole.Latin) return null;
        var han = character.Role == CharacterRole.Han ? character.Face : AnyFace;
        var latin = character.Role == CharacterRole.Latin || (character.Role == CharacterRole.Space && !RightToLeft) ? character.Face : AnyFace;
        if (Differ(han, Han) || Differ(latin, Latin)) return null;
        return this with { Han = han == AnyFace ? Han : han, Latin = latin == AnyFace ? Latin : latin, Hint = hint ?? Hint };
    }

    /// <summary>The settings of a run that a character begins.</summary>
    public static RunSettings Of(in TwinCharacter character, int spacing)
    {
        var bare = Empty with
        {
            Spacing = spacing, HanEverywhere = character.Is(CharacterTraits.BehindLatin), HeadsLine = character.Is(CharacterTraits.HeadsLine),
            Slanted = character.Is(CharacterTraits.Slanted), Leads = character.Is(CharacterTraits.Leads),
            RightToLeft = character.Is(CharacterTraits.RightToLeft), Complex = character.Is(CharacterTraits.Complex),
        };
        return bare.With(character, spacing)!.Value;
    }

    private static bool Differ(byte a, byte b) => a != AnyFace && b != AnyFace && a != b;
}

/// <summary>The properties of runs, children in the order of the schema (CT_RPr).</summary>
internal sealed class RunPropertiesMaker(FaceBook faces)
{
    private const string Chinese = "zh-CN";

    /// <summary>The properties of a run in a paragraph; null where the paragraph's style says it all.</summary>
    public W.RunProperties? Make(in RunSettings settings, InlineFormat format, ParagraphLook look, int baseSpacing)
    {
        var properties = new W.RunProperties();
        var strong = (format & InlineFormat.Strong) != 0;
        var style = StyleOf(format);
        var isLead = settings.Leads && style is null;
        if (isLead || style is not null) properties.Append(new W.RunStyle { Val = style ?? CharacterStyles.Lead });
        AddFonts(properties, settings, look, (isLead, strong, style == CharacterStyles.Strong));
        if (IsItalic(settings, format)) properties.Append(new W.Italic(), new W.ItalicComplexScript());
        if (settings.Spacing != baseSpacing) properties.Append(new W.Spacing { Val = settings.Spacing });
        if ((format & InlineFormat.Superscript) != 0) properties.Append(new W.VerticalTextAlignment { Val = W.VerticalPositionValues.Superscript });
        if ((format & InlineFormat.Subscript) != 0) properties.Append(new W.VerticalTextAlignment { Val = W.VerticalPositionValues.Subscript });
        if (settings.RightToLeft) properties.Append(new W.RightToLeftText());
        if (IsDotted(settings, format)) properties.Append(new W.Emphasis { Val = W.EmphasisMarkValues.UnderDot });
        if (settings.HeadsLine) properties.Append(new W.Languages { Val = Chinese });
        return properties.HasChildren ? properties : null;
    }

    private static string? StyleOf(InlineFormat format) =>
        (format & InlineFormat.Code) != 0 ? CharacterStyles.Code
        : (format & InlineFormat.Strong) != 0 ? CharacterStyles.Strong
        : (format & InlineFormat.EmphasisDots) != 0 ? CharacterStyles.Emphasis
        : null;

    /// <summary>Emphasis puts dots under Han text.</summary>
    private static bool IsDotted(in RunSettings settings, InlineFormat format) => (format & InlineFormat.EmphasisDots) != 0 && settings.Han != RunSettings.AnyFace;

    /// <summary>
    /// Western text is slanted in an italic face. Without one it stands upright, as in the layout, and its character style tells the emphasis;
    /// where that place is taken, only a slant can tell it.
    /// </summary>
    private static bool IsItalic(in RunSettings settings, InlineFormat format) =>
        settings.Slanted || ((format & InlineFormat.EmphasisDots) != 0 && settings.Han == RunSettings.AnyFace && StyleOf(format) != CharacterStyles.Emphasis);

    /// <summary>The run's faces, where its styles do not say them: the paragraph's, or that of leads.</summary>
    private void AddFonts(W.RunProperties properties, in RunSettings settings, ParagraphLook look, (bool IsLead, bool IsStrong, bool HasStrongStyle) run)
    {
        var paragraph = faces.VoiceOf(look.House, look.Style.Font, look.Style.Bold);
        var normal = run.IsLead && faces.LeadVoice is { } lead ? lead : paragraph;
        if (settings.Leads) look = look.OfLead;
        var voice = faces.VoiceOf(look.House, look.Style.Font, look.Style.Bold || run.IsStrong);
        var han = FaceOr(settings.Han, voice.Han.FirstNumber);
        var latin = settings.HanEverywhere ? han : FaceOr(settings.Latin, voice.Latin.FirstNumber);
        var fonts = new W.RunFonts();
        if (settings.Hint == true) fonts.Hint = W.FontTypeHintValues.EastAsia;
        if (han != normal.Han.FirstNumber && han < faces.Faces.Count) fonts.EastAsia = faces.Faces[han].Family;
        if (latin != normal.Latin.FirstNumber && latin < faces.Faces.Count)
        {
            (fonts.Ascii, fonts.HighAnsi) = (faces.Faces[latin].Family, faces.Faces[latin].Family);
            if (settings.RightToLeft || settings.Complex) fonts.ComplexScript = faces.Faces[latin].Family;
        }

        if (fonts.HasAttributes) properties.Append(fonts);
        AddWeight(properties, IsBold(settings.Han == RunSettings.AnyFace ? latin : han), IsBold(paragraph.Han.FirstNumber), run.HasStrongStyle || (run.IsLead && IsBold(normal.Han.FirstNumber)));
    }

    /// <summary>
    /// Bold in a character style turns that of the paragraph's style over (ECMA-376 part 1, §17.7.3), and not every face that emphasis is set in counts as
    /// bold: what comes of the styles is left alone only where it is the face's.
    /// </summary>
    private static void AddWeight(W.RunProperties properties, bool bold, bool paragraphBold, bool styleBold)
    {
        if (styleBold ? bold && !paragraphBold : bold == paragraphBold) return;
        properties.Append(new W.Bold { Val = bold ? null : false }, new W.BoldComplexScript { Val = bold ? null : false });
    }

    private bool IsBold(byte face) => face < faces.Faces.Count && faces.Faces[face].IsBold;

    private static byte FaceOr(byte face, byte otherwise) => face == RunSettings.AnyFace ? otherwise : face;
}

/// <summary>Ids of the character styles.</summary>
internal static class CharacterStyles
{
    public const string Strong = "Strong";
    public const string Emphasis = "Emphasis";
    public const string Code = "Code";
    public const string Hyperlink = "Hyperlink";
    public const string Lead = "Lead";
    public const string NoteReference = "FootnoteReference";

    /// <summary>Line breaks that the layout made, not the author: of titles broken by sense, and of lines that no spacing holds.</summary>
    public const string LayoutBreak = "LayoutBreak";
}
