using System.Text;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Originals;
using Typeset.Testing;

namespace Typeset.Tests;

/// <summary>Seeded damage to manuscripts, booklets and styles, through the whole engine: never an exception, never a hang, and no text lost in silence.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Splices =
        ["**", "*", "[^1]", "> ", "| ", "\n\n", "\n", "# ", "---\n", "![", "](", "<!--", "\\newpage\n", "{.", "\t", "\u3000", "\u00AD", "\uFEFF", "\uD842", "\0", "——", "……", "“", "”", "1,234.5%", "：", "\u202E", "e\u0301", "\U00020BB7", "&amp;", "`", "- ", "1. "];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Damaged_booklets_are_typeset_or_told(int seed)
    {
        var random = new Random(seed);
        var article = File.ReadAllText(Directory.GetFiles(Repository.At("seeds", "shancheng-zhiwu", "articles"))[seed]);
        for (var round = 0; round < 12; round++)
        {
            var desk = new Desk(Damage("title: [试, 排]\nstyle: book-a5\nissuer: 某部\ncolophon:\n  - { 编辑: 某人 }\n", random, random.Next(3)))
                .Put("articles/a.md", Damage(article, random, 1 + random.Next(20)));
            CheckNothingLost(desk);
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Damaged_styles_are_settled_or_told(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 15; round++)
        {
            var desk = new Desk().Put("articles/a.md", "---\ntitle: 甲\n---\n# 一、题\n\n正文一段，有 12.5% 和 “引号”。[^1]\n\n[^1]: 注。\n");
            var request = desk.Request with
            {
                Styles = name => Workshop.FindStyle(name) is { } style ? new SourceText(style.Path, name == "book-a5" ? Damage(style.Text, random, 1 + random.Next(4)) : style.Text) : null,
            };
            CheckNothingLost(desk, request);
        }
    }

    private static void CheckNothingLost(Desk desk, BookletRequest? request = null)
    {
        var (result, pdf) = desk.Typeset(request);
        if (result.Layout is null)
        {
            Assert.True(desk.Diagnostics.HasErrors, "Nothing was made and no error told.");
            return;
        }

        Assert.NotEmpty(pdf);
        var lines = Squeeze(string.Concat(Desk.Lines(result.Layout)));
        foreach (var text in result.Styled!.Booklet.Parts.SelectMany(static p => p.Articles).SelectMany(static a => a.Blocks).OfType<Paragraph>())
        {
            var wanted = Squeeze(text.Text.Text);
            while (wanted.Length > 0)
            {
                var kept = Kept(wanted, lines);
                if (kept < Math.Min(wanted.Length, ShortestStretch)) Assert.Fail($"Lost before «{wanted[..Math.Min(20, wanted.Length)]}»");
                wanted = wanted[kept..];
            }
        }
    }

    /// <summary>A paragraph is parted where notes stand below a page's last line; what is left on either side is at least a line or the paragraph's end.</summary>
    private const int ShortestStretch = 10;

    /// <summary>How much of a paragraph's beginning stands in one stretch of the printed lines.</summary>
    private static int Kept(string wanted, string lines)
    {
        var kept = wanted.Length;
        while (kept > 0 && !lines.Contains(wanted[..kept], StringComparison.Ordinal)) kept--;
        return kept;
    }

    private static string Squeeze(string text) => Manuscript.Squeeze(text)
        .Replace(RichText.NoteMark.ToString(), "", StringComparison.Ordinal).Replace("\u00AD", "", StringComparison.Ordinal).Replace(RichText.LineBreak.ToString(), "", StringComparison.Ordinal);

    /// <summary>So many cuts, doublings, splices and swaps at random places.</summary>
    private static string Damage(string text, Random random, int times)
    {
        var damaged = new StringBuilder(text);
        for (; times > 0 && damaged.Length > 0; times--)
        {
            var at = random.Next(damaged.Length);
            var length = Math.Min(random.Next(1, 30), damaged.Length - at);
            switch (random.Next(4))
            {
                case 0: damaged.Remove(at, length); break;
                case 1: damaged.Insert(at, damaged.ToString(at, length)); break;
                case 2: damaged.Insert(at, Splices[random.Next(Splices.Length)]); break;
                default: damaged[at] = (char)random.Next(1, 0xFFFE); break;
            }
        }

        return damaged.ToString();
    }
}
