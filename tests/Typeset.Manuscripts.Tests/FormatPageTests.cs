using Typeset.Manuscripts.Markdown;
using Typeset.Manuscripts.Styles;
using Typeset.Testing;

namespace Typeset.Manuscripts.Tests;

/// <summary>The reference pages name every key.</summary>
public sealed class FormatPageTests
{
    [Theory]
    [InlineData("style-format.md")]
    [InlineData("style-format.zh-CN.md")]
    public void The_style_page_names_every_key(string page) => NamesAll(page, StyleDecoder.ListKeys);

    [Theory]
    [InlineData("booklet-format.md")]
    [InlineData("booklet-format.zh-CN.md")]
    public void The_booklet_page_names_every_key(string page)
    {
        NamesAll(page, BookletFile.ListKeys);
        NamesAll(page, ArticleReader.ListKeys);
    }

    private static void NamesAll(string page, Action<ICollection<string>> list)
    {
        var text = File.ReadAllText(Repository.At("docs", page));
        var words = text.Split([' ', '`', '\n', '、', '，', '…', '.', ':', '|', '(', ')', '（', '）'], StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        var keys = new List<string>();
        list(keys);
        var missing = string.Join(' ', keys.Select(static key => key[(key.LastIndexOf('.') + 1)..]).Where(key => !words.Contains(key) && !IsPlain(key)));
        Assert.Equal("", missing);
    }

    /// <summary>Keys that the pages show in an example or as a range instead.</summary>
    private static bool IsPlain(string key) => key.StartsWith("heading-", StringComparison.Ordinal) || key is "name" or "description";
}
