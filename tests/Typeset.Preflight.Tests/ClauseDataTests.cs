using System.Text;
using System.Text.Json;
using Typeset.Core;
using Typeset.Preflight.Checks;
using Typeset.Preflight.Clauses;
using Typeset.Testing;

namespace Typeset.Preflight.Tests;

/// <summary>The lists of clauses as data, and the documents that are made of them.</summary>
public sealed class ClauseDataTests
{
    private const string Marker = "not by hand -->\n";

    private static readonly string[] Order = ["a-1b", "a-2b", "a-2u", "a-2a", "a-3b", "a-3a", "ua-1", "x-4", "x-1a", "press", "house", "typography"];

    [Fact]
    public void Every_list_can_be_read_and_is_in_the_documents() => Assert.Equal(Order.Order(StringComparer.Ordinal), ClauseLists.Keys);

    [Fact]
    public void Ids_are_unique_and_texts_are_there_in_both_languages()
    {
        foreach (var list in Order.Select(static key => ClauseLists.Named(key)!))
        {
            Assert.Equal(list.Clauses.Length, list.Clauses.DistinctBy(static c => c.Id).Count());
            Assert.All(list.Clauses, static clause => Assert.True(clause.English.EndsWith('.') && clause.Chinese.EndsWith('。'), clause.Id));
        }
    }

    [Fact]
    public void Every_check_serves_a_clause() =>
        Assert.Empty(CheckTable.Names.Except(Order.SelectMany(static key => ClauseLists.Named(key)!.Clauses).Select(static c => c.Check)));

    [Theory]
    [InlineData("{}", "“clauses” is missing")]
    [InlineData("[]", "missing")]
    [InlineData("{\"key\":\"k\",\"name\":\"n\",\"standard\":\"s\",\"includes\":[\"nothing\"],\"clauses\":[]}", "“nothing”")]
    [InlineData("{\"key\":\"k\",\"name\":\"n\",\"standard\":\"s\",\"clauses\":[{\"id\":\"i\",\"clause\":\"\",\"check\":\"nonsense\",\"severity\":\"error\",\"en\":\"\",\"zh\":\"\"}]}", "“nonsense”")]
    [InlineData("{\"key\":\"k\",\"name\":\"n\",\"standard\":\"s\",\"clauses\":[{\"id\":\"i\",\"clause\":\"\",\"check\":\"no-rgb\",\"severity\":\"grave\",\"en\":\"\",\"zh\":\"\"}]}", "“grave”")]
    [InlineData("{\"key\":\"k\",\"name\":\"n\",\"standard\":\"s\",\"clauses\":[{\"id\":\"i\",\"clause\":\"\",\"check\":\"rule-weight\",\"severity\":\"error\",\"en\":\"\",\"zh\":\"\"}]}", "limits")]
    public void A_broken_list_is_refused(string json, string complaint)
    {
        var refusal = Assert.ThrowsAny<JsonException>(() => ClauseLists.Read(Encoding.UTF8.GetBytes(json)));
        Assert.Contains(complaint, refusal.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("preflight.md", Language.English)]
    [InlineData("preflight.zh-CN.md", Language.Chinese)]
    public void The_tables_of_the_documents_are_the_lists(string name, Language language)
    {
        var path = Repository.At("docs", name);
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var head = text[..(text.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length)];
        var expected = head + Tables(language);
        if (Environment.GetEnvironmentVariable("TYPESET_ACCEPT") == "1" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"))) File.WriteAllText(path, expected);
        else Assert.Equal(expected, text);
    }

    private static string Tables(Language language)
    {
        var (text, told) = (new StringBuilder(), new HashSet<string>());
        foreach (var list in Order.Select(static key => ClauseLists.Named(key)!))
        {
            var own = list.Clauses.Where(clause => told.Add(clause.Id)).ToList();
            text.Append($"\n### `{list.Key}` {list.Name}\n\n");
            if (own.Count < list.Clauses.Length) text.Append(language == Language.Chinese ? $"{list.Clauses.Length} 条，其中 {list.Clauses.Length - own.Count} 条见上：{Ids(list, own)}；另有：\n\n" : $"{list.Clauses.Length} clauses; {list.Clauses.Length - own.Count} of them stand above: {Ids(list, own)}; and:\n\n");
            text.Append(language == Language.Chinese ? "| 条款 | 标准 | 要求 | 检查 | 级别 |\n" : "| clause | standard | requirement | check | gravity |\n").Append("| --- | --- | --- | --- | --- |\n");
            foreach (var clause in own) text.Append($"| {clause.Id} | {$"{clause.Standard} {clause.Number}".TrimEnd()} | {clause.Text(language)} | `{clause.Check}`{Values(clause)} | {Gravity(clause.Severity, language)} |\n");
        }

        return text.ToString();
    }

    /// <summary>The inherited ones by the beginnings of their ids.</summary>
    private static string Ids(ClauseList list, List<Clause> own) => string.Join(", ", list.Clauses.Except(own).Select(static c => c.Id.Split('-')[0] + "-…").Distinct());

    private static string Values(Clause clause) => string.Concat(clause.Limits.Select(static l => " " + l.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static string Gravity(Severity severity, Language language) => (severity, language) switch
    {
        (Severity.Error, Language.Chinese) => "错误",
        (Severity.Warning, Language.Chinese) => "警告",
        (_, Language.Chinese) => "说明",
        (Severity.Error, _) => "error",
        (Severity.Warning, _) => "warning",
        _ => "note",
    };
}
