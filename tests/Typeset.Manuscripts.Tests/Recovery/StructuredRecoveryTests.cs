using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Recovery;

namespace Typeset.Manuscripts.Tests.Recovery;

/// <summary>Files that give headings and blocks themselves: a title is no less a title for being the only one, and blocks are no neighbours of words.</summary>
public sealed class StructuredRecoveryTests
{
    private const string First = "老城的护城河今年春天清了一次淤，挖出来的泥里有碎瓷片。";
    private const string Second = "老城的护城河清淤以后，河水慢慢变清了。";

    private static readonly SourceText Source = new("raw.docx", "");

    private static readonly Figure Picture = new(new ImageData("a.png", ImageFormat.Png, 1, 1, 72, 72, default), "", RichText.Empty, null, default);
    private static readonly Table Grid = new([ColumnAlignment.Start], 0, [new TableRow([RichText.Plain("格", default, false)], default)], RichText.Empty, default);

    [Theory]
    [InlineData("茶山新事")]
    [InlineData("一、茶山新事")]
    [InlineData("第一章 茶山新事")]
    [InlineData("1.茶山新事")]
    public void The_only_heading_at_the_top_is_the_title_of_article_and_booklet(string title)
    {
        var booklet = Recover(Heading(title, 1), Words("正文一段话。"));
        var article = Assert.Single(Assert.Single(booklet.Parts).Articles);
        Assert.Equal(title.Replace(" ", "", StringComparison.Ordinal), string.Concat(article.Title));
        Assert.Equal(article.Title, booklet.Title);
        Assert.Equal("正文一段话。", Assert.IsType<Paragraph>(Assert.Single(article.Blocks)).Text.Text);
    }

    [Fact]
    public void Headings_below_the_only_one_keep_their_ranks()
    {
        var article = Recover(Heading("一、茶山新事", 1), Heading("采茶", 2), Words(First), Heading("春茶", 3), Words(Second)).Parts[0].Articles.Single();
        Assert.Equal("一、茶山新事", article.FullTitle);
        Assert.Equal([("采茶", 1), ("春茶", 2)], article.Blocks.OfType<Heading>().Select(static heading => (heading.Text.Text, heading.Level)));
    }

    [Fact]
    public void Numbered_headings_of_one_rank_stay_headings()
    {
        var article = Recover(Heading("一、采茶", 1), Words(First), Heading("二、制茶", 1), Words(Second)).Parts[0].Articles.Single();
        Assert.Equal("raw", article.FullTitle);
        Assert.Equal(2, article.Blocks.OfType<Heading>().Count());
    }

    [Fact]
    public void Blocks_between_sentences_stay_where_they_are()
    {
        var blocks = Recover(Heading("茶山新事", 1), Block(Picture), Words(First), Block(Picture), Block(Grid), Words(Second), Block(Grid)).Parts[0].Articles.Single().Blocks;
        Assert.Equal([typeof(Figure), typeof(Paragraph), typeof(Figure), typeof(Table), typeof(Paragraph), typeof(Table)], blocks.Select(static block => block.GetType()));
    }

    [Fact]
    public void Blocks_have_no_part_in_what_joins_words()
    {
        var bare = Weights(Words(First), Words(Second));
        Assert.Equal(bare, Weights(Block(Picture), Words(First), Words(Second), Block(Grid)));
        Assert.NotEqual(bare, Weights(Words(First), Block(Picture), Words(Second)));
    }

    private static Booklet Recover(params RawUnit[] units) => Recoverer.Recover([Manuscript(units)], new RecoveryOptions(), new DiagnosticBag()).Booklet;

    private static int[] Weights(params RawUnit[] units) => Cohesion.Of(LineReader.Read(Manuscript(units))).Weights.ToArray();

    private static RawManuscript Manuscript(RawUnit[] units) => new(Source, RawKind.Docx, [.. units]);

    private static RawParagraph Heading(string text, int level) => new(RichText.Plain(text, Source.Span(0, 0), false), new RawHints { OutlineLevel = level }, Source.Span(0, 0));

    private static RawParagraph Words(string text) => new(RichText.Plain(text, Source.Span(0, 0), false), RawHints.None, Source.Span(0, 0));

    private static RawBlock Block(Block block) => new(block, Source.Span(0, 0));
}
