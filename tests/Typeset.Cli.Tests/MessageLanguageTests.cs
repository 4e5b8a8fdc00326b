using Typeset.Cli.Reporting;
using Typeset.Core;

namespace Typeset.Cli.Tests;

public sealed class MessageLanguageTests
{
    [Theory]
    [InlineData("en", "zh_CN.UTF-8", "", "", Language.English)]
    [InlineData("zh", "C", "", "", Language.Chinese)]
    [InlineData(null, "zh_CN.UTF-8", "en_US.UTF-8", "en_US.UTF-8", Language.Chinese)]
    [InlineData(null, "", "zh_TW", "en_US.UTF-8", Language.Chinese)]
    [InlineData(null, "", "", "zh_CN", Language.Chinese)]
    [InlineData(null, "C.UTF-8", "zh_CN", "zh_CN", Language.English)]
    [InlineData(null, "", "", "", Language.English)]
    public void The_first_of_option_and_locale_decides(string? asked, string all, string messages, string lang, Language expected) =>
        Assert.Equal(expected, MessageLanguage.Choose(asked, name => name switch { "LC_ALL" => all, "LC_MESSAGES" => messages, "LANG" => lang, _ => null }));

    [Fact]
    public void The_option_is_found_before_arguments_are_parsed()
    {
        Assert.Equal("zh", MessageLanguage.AskedIn(["build", "--lang", "zh", "x"]));
        Assert.Equal("en", MessageLanguage.AskedIn(["--lang=en"]));
        Assert.Null(MessageLanguage.AskedIn(["build", "--lang"]));
        Assert.Null(MessageLanguage.AskedIn(["--", "--lang", "zh"]));
    }
}
