using FsCheck;
using FsCheck.Fluent;

namespace Typeset.Unicode.Tests;

/// <summary>Text of few different characters in long succession, out of those that the break rules tell apart.</summary>
public sealed record HostileText(string Value)
{
    /// <summary>One character of each kind that LineBreakTest or GraphemeBreakTest uses, and half a surrogate pair of each sort.</summary>
    private static readonly string[] Alphabet =
    [
        .. BreakTestFile.Read("LineBreakTest").Concat(BreakTestFile.Read("GraphemeBreakTest"))
            .SelectMany(test => test.Text.EnumerateRunes()).Distinct().Select(rune => rune.ToString()),
        "\uD83D", "\uDE00", "\uFFFF",
    ];

    public static Arbitrary<HostileText> Any()
    {
        var letters = Gen.Elements(Alphabet);
        var texts =
            from few in letters.ArrayOf(4)
            from text in Gen.Elements(few).ListOf()
            select new HostileText(string.Concat(text));
        return texts.ToArbitrary();
    }

    public override string ToString() => string.Join(' ', Value.Select(unit => $"{(int)unit:X4}"));
}
