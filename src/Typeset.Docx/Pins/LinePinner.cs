using Typeset.Docx.Runs;

namespace Typeset.Docx.Pins;

/// <summary>How a line is held to its place: a spacing a character in twips, and whether its end is written out as a break.</summary>
internal readonly record struct LinePin(int Spacing, bool Breaks);

/// <summary>
/// Room of a paragraph's lines, in twips, the spacing that the style gives each character anyway, and whether lines are spread over their room: one that is
/// ended by a break is then spread by its pin, for no program does it.
/// </summary>
internal readonly record struct PinRoom(int FirstLine, int OtherLines, int Spacing, bool IsJustified = false);

/// <summary>
/// Finds for each line the smallest spacing with which no greedy line breaker can break elsewhere, whatever it makes of the gap between Han and
/// Latin, of marks that may hang, of spaces and of kerning. Where none exists the uncertainty is narrowed step by step; the last resort is a break.
/// </summary>
internal sealed class LinePinner
{
    /// <summary>What is not known of a word processor at one step.</summary>
    /// <param name="GapLeast">Least gap between Han and Latin, permille of the type size.</param>
    /// <param name="GapMost">Greatest gap.</param>
    /// <param name="Margin">Twips that a line keeps clear of fitting exactly: what rounding adds up to.</param>
    /// <param name="Reach">Most twips that a pin moves a character.</param>
    /// <param name="KeepsMarks">The marks that begin no line are taken to come with the character before them.</param>
    private readonly record struct Doubt(int GapLeast, int GapMost, int Margin, int Reach, bool KeepsMarks = false);

    private static readonly Doubt[] Doubts =
    [
        new(0, 250, 12, 14), new(190, 250, 12, 14), new(190, 210, 8, 14), new(190, 210, 8, 14, true), new(190, 210, 6, 20), new(190, 210, 6, 20, true),
    ];

    /// <summary>Of the type size, the most that a character is moved to spread a line ended by a break: a quarter. Looser lines stay short.</summary>
    private const int MostSpread = 4;

    private const int PerTwip = 1000;

    private readonly List<TwinCharacter> _characters;
    private readonly int _gapUnit;

    /// <param name="characters">The paragraph, one list for all that is pinned.</param>
    /// <param name="size">Type size in thousandths of a twip.</param>
    public LinePinner(List<TwinCharacter> characters, int size) => (_characters, _gapUnit) = (characters, size / 1000);

    /// <summary>Twips that the widest line ended by a break may be too wide by: nothing draws it together enough, and no mark hangs before a break.</summary>
    public int Overhang { get; private set; }

    /// <summary>The pins of the lines that end before the characters of <paramref name="ends"/>; the last is the number of characters.</summary>
    public void Pin(ReadOnlySpan<int> ends, PinRoom room, Span<LinePin> pins)
    {
        var next = room.Spacing;
        for (var line = ends.Length - 1; line >= 0; line--)
        {
            var start = line == 0 ? 0 : ends[line - 1];
            pins[line] = PinOne(start, ends[line], (line == 0 ? room.FirstLine : room.OtherLines) * PerTwip, room, next);
            next = pins[line].Spacing;
        }
    }

    private LinePin PinOne(int start, int end, int room, in PinRoom of, int next)
    {
        var spacing = of.Spacing;
        var last = end == _characters.Count || (end > start && _characters[end - 1].Role == CharacterRole.HardBreak);
        if (!last && !EndsLegally(end)) return new LinePin(FittingSpacing(start, end, room, spacing, of.IsJustified), true);
        foreach (ref readonly var doubt in Doubts.AsSpan())
        {
            var line = Measure(start, end, doubt);
            var unit = last ? int.MaxValue / 2 : NextUnit(end, doubt, next);
            if (Solve(line, unit, room, doubt, spacing, next) is { } found) return new LinePin(found, false);
        }

        return new LinePin(FittingSpacing(start, end, room, spacing, of.IsJustified && !last), !last);
    }

