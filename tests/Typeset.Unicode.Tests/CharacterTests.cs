using System.Text;

namespace Typeset.Unicode.Tests;

/// <summary>Characters that Chinese typesetting meets every day, as the code charts have them.</summary>
public sealed class CharacterTests
{
    [Theory]
    [InlineData(0x4E00, LineBreakClass.Ideographic)]
    [InlineData(0x3007, LineBreakClass.Ideographic)]
    [InlineData(0x2A6DF, LineBreakClass.Ideographic)]
    [InlineData(0x323AF, LineBreakClass.Ideographic)]
    [InlineData(0x3FFFD, LineBreakClass.Ideographic)]
    [InlineData(0xFF0C, LineBreakClass.ClosePunctuation)]
    [InlineData(0x300A, LineBreakClass.OpenPunctuation)]
    [InlineData(0x300B, LineBreakClass.ClosePunctuation)]
    [InlineData(0x201C, LineBreakClass.Quotation)]
    [InlineData(0x2026, LineBreakClass.Inseparable)]
    [InlineData(0x2014, LineBreakClass.BreakBoth)]
    [InlineData(0xFF01, LineBreakClass.Exclamation)]
    [InlineData(0x30FB, LineBreakClass.Nonstarter)]
    [InlineData(0x3041, LineBreakClass.ConditionalJapaneseStarter)]
    [InlineData(0x00A0, LineBreakClass.Glue)]
    [InlineData(0x2060, LineBreakClass.WordJoiner)]
    [InlineData(0x200B, LineBreakClass.ZWSpace)]
    [InlineData(0xE000, LineBreakClass.Unknown)]
    public void Line_break_class(int codePoint, LineBreakClass expected) => Assert.Equal(expected, LineBreak.ClassOf(codePoint));

    [Theory]
    [InlineData(0x4E00, EastAsianWidth.Wide)]
    [InlineData(0x3000, EastAsianWidth.Fullwidth)]
    [InlineData(0xFF0C, EastAsianWidth.Fullwidth)]
    [InlineData(0x3001, EastAsianWidth.Wide)]
    [InlineData(0xFF71, EastAsianWidth.Halfwidth)]
    [InlineData(0x201C, EastAsianWidth.Ambiguous)]
    [InlineData(0x0041, EastAsianWidth.Narrow)]
    [InlineData(0x05D0, EastAsianWidth.Neutral)]
    public void East_Asian_width(int codePoint, EastAsianWidth expected) => Assert.Equal(expected, EastAsianWidth.Of(codePoint));

    [Theory]
    [InlineData(0x4E00, VerticalOrientation.Upright)]
    [InlineData(0x0041, VerticalOrientation.Rotated)]
    [InlineData(0x3001, VerticalOrientation.TransformedUpright)]
    [InlineData(0x300C, VerticalOrientation.TransformedRotated)]
    public void Vertical_orientation(int codePoint, VerticalOrientation expected) => Assert.Equal(expected, VerticalOrientation.Of(codePoint));

    [Theory]
    [InlineData(0x4E00, Script.Han, "Hani")]
    [InlineData(0x3105, Script.Bopomofo, "Bopo")]
    [InlineData(0x0041, Script.Latin, "Latn")]
    [InlineData(0x3002, Script.Common, "Zyyy")]
    [InlineData(0x0301, Script.Inherited, "Zinh")]
    [InlineData(0x0378, Script.Unknown, "Zzzz")]
    public void Script_and_its_code(int codePoint, Script expected, string code)
    {
        Assert.Equal(expected, Script.Of(codePoint));
        Assert.Equal(code, Encoding.ASCII.GetString(expected.IsoCode));
    }

    [Fact]
    public void The_ideographic_comma_belongs_to_the_scripts_that_use_it()
    {
        Script[] expected = [Script.Bopomofo, Script.Hangul, Script.Han, Script.Hiragana, Script.Katakana, Script.Mongolian, Script.Yi];
        Assert.Equal(expected.Order(), Scripts.ExtensionsOf('、').ToArray().Order());
        Assert.True(Scripts.IsUsedWith('、', Script.Han));
        Assert.False(Scripts.IsUsedWith('、', Script.Latin));
    }

    [Fact]
    public void A_letter_is_used_with_its_own_script_and_a_shared_sign_with_all()
    {
        Assert.True(Scripts.IsUsedWith('A', Script.Latin));
        Assert.False(Scripts.IsUsedWith('A', Script.Han));
        Assert.True(Scripts.IsUsedWith('+', Script.Han));
    }

    [Theory]
    [InlineData(0x05D0, true)]
    [InlineData(0x0627, true)]
    [InlineData(0x1E800, true)]
    [InlineData(0x4E00, false)]
    [InlineData(0x0661, false)]
    public void Strong_right_to_left(int codePoint, bool expected) => Assert.Equal(expected, BidiClass.Of(codePoint).IsStrongRightToLeft);

    [Theory]
    [InlineData(0x200D, true)]
    [InlineData(0xFE0F, true)]
    [InlineData(0xE0100, true)]
    [InlineData(0x00AD, true)]
    [InlineData(0x0020, false)]
    [InlineData(0x4E00, false)]
    public void Default_ignorable(int codePoint, bool expected) => Assert.Equal(expected, CodePointTraits.IsDefaultIgnorable(codePoint));

    [Fact]
    public void A_heart_may_be_an_emoji_and_a_grin_is_one()
    {
        Assert.True(CodePointTraits.IsPictographic(0x2764));
        Assert.False(CodePointTraits.HasEmojiPresentation(0x2764));
        Assert.True(CodePointTraits.HasEmojiPresentation(0x1F600));
        Assert.False(CodePointTraits.IsPictographic('中'));
    }
}
