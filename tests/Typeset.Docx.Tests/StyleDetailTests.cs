using DocumentFormat.OpenXml.Wordprocessing;
using Typeset.Core;
using Typeset.Docx.Fonts;
using Typeset.Docx.Runs;

namespace Typeset.Docx.Tests;

/// <summary>What house styles ask for beside fonts and sizes, as the twin says it.</summary>
public sealed class StyleDetailTests
{
    private const string Own = "extends: gongwen-a4\nbody: { run-in-font: hei }\ncover: { rule-top: 60mm, rule-weight: 2pt, rule-color: \"#cc0000\" }\n";

    [Fact]
    public void The_lead_of_a_paragraph_is_in_a_character_style_with_the_font_of_leads()
    {
        using var document = ScratchTwin.Write("一是加强领导。各部门要落实。\n\n正文没有段首。", Own).Open();
        var lead = Assert.Single(document.MainDocumentPart!.Document!.Descendants<Run>(), static run => run.RunProperties?.RunStyle?.Val == CharacterStyles.Lead);
        Assert.Equal("一是加强领导。", lead.InnerText);
        Assert.Null(lead.RunProperties!.RunFonts);
        var style = document.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(static style => style.StyleId == CharacterStyles.Lead);
        Assert.Equal("Noto Sans SC Medium", style.StyleRunProperties!.RunFonts!.EastAsia!.Value);
    }

    [Fact]
    public void The_rule_of_the_cover_is_a_border_across_the_type_area_at_its_height()
    {
        using var document = ScratchTwin.Write("正文。", Own).Open();
        var body = document.MainDocumentPart!.Document!.Body!;
        var rule = Assert.Single(body.Descendants<TopBorder>());
        Assert.Equal(16u, rule.Size!.Value);
        Assert.Equal("CC0000", rule.Color!.Value);
        var paragraph = rule.Ancestors<Paragraph>().Single();
        Assert.Same(body.FirstChild, paragraph);
        Assert.Equal(Twips.Of(60.Mm), (int)body.Descendants<SectionProperties>().First().GetFirstChild<PageMargin>()!.Top!);
    }

    [Fact]
    public void Emphasis_in_a_face_that_is_no_bold_one_is_not_made_bolder()
    {
        using var document = ScratchTwin.Write("前**着重**后。", "gongwen-a4").Open();
        var strong = Assert.Single(document.MainDocumentPart!.Document!.Descendants<Run>(), static run => run.RunProperties?.RunStyle?.Val == CharacterStyles.Strong);
        Assert.False(strong.RunProperties!.Bold!.Val!.Value);
        Assert.Equal("Noto Sans SC Medium", strong.RunProperties.RunFonts!.EastAsia!.Value);
    }

    [Theory]
    [InlineData(FontCoverage.Used)]
    [InlineData(FontCoverage.None)]
    public void The_report_names_each_face_with_what_the_document_holds_of_it(FontCoverage coverage)
    {
        var report = ScratchTwin.Write("前后 A。", fonts: coverage).Report;
        var song = Assert.Single(report.Fonts, static font => font.Face == "NotoSerifSC-Regular");
        Assert.Equal(("Noto Serif SC", coverage, 0, "宋体"), (song.Family, song.Coverage, song.EmbeddingRights, song.Substitute));
        Assert.Equal(coverage == FontCoverage.None, song.Bytes == 0);
        if (coverage == FontCoverage.Used) Assert.InRange(song.Glyphs, song.Characters, 1000);
    }
}
