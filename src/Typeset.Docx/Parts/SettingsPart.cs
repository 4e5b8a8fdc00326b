using Typeset.Documents;

namespace Typeset.Docx.Parts;

/// <summary>Makes <c>word/settings.xml</c>: what holds for the whole document. Children stand in the order of CT_Settings.</summary>
internal static class SettingsPart
{
    private const string WordCompatibility = "http://schemas.microsoft.com/office/word";

    public static W.Settings Make(HouseStyle house, bool alternates, bool embedsFonts, bool hasNotes)
    {
        var settings = new W.Settings(new W.Zoom { Percent = "100" });
        if (embedsFonts) settings.Append(new W.EmbedTrueTypeFonts(), new W.SaveSubsetFonts());
        if (house.Page.Mirrored) settings.Append(new W.MirrorMargins());
        settings.Append(new W.DefaultTabStop { Val = (short)(Twips.HalfPoints(house.Of(TextRole.Body).Size) * 20) });
        if (alternates) settings.Append(new W.EvenAndOddHeaders());
        settings.Append(new W.CharacterSpacingControl { Val = W.CharacterSpacingValues.DoNotCompress });
        settings.Append(Notes(house, hasNotes));
        settings.Append(Compatibility());
        settings.Append(new W.ThemeFontLanguages { Val = "en-US", EastAsia = "zh-CN" });
        settings.Append(new W.DecimalSymbol { Val = "." }, new W.ListSeparator { Val = "," });
        return settings;
    }

    private static W.FootnoteDocumentWideProperties Notes(HouseStyle house, bool hasNotes)
    {
        var notes = new W.FootnoteDocumentWideProperties();
        foreach (var child in NotesPart.PropertiesOf(house.Footnotes).ChildElements) notes.Append(child.CloneNode(true));
        if (hasNotes) notes.Append(new W.FootnoteSpecialReference { Id = -1 }, new W.FootnoteSpecialReference { Id = 0 });
        return notes;
    }

    /// <summary>Word 2013 and later; full-width figures of speech keep their widths, and a line ended by hand is not spread over the measure.</summary>
    private static W.Compatibility Compatibility() => new(
        new W.DoNotExpandShiftReturn(),
        new W.UseFarEastLayout(),
        Setting(W.CompatSettingNameValues.CompatibilityMode, "15"),
        Setting(W.CompatSettingNameValues.OverrideTableStyleFontSizeAndJustification, "1"),
        Setting(W.CompatSettingNameValues.EnableOpenTypeFeatures, "1"),
        Setting(W.CompatSettingNameValues.DoNotFlipMirrorIndents, "1"),
        Setting(W.CompatSettingNameValues.DifferentiateMultirowTableHeaders, "1"));

    private static W.CompatibilitySetting Setting(W.CompatSettingNameValues name, string value) => new() { Name = name, Uri = WordCompatibility, Val = value };
}