    /// <summary>The spacing with which a line that is ended by a break fits, and fills its room where it is spread; the style's where none does.</summary>
    private int FittingSpacing(int start, int end, int room, int spacing, bool isSpread)
    {
        var line = Measure(start, end, Doubts[0]);
        if (isSpread && Spread(line, room, spacing) is > 0 and var more && more <= _gapUnit / MostSpread) return spacing + more;
        for (var reach = 0; reach <= Doubts[^1].Reach; reach++)
        {
            if (Holds(line, int.MaxValue / 2, room, Doubts[0], spacing - reach)) return spacing - reach;
        }

        var width = line.Widest + spacing * PerTwip * line.Characters + Doubts[0].Margin * PerTwip;
        Overhang = Math.Max(Overhang, (width - room + PerTwip - 1) / PerTwip);
        return spacing;
    }

    /// <summary>
    /// Twips that each character may take more, whatever a word processor makes of the gaps. A space at the end has its place too, and another for doubt:
    /// LibreOffice takes one that does not fit to a line of its own, with the break behind it.
    /// </summary>
    private static int Spread(in Extent line, int room, int spacing)
    {
        var count = line.TrailingSpaces > 0 ? line.Characters + 2 : line.Characters;
        var free = room - Doubts[0].Margin * PerTwip - line.Widest - 2 * line.TrailingSpaces - spacing * PerTwip * count;
        return count == 0 ? 0 : free / (PerTwip * count);
    }

    /// <summary>A line's widths in thousandths of a twip, the number of characters that spacing goes to, and of portions, at whose ends it may not.</summary>
    private readonly record struct Extent(int Narrowest, int Widest, int Characters, int Portions, int TrailingSpaces);

    private static int? Solve(in Extent line, int unit, int room, in Doubt doubt, int spacing, int next)
    {
        if (Holds(line, unit, room, doubt, spacing)) return spacing;
        if (Math.Abs(next - spacing) <= doubt.Reach && Holds(line, unit, room, doubt, next)) return next;
        for (var reach = 1; reach <= doubt.Reach; reach++)
        {
            if (Holds(line, unit, room, doubt, spacing - reach)) return spacing - reach;
            if (Holds(line, unit, room, doubt, spacing + reach)) return spacing + reach;
        }

        return null;
    }

    private static bool Holds(in Extent line, int unit, int room, in Doubt doubt, int spacing)
    {
        var margin = doubt.Margin * PerTwip;
        var (all, few) = (line.Characters, Math.Max(0, line.Characters - line.Portions));
        var most = line.Widest + spacing * PerTwip * (spacing < 0 ? few : all);
        var least = line.Narrowest + line.TrailingSpaces + spacing * PerTwip * (spacing < 0 ? all : few);
        return most <= room - margin && (long)least + unit > room + margin;
    }

    private Extent Measure(int start, int end, in Doubt doubt)
    {
        var stop = end;
        while (stop > start && _characters[stop - 1].Role is CharacterRole.Space or CharacterRole.HardBreak or CharacterRole.Invisible) stop--;
        var (narrowest, widest, count, portions, strong) = (0, 0, 0, 1, start);
        for (var i = start; i < stop; i++)
        {
            var character = _characters[i];
            narrowest += character.Narrowest;
            widest += character.Widest;
            if (IsSpaced(character)) count++;
            if (i > start && HasGap(_characters[i - 1], character))
            {
                narrowest += LeastGap(_characters[i - 1], character, doubt);
                widest += doubt.GapMost * _gapUnit;
            }

            if (character.Role is CharacterRole.Space or CharacterRole.Invisible) continue;
            if (BeginsPortion(_characters[strong], character)) portions++;
            strong = i;
        }

        var trailing = 0;
        for (var i = stop; i < end; i++) trailing += _characters[i].Narrowest;
        return new Extent(narrowest, widest, count, portions, trailing);
    }

