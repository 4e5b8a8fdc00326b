using System.Xml.Linq;
using System.Text.RegularExpressions;

namespace Typeset.Architecture.Tests;

/// <summary>What keeps the sources readable, as far as it can be counted.</summary>
public sealed partial class ReadabilityTests
{
    private const int LongestFile = 400;

    public static TheoryData<string> Rooms => [.. Room.Map.Select(room => room.Name)];

    [Fact]
    public void No_file_is_longer_than_four_hundred_lines() =>
        Assert.Empty(SourceFile.All.Where(file => !file.IsGenerated && file.Text.Count(c => c == '\n') > LongestFile).Select(file => file.Path));

    [Fact]
    public void No_file_is_folded_into_regions() =>
        Assert.Empty(SourceFile.All.Where(file => file.Text.Contains("#region", StringComparison.Ordinal)).Select(file => file.Path));

    [Fact]
    public void A_namespace_is_the_project_or_a_folder_of_it() =>
        Assert.Empty(SourceFile.All.Where(file => Namespace().Match(file.Text) is { Success: true } match && !file.MayBeIn(match.Groups[1].Value)).Select(file => file.Path));

    [Theory, MemberData(nameof(Rooms))]
    public void No_name_says_only_that_it_helps(string name)
    {
        using var room = new CompiledRoom(name);
        Assert.Empty(room.Types.Where(type => Vague().IsMatch(type.Name)).Select(type => type.Name));
    }

    [Theory, MemberData(nameof(Rooms))]
    public void Every_public_type_has_a_summary(string name)
    {
        using var room = new CompiledRoom(name);
        var documented = XDocument.Load(CompiledRoom.PathOf(name, ".xml")).Descendants("member")
            .Where(member => !string.IsNullOrWhiteSpace(member.Element("summary")?.Value))
            .Select(member => (string)member.Attribute("name")!).ToHashSet();
        Assert.Empty(room.Types.Where(type => type.IsPublic && !documented.Contains("T:" + type.Name)).Select(type => type.Name));
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"(^|\.)(Common|Helpers?|Utils?|Utilities|Infrastructure|Misc)(\.|$)|(Helpers?|Utils?|Manager|Processor|Handler)$")]
    private static partial Regex Vague();
}
