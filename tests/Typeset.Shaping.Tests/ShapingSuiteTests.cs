using Typeset.Shaping.Runs;

namespace Typeset.Shaping.Tests;

/// <summary>Cases a line, <c>face;script;features;text;glyphs</c>; the glyphs are hb-shape's, which the conformance tests ask again.</summary>
public sealed class ShapingSuiteTests
{
    private static readonly string[] Suites = ["han.tests", "latin.tests"];

    public static TheoryData<string, int, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, int, string>();
            foreach (var suite in Suites)
            {
                foreach (var (line, text) in SuiteFile.Read(suite)) cases.Add(suite, line, text);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_run_comes_to_these_glyphs(string suite, int line, string @case)
    {
        var (face, script, features, text, glyphs) = Parts(@case);
        var dump = RunDump.Of(new ShapingFace(ShippedFonts.Library.Find(face)!), script, features, text).Line;
        Assert.Equal($"{suite}:{line} {glyphs}", $"{suite}:{line} {dump}");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    [Trait("Category", "Conformance")]
    public void The_glyphs_of_a_case_are_those_of_hb_shape(string suite, int line, string @case)
    {
        var (face, script, features, text, glyphs) = Parts(@case);
        var asked = HbShape.Shape(ShippedFonts.PathOf(face), script, features, [text]);
        Assert.Equal($"{suite}:{line} {glyphs}", $"{suite}:{line} {Assert.Single(asked)}");
    }

    /// <summary>The text may hold <c>\u0301</c> and <c>\U000E0100</c> for characters that do not show.</summary>
    private static (string Face, string Script, string Features, string Text, string Glyphs) Parts(string @case)
    {
        var parts = @case.Split(';');
        Assert.Equal(5, parts.Length);
        return (parts[0], parts[1], parts[2], Unescape(parts[3]), parts[4]);
    }

    private static string Unescape(string text)
    {
        for (int at; (at = text.IndexOf('\\')) >= 0;)
        {
            var digits = text[at + 1] == 'U' ? 8 : 4;
            var character = char.ConvertFromUtf32(Convert.ToInt32(text.Substring(at + 2, digits), 16));
            text = text[..at] + character + text[(at + 2 + digits)..];
        }

        return text;
    }
}