    /// <summary>A list's mark stands outside the runs that carry the spacing.</summary>
    private static bool IsSpaced(in TwinCharacter character) => character.Run >= 0 && character.Role != CharacterRole.Invisible;

    private static bool BeginsPortion(in TwinCharacter before, in TwinCharacter after) => after.Face != before.Face || after.Run != before.Run || after.Role != before.Role;

    /// <summary>The least width that must be added to the line before it may end elsewhere: the next character with what cannot be parted from it.</summary>
    private int NextUnit(int start, in Doubt doubt, int spacing)
    {
        var width = start > 0 && HasGap(_characters[start - 1], _characters[start]) ? LeastGap(_characters[start - 1], _characters[start], doubt) : 0;
        var tightening = Math.Min(0, spacing) * PerTwip;
        for (var i = start; i < _characters.Count; i++)
        {
            var character = _characters[i];
            width += character.Narrowest + tightening;
            if (i + 1 < _characters.Count && !MayPart(character, _characters[i + 1], doubt)) continue;
            break;
        }

        return width;
    }

    /// <summary>
    /// Whether every word processor may break before a character: none does so inside a word, few at the marks of a link, and LibreOffice 7.4 takes a letter
    /// too many to the line where text from right to left goes on in another run.
    /// </summary>
    private bool EndsLegally(int end)
    {
        var (before, after) = (_characters[end - 1], _characters[end]);
        if (before.Is(CharacterTraits.Opens) || after.Is(CharacterTraits.Closes) || after.Role is CharacterRole.Invisible or CharacterRole.Note) return false;
        if (IsWestern(before) && IsWestern(after)) return false;
        if (before.Is(CharacterTraits.RightToLeft) || after.Is(CharacterTraits.RightToLeft)) return false;
        return !(IsQuote(before) && IsWestern(after)) && !(IsQuote(after) && end + 1 < _characters.Count && IsWestern(_characters[end + 1]));
    }

    /// <summary>Set in a Latin face, or taken for Western by a program that goes by the character alone.</summary>
    private static bool IsWestern(in TwinCharacter character) => character.Role == CharacterRole.Latin || (character.Is(CharacterTraits.BehindLatin) && !IsQuote(character));

    private static bool IsQuote(in TwinCharacter character) => character.Is(CharacterTraits.Quotes) && character.Is(CharacterTraits.WantsHint);

    private static bool MayPart(in TwinCharacter before, in TwinCharacter after, in Doubt doubt)
    {
        if (before.Is(CharacterTraits.Opens)) return false;
        if (before.Is(CharacterTraits.Alphanumeric) && after.Is(CharacterTraits.Alphanumeric)) return false;
        if (after.Role is CharacterRole.Invisible or CharacterRole.Note) return false;
        return !(doubt.KeepsMarks && after.Is(CharacterTraits.Closes) && (after.Traits & (CharacterTraits.Hangs | CharacterTraits.BeginsInSome)) == 0);
    }

    private static bool HasGap(in TwinCharacter before, in TwinCharacter after) =>
        (IsHan(before) && after.Is(CharacterTraits.Alphanumeric)) || (before.Is(CharacterTraits.Alphanumeric) && IsHan(after));

    /// <summary>Programs differ in whether they set signs off from Latin; LibreOffice sets nothing off from Hebrew, Arabic or Thai.</summary>
    private int LeastGap(in TwinCharacter before, in TwinCharacter after, in Doubt doubt) =>
        ((before.Traits | after.Traits) & (CharacterTraits.Sign | CharacterTraits.Complex)) != 0 ? 0 : doubt.GapLeast * _gapUnit;

    private static bool IsHan(in TwinCharacter character) =>
        character.Role == CharacterRole.Han && (character.Traits & (CharacterTraits.Closes | CharacterTraits.Opens | CharacterTraits.WantsHint)) == 0;
}
