using System.Diagnostics;
using System.Globalization;
using Typeset.Docx.Fonts;

namespace Typeset.Docx.Tests.Fonts;

[Trait("Category", "Conformance")]
public sealed class CommonHanConformanceTests
{
    private const int FirstLevel = 3500;

    [Fact]
    public void Common_characters_are_the_first_level_of_the_general_standard_table_as_Unihan_has_it()
    {
        var characters = Unihan().Select(static line => line.Split('\t'))
            .Where(static fields => fields is [_, "kTGH", _] && int.Parse(fields[2].Split(':')[1], CultureInfo.InvariantCulture) <= FirstLevel)
            .Select(static fields => int.Parse(fields[0].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        Assert.Equal(characters.Order(), EditingCharacters.Common);
    }

    private static string[] Unihan()
    {
        using var process = Process.Start(new ProcessStartInfo("bzcat", ["/usr/share/unicode/Unihan_OtherMappings.txt.bz2"]) { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return text.Split('\n');
    }
}
