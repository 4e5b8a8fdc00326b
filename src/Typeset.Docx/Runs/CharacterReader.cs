using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Docx.Faces;
using Typeset.Shaping;
using Typeset.Unicode;

namespace Typeset.Docx.Runs;

/// <summary>Reads a paragraph's characters: in which face each is set, how wide a word processor may find it, and what it may do at a line's edge.</summary>
internal sealed class CharacterReader(FaceBook faces)
{
    /// <summary>Pair kerning of Latin text moves letters by no more than this, on the average of a word.</summary>
    private const int KerningPermille = 15;

    /// <summary>Word processors raise marks of notes at 58 % (LibreOffice) to ⅔ (Word) of the type size.</summary>
    private const int RaisedLeastPermille = 550;
    private const int RaisedMostPermille = 670;

    /// <summary>Justification may draw word spaces together to three quarters (Word; LibreOffice from 24.2).</summary>
    private const int SpaceLeastPermille = 750;

    private TextSide[] _sides = [];

    /// <summary>Fills a list with the characters of a text that <paramref name="prefix"/> units of marks stand before.</summary>
    public void Read(string text, int prefix, RichText rich, ParagraphLook look, List<TwinCharacter> into)
    {
        into.Clear();
        if (_sides.Length < text.Length) _sides = new TextSide[Math.Max(text.Length, 256)];
        var sides = _sides.AsSpan(0, text.Length);
        TextSides.Resolve(text, sides);
        var levels = LevelsOf(text);
        var (run, behindLatin) = (-1, true);
        var lead = look.Style.RunInFont is null ? 0 : RunInLead.LengthOf(text);
        for (var i = 0; i < text.Length;)
        {
            while (i >= prefix && (run < 0 || i - prefix >= rich.Runs[run].End) && run + 1 < rich.Runs.Length) run++;
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            var inline = run >= 0 ? rich.Runs[run] : default(InlineRun?);
            var character = Make(rune.Value, sides[i], i < lead ? look.OfLead : look, inline) with { Start = i, Length = length, Run = run };
            if (levels is not null && levels[i] > 0) character.Traits |= CharacterTraits.RightToLeft;
            if (i < lead) character.Traits |= CharacterTraits.Leads;
            if (character.Is(CharacterTraits.WantsHint) && (behindLatin || !CharacterMarks.TakesScriptBefore(rune.Value))) character.Traits |= CharacterTraits.BehindLatin;
            if (character.Role == CharacterRole.HardBreak) behindLatin = true;
            if (character.Role is CharacterRole.Han or CharacterRole.Latin) behindLatin = character.Role == CharacterRole.Latin || (behindLatin && character.Is(CharacterTraits.BehindLatin));
            into.Add(character);
            i += length;
        }
    }

    /// <summary>The levels of a text that does not run from left to right all through; null for any other.</summary>
    private static byte[]? LevelsOf(string text)
    {
        if (!BidiLevels.AreNeeded(text)) return null;
        var levels = new byte[text.Length];
        BidiLevels.Resolve(text, levels);
        return levels;
    }

    private TwinCharacter Make(int codePoint, TextSide side, ParagraphLook look, InlineRun? run)
    {
        var size = Twips.HalfPoints(look.Style.Size) * 10_000L;
        var voice = faces.VoiceOf(look.House, look.Style.Font, look.Style.Bold || (run?.Format & InlineFormat.Strong) is > 0, (run?.Format & InlineFormat.EmphasisDots) is > 0);
        switch (codePoint)
        {
            case RichText.NoteMark:
                return new TwinCharacter { Role = CharacterRole.Note, Face = voice.Han.FirstNumber, Narrowest = (int)(size * RaisedLeastPermille / 1000), Widest = (int)(size * RaisedMostPermille / 1000), Traits = CharacterTraits.Closes };
            case RichText.LineBreak or '\n':
                return new TwinCharacter { Role = CharacterRole.HardBreak, Face = voice.Han.FirstNumber };
        }

        if (IsSpace(codePoint)) return Slant(Space(codePoint, voice, size));
        if (IsInvisible(codePoint)) return new TwinCharacter { Role = CharacterRole.Invisible, Face = voice.Han.FirstNumber };
        var han = side == TextSide.Han && !(look.House.Lines.QuoteWidth.Thousandths < 700 && codePoint is '“' or '”' or '‘' or '’');
        var faced = (han ? voice.Han : voice.Latin).Of(codePoint);
        var width = (int)(size * faced.Advance / 65536);
        var raised = run?.Format is { } format && (format & (InlineFormat.Superscript | InlineFormat.Subscript)) != 0;
        return Slant(new TwinCharacter
        {
            Role = han ? CharacterRole.Han : CharacterRole.Latin, Face = faced.Face, Traits = CharacterMarks.Of(codePoint, han),
            Narrowest = raised ? width / 1000 * RaisedLeastPermille : han ? width : width - width * KerningPermille / 1000,
            Widest = raised ? width / 1000 * RaisedMostPermille : han ? width : width + width * KerningPermille / 1000,
        });
    }

    private TwinCharacter Slant(TwinCharacter character)
    {
        if (character.Role != CharacterRole.Han && character.Face < faces.Faces.Count && faces.Faces[character.Face].IsItalic) character.Traits |= CharacterTraits.Slanted;
        return character;
    }

    /// <summary>A space is set in the face before it by one program, in the Latin face by another.</summary>
    private static TwinCharacter Space(int codePoint, Voice voice, long size)
    {
        var (han, latin) = (voice.Han.Of(codePoint), voice.Latin.Of(codePoint));
        var (least, most) = (Math.Min(han.Advance, latin.Advance), Math.Max(han.Advance, latin.Advance));
        return codePoint == '\u3000'
            ? new TwinCharacter { Role = CharacterRole.Space, Face = han.Face, Narrowest = (int)size, Widest = (int)size }
            : new TwinCharacter { Role = CharacterRole.Space, Face = latin.Face, Narrowest = (int)(size * least / 65536 * SpaceLeastPermille / 1000), Widest = (int)(size * most / 65536) };
    }

    private static bool IsSpace(int codePoint) => codePoint is ' ' or '\t' or '\u3000' or '\u00a0' or '\u202f' or (>= 0x2000 and <= 0x200a);

    private static bool IsInvisible(int codePoint) =>
        codePoint is 0xfeff or (>= 0x200b and <= 0x200f) or (>= 0x2028 and <= 0x202e) or (>= 0x2060 and <= 0x206f) or (>= 0xfe00 and <= 0xfe0f) or (>= 0xe0100 and <= 0xe01ef)
        || codePoint < 0x20 || (codePoint > 0x2ff && codePoint < 0x1000000 && CharUnicodeInfo.GetUnicodeCategory(codePoint) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);
}

/// <summary>How a paragraph is set: its house style and its text style.</summary>
internal readonly record struct ParagraphLook(HouseStyle House, TextStyle Style)
{
    /// <summary>How the lead of a paragraph is set, where the style gives it a font.</summary>
    public ParagraphLook OfLead => this with { Style = Style with { Font = Style.RunInFont ?? Style.Font } };
}
