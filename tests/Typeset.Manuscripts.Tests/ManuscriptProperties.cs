using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Typeset.Core;

namespace Typeset.Manuscripts.Tests;

/// <summary>What holds for every manuscript, marked up at random.</summary>
public sealed class ManuscriptProperties
{
    private const string Head = "---\ntitle: 甲\n---\n";

    [Property(MaxTest = 300)]
    public Property The_text_of_the_blocks_is_the_manuscript_without_its_markup() => Prop.ForAll(Marked.Paragraphs.ToArbitrary(), static marked =>
    {
        var (source, diagnostics) = Samples.ReadArticle(Head + marked.Markdown);
        var article = source!.Booklet.Parts[0].Articles[0];
        Invariants.Hold(article);
        Assert.Empty(diagnostics.Sorted());
        Assert.Equal(marked.Plain, string.Join('\n', Invariants.TextsOf(article).Select(static text => text.Text)));
    });

    [Property(MaxTest = 500)]
    public Property Any_text_is_read_without_an_exception() => Prop.ForAll(Noise.ToArbitrary(), static text =>
    {
        var (source, _) = Samples.ReadArticle(text);
        Invariants.Hold(source!.Booklet.Parts[0].Articles[0]);
    });

    [Property(MaxTest = 500)]
    public Property Any_booklet_file_is_read_without_an_exception() => Prop.ForAll(Noise.ToArbitrary(), static text => _ = Samples.ReadBooklet(text));

    [Property(MaxTest = 300)]
    public Property Any_style_is_settled_without_an_exception() => Prop.ForAll(Noise.ToArbitrary(), static text =>
    {
        var diagnostics = new DiagnosticBag();
        _ = StyleReader.Resolve("own", [], name => name == "own" ? new SourceText("own.yaml", "extends: base\n" + text) : StyleFiles.Find(name), diagnostics);
    });

    /// <summary>Pieces of markup, YAML and text in any order.</summary>
    private static Gen<string> Noise { get; } = Gen.Elements(
            "*", "**", "_", "`", "```\n", "[", "]", "(", ")", "[^1]", "[^1]: ", "![", "](", "images/a.png", "{", "}", ".center", "=", "|", "|-|\n", "---\n", "- ", "1. ", "> ", "# ", "\n", "\n\n", "    ",
            "\t", "\\", "\\newpage\n", "<b>", "<!--", "-->", "&amp;", "&#0;", "　", " ", "汉字", "。", "“", "”", "a", "1", ": ", "表：", "title: ", "body: ", "{ size: ", "pt", "三号", "page:\n  ", "\"", "'", "&x ", "*x", "\0", "\r", "𠀀", "\ud840")
        .ArrayOf().Select(static pieces => string.Concat(pieces));
}

/// <summary>A manuscript with the text that must come of it.</summary>
internal sealed record Marked(string Markdown, string Plain)
{
    private static Gen<string> Words { get; } = Gen.Elements("山城", "植物，", "“笔记”", "。", "abc", "3.14", "·", "《书》", "——", "A", "！", "𠀀");

    /// <summary>Paragraphs, headings and quotes of plain, stressed and linked words.</summary>
    public static Gen<Marked> Paragraphs { get; } = Block().NonEmptyListOf().Select(static blocks => new Marked(
        string.Join("\n\n", blocks.Select(static block => block.Markdown)), string.Join('\n', blocks.Select(static block => block.Plain))));

    private static Gen<Marked> Inline() => Gen.OneOf(
        Words.Select(static word => new Marked(word, word)),
        Words.Select(static word => new Marked($"汉*字{word}字*汉", $"汉字{word}字汉")),
        Words.Select(static word => new Marked($"汉**字{word}字**汉", $"汉字{word}字汉")),
        Words.Select(static word => new Marked($"[{word}](https://example.org)", word)),
        Words.Select(static word => new Marked($"汉`{word}`", $"汉{word}")),
        Words.Select(static word => new Marked($"汉\n{word}", $"汉{word}")),
        Gen.Constant(new Marked(@"\*\[\]\\", @"*[]\")));

    private static Gen<Marked> Block() => Inline().NonEmptyListOf().Select(Join).SelectMany(static text => Gen.Elements(
        text,
        new Marked(text.Markdown + " {.center}", text.Plain),
        new Marked("> " + text.Markdown.Replace("\n", "\n> "), text.Plain),
        new Marked("# 一、" + text.Markdown.Replace("\n", ""), "一、" + text.Plain)));

    private static Marked Join(IEnumerable<Marked> parts)
    {
        var markdown = new StringBuilder("文");
        var plain = new StringBuilder("文");
        foreach (var part in parts)
        {
            markdown.Append(part.Markdown);
            plain.Append(part.Plain);
        }

        return new Marked(markdown.ToString(), plain.ToString());
    }
}
