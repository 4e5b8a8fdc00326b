using System.Runtime.InteropServices;
using Typeset.Documents;
using Typeset.Docx.Pins;
using Typeset.Docx.Runs;

namespace Typeset.Docx.Tests;

/// <summary>Lines of Han characters of 16 pt (320 twips) in a measure of 28: what spacing holds them.</summary>
public sealed class PinTests
{
    private const int Em = 320;

    [Fact]
    public void A_line_that_every_program_fills_alike_needs_no_pin() => Assert.Equal(new LinePin(0, false), Pin(room: 28 * Em + 60, 28)[0]);

    [Fact]
    public void A_line_as_wide_as_the_measure_is_tightened_until_rounding_cannot_part_it() => Assert.Equal(new LinePin(-1, false), Pin(room: 28 * Em, 28)[0]);

    [Fact]
    public void A_line_that_ends_a_character_early_is_spread_until_the_next_does_not_fit()
    {
        var pin = Pin(room: 28 * Em + 60, 27)[0];
        Assert.False(pin.Breaks);
        Assert.InRange(pin.Spacing, 1, 14);
        Assert.True(27 * (Em + pin.Spacing) + Em - pin.Spacing > 28 * Em + 60);
    }

    [Fact]
    public void A_line_that_no_spacing_holds_is_ended_by_a_break() => Assert.Equal(new LinePin(0, true), Pin(room: 28 * Em, 14)[0]);

    [Fact]
    public void A_last_line_needs_only_fit() => Assert.Equal(new LinePin(0, false), Pin(room: 28 * Em, 28)[^1]);

    [Fact]
    public void A_hung_mark_is_drawn_into_the_measure()
    {
        var characters = Han(60);
        characters[28] = characters[28] with { Traits = CharacterTraits.Closes | CharacterTraits.Hangs };
        var pin = Pin(characters, 28 * Em + 60, 29)[0];
        Assert.False(pin.Breaks);
        Assert.True(29 * Em + (29 - 1) * pin.Spacing <= 28 * Em + 60);
    }

    [Fact]
    public void No_line_is_trusted_to_end_inside_a_word()
    {
        var characters = Han(60);
        for (var i = 26; i < 32; i++) characters[i] = characters[i] with { Role = CharacterRole.Latin, Traits = CharacterTraits.Alphanumeric };
        Assert.True(Pin(characters, 28 * Em + 60, 28)[0].Breaks);
    }

    [Theory]
    [InlineData('』', false)]
    [InlineData('～', true)]
    public void A_mark_that_begins_a_line_in_some_programs_is_not_counted_on_to_keep_a_number_from_the_line_before(char mark, bool breaks)
    {
        var characters = Han(60);
        characters[26] = characters[26] with { Role = CharacterRole.Latin, Traits = CharacterTraits.Alphanumeric, Narrowest = 100_000, Widest = 100_000 };
        characters[27] = characters[27] with { Traits = CharacterMarks.Of(mark, true) };
        Assert.Equal(breaks, Pin(characters, 28 * Em + 60, 26)[0].Breaks);
    }

    [Theory]
    [InlineData('℃', true)]
    [InlineData('级', false)]
    public void No_line_is_trusted_to_end_before_a_quote_that_a_program_takes_for_Western_with_what_it_opens(char quoted, bool breaks)
    {
        var characters = Han(60);
        characters[28] = characters[28] with { Traits = CharacterMarks.Of('“', true) };
        characters[29] = characters[29] with { Traits = CharacterMarks.Of(quoted, true) };
        if (characters[29].Is(CharacterTraits.WantsHint)) characters[29] = characters[29] with { Traits = characters[29].Traits | CharacterTraits.BehindLatin };
        Assert.Equal(breaks, Pin(characters, 28 * Em + 60, 28)[0].Breaks);
    }

    [Fact]
    public void A_full_width_full_stop_in_a_number_is_a_stop() => Assert.True(CharacterMarks.Of('．', true).HasFlag(CharacterTraits.Closes | CharacterTraits.Hangs));

    [Theory]
    [InlineData('㎡', true)]
    [InlineData('平', false)]
    public void A_sign_behind_a_number_may_stand_close_to_it(char unit, bool breaks)
    {
        var characters = Han(60);
        for (var i = 0; i < 26; i += 2)
        {
            characters[i] = characters[i] with { Role = CharacterRole.Latin, Traits = CharacterTraits.Alphanumeric };
            characters[i + 1] = characters[i + 1] with { Traits = CharacterMarks.Of(unit, true) };
        }

        Assert.Equal(breaks, Pin(characters, 33 * Em + Em / 2, 28)[0].Breaks);
    }

    [Theory]
    [InlineData(true, 20, (Em - 12) / 20)]
    [InlineData(false, 20, 0)]
    [InlineData(true, 3, 0)]
    public void A_line_of_justified_text_that_a_break_ends_is_spread_unless_that_is_much(bool isJustified, int count, int spacing)
    {
        var characters = Han(count + 8);
        foreach (ref var character in CollectionsMarshal.AsSpan(characters)[(count - 1)..(count + 1)]) character = character with { Role = CharacterRole.Latin };
        var pins = new LinePin[2];
        new LinePinner(characters, Em * 1000).Pin([count, characters.Count], new PinRoom((count + 1) * Em, 40 * Em, 0, isJustified), pins);
        Assert.Equal([new LinePin(spacing, true), new LinePin(0, false)], pins);
    }

    [Fact]
    public void A_line_that_is_spread_keeps_room_for_the_space_before_its_break()
    {
        const int space = 100;
        var characters = Han(28);
        characters[19] = characters[19] with { Role = CharacterRole.Space, Narrowest = space * 1000, Widest = space * 1000 };
        characters[20] = characters[20] with { Role = CharacterRole.Note };
        var pins = new LinePin[2];
        new LinePinner(characters, Em * 1000).Pin([20, characters.Count], new PinRoom(21 * Em, 40 * Em, 0, IsJustified: true), pins);
        Assert.Equal(new LinePin(((2 * Em) - 12 - (2 * space)) / 21, true), pins[0]);
    }

    [Fact]
    public void A_line_too_wide_to_be_drawn_together_before_a_break_tells_by_how_much()
    {
        var characters = Han(8);
        characters[3] = characters[3] with { Traits = CharacterMarks.Of('，', true) };
        var pinner = new LinePinner(characters, Em * 1000);
        pinner.Pin([4, 8], new PinRoom((3 * Em) + 200, 8 * Em, 0), new LinePin[2]);
        Assert.Equal(Em - 200 + 12, pinner.Overhang);
    }

    private static LinePin[] Pin(int room, int end) => Pin(Han(end + 20), room, end);

    private static LinePin[] Pin(List<TwinCharacter> characters, int room, int end)
    {
        var pins = new LinePin[2];
        new LinePinner(characters, Em * 1000).Pin([end, characters.Count], new PinRoom(room, room, 0), pins);
        return pins;
    }

    private static List<TwinCharacter> Han(int count) =>
        [.. Enumerable.Range(0, count).Select(static i => new TwinCharacter { Start = i, Length = 1, Narrowest = Em * 1000, Widest = Em * 1000, Role = CharacterRole.Han })];
}
