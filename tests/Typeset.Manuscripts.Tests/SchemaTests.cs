using Typeset.Core;
using Typeset.Manuscripts.Markdown;
using Typeset.Manuscripts.Styles;
using Typeset.Manuscripts.Yaml;
using Typeset.Testing;

namespace Typeset.Manuscripts.Tests;

/// <summary>The schemas that editors use say what the readers do.</summary>
public sealed class SchemaTests
{
    private static readonly JsonSchema Style = JsonSchema.Load("style.schema.json");
    private static readonly JsonSchema Booklet = JsonSchema.Load("booklet.schema.json");

    public static TheoryData<string> Styles => [.. FilesBelow("styles", "*.yaml"), .. FilesBelow("tests/Typeset.Benchmarks/styles", "*.yaml")];
    public static TheoryData<string> Booklets => [.. FilesBelow("seeds", "booklet.yaml")];
    public static TheoryData<string> Articles => [.. FilesBelow("seeds", "*.md").Where(static path => path.Contains("/articles/", StringComparison.Ordinal))];

    [Fact]
    public void The_style_schema_has_the_keys_that_the_reader_knows() => Same(Style.Keys(), StyleDecoder.ListKeys);

    [Fact]
    public void The_booklet_schema_has_the_keys_that_the_reader_knows() =>
        Same(Booklet.Keys(), static log => { BookletFile.ListKeys(log); });

    [Fact]
    public void The_front_matter_schema_has_the_keys_that_the_reader_knows() => Same(Booklet.Keys("front-matter"), ArticleReader.ListKeys);

    [Theory, MemberData(nameof(Styles))]
    public void A_style_of_ours_fits_the_schema(string path) => Assert.Empty(Style.Check(Yaml(path)));

    [Theory, MemberData(nameof(Booklets))]
    public void A_sample_booklet_fits_the_schema(string path) => Assert.Empty(Booklet.Check(Yaml(path)));

    [Theory, MemberData(nameof(Articles))]
    public void The_front_matter_of_a_sample_fits_the_schema(string path)
    {
        var source = new SourceText(path, File.ReadAllText(Repository.At(path)));
        Assert.Empty(Booklet.Check(FrontMatter.Read(source, new DiagnosticBag()).Mapping, "front-matter"));
    }

    [Theory]
    [InlineData("bdoy: {}")]
    [InlineData("body: { size: 3 }")]
    [InlineData("body: { size: 12px }")]
    [InlineData("page: { lines: many }")]
    [InlineData("lines: { mode: words }")]
    [InlineData("body: 3")]
    public void A_wrong_style_does_not_fit_the_schema(string text) =>
        Assert.NotEmpty(Style.Check(YamlReader.ReadMapping(new SourceText("own.yaml", text), new DiagnosticBag())!));

    private static void Same(IEnumerable<string> schema, Action<ICollection<string>> list)
    {
        var known = new SortedSet<string>(StringComparer.Ordinal);
        list(known);
        Assert.Equal(known, new SortedSet<string>(schema, StringComparer.Ordinal));
    }

    private static YamlMapping Yaml(string path) =>
        YamlReader.ReadMapping(new SourceText(path, File.ReadAllText(Repository.At(path))), new DiagnosticBag())!;

    private static IEnumerable<string> FilesBelow(string folder, string pattern) =>
        Directory.EnumerateFiles(Repository.At(folder), pattern, SearchOption.AllDirectories)
            .Select(static path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal);
}
