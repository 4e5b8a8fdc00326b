using System.Globalization;
using Typeset.Unicode.Generator;

namespace Typeset.Unicode.Tests;

public sealed class PropertyTests
{
    [Fact]
    public void Line_break_classes_are_those_of_the_data_file() =>
        EveryCodePoint("LineBreak", "lb", codePoint => LineBreak.ClassOf(codePoint).ToString());

    [Fact]
    public void Widths_are_those_of_the_data_file() =>
        EveryCodePoint("EastAsianWidth", "ea", codePoint => EastAsianWidth.Of(codePoint).ToString());

    [Fact]
    public void Orientations_are_those_of_the_data_file() =>
        EveryCodePoint("VerticalOrientation", "vo", codePoint => VerticalOrientation.Of(codePoint).ToString());

    [Fact]
    public void Scripts_are_those_of_the_data_file() =>
        EveryCodePoint("Scripts", "sc", codePoint => Script.Of(codePoint).ToString());

    [Fact]
    public void Bidi_classes_are_those_of_the_data_file() =>
        EveryCodePoint("DerivedBidiClass", "bc", codePoint => BidiClass.Of(codePoint).ToString());

    [Fact]
    public void Categories_are_those_of_the_data_file() =>
        EveryCodePoint("DerivedGeneralCategory", "gc", codePoint => GeneralCategory.Of(codePoint).ToString());

    [Fact]
    public void Categories_agree_with_the_runtime_where_both_know_the_character()
    {
        for (var i = 0; i < UcdFile.CodePoints; i++)
        {
            var (ours, runtime) = (GeneralCategory.Of(i).ToString(), CharUnicodeInfo.GetUnicodeCategory(i));
            if (runtime == UnicodeCategory.OtherNotAssigned || ours == nameof(GeneralCategory.Unassigned)) continue;
            Assert.True(ours == RuntimeName(runtime), $"U+{i:X4} is {ours} here and {runtime} in the runtime.");
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(0x110000)]
    [InlineData(int.MaxValue)]
    public void What_is_no_code_point_is_like_an_unassigned_one(int number)
    {
        Assert.Equal(LineBreakClass.Unknown, LineBreak.ClassOf(number));
        Assert.Equal(GeneralCategory.Unassigned, GeneralCategory.Of(number));
        Assert.Equal(Script.Unknown, Script.Of(number));
        Assert.Equal(EastAsianWidth.Neutral, EastAsianWidth.Of(number));
        Assert.Equal(VerticalOrientation.Rotated, VerticalOrientation.Of(number));
        Assert.True(Scripts.ExtensionsOf(number).IsEmpty);
        Assert.False(CodePointTraits.IsDefaultIgnorable(number));
    }

    private static void EveryCodePoint(string file, string alias, Func<int, string> lookup)
    {
        var names = new Dictionary<string, string>();
        foreach (var (shortName, longName) in UcdFile.ReadAliases(BreakTestFile.Folder, alias))
            names[shortName] = names[longName] = CSharp.Identifier(longName);
        var values = UcdFile.ReadValues(BreakTestFile.Folder, file);
        for (var i = 0; i < values.Length; i++)
            if (lookup(i) != names[values[i]]) Assert.Fail($"U+{i:X4} is {lookup(i)} here and {values[i]} in {file}.txt.");
    }

    private static string RuntimeName(UnicodeCategory category) => category switch
    {
        UnicodeCategory.NonSpacingMark => nameof(GeneralCategory.NonspacingMark),
        UnicodeCategory.SpacingCombiningMark => nameof(GeneralCategory.SpacingMark),
        UnicodeCategory.DecimalDigitNumber => nameof(GeneralCategory.DecimalNumber),
        UnicodeCategory.InitialQuotePunctuation => nameof(GeneralCategory.InitialPunctuation),
        UnicodeCategory.FinalQuotePunctuation => nameof(GeneralCategory.FinalPunctuation),
        _ => category.ToString(),
    };
}
