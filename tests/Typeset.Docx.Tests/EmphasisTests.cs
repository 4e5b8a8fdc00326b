using Typeset.Docx.Runs;
using Typeset.Originals;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Typeset.Docx.Tests;

/// <summary>Emphasis looks in the document as it does in the layout: dots under Han, italics where the stack has an italic face.</summary>
public sealed class EmphasisTests
{
    [Fact]
    public void Western_text_is_slanted_where_the_layout_sets_it_in_an_italic_face()
    {
        using var document = Twin.OfSample("shancheng-zhiwu", "book-a5").Open();
        var runs = document.MainDocumentPart!.Document!.Descendants<W.Run>().ToArray();
        var slanted = runs.Where(static run => run.RunProperties?.Italic is not null).ToArray();
        Assert.Contains(slanted, static run => run.InnerText.StartsWith("Pterocarya", StringComparison.Ordinal));
        Assert.All(slanted, static run => Assert.DoesNotContain(run.InnerText, static character => character >= '\u2e80'));
    }

    [Fact]
    public void Western_text_of_a_stack_without_italics_stands_upright_and_keeps_its_emphasis()
    {
        using var document = Write("# 银杏 *Ginkgo* 小记\n\n正文一段。").Open();
        var name = document.MainDocumentPart!.Document!.Descendants<W.Run>().Single(static run => run.InnerText == "Ginkgo");
        Assert.Null(name.RunProperties?.Italic);
        Assert.Equal(CharacterStyles.Emphasis, name.RunProperties?.RunStyle?.Val?.Value);
    }

    private static Twin Write(string markdown)
    {
        var folder = Directory.CreateTempSubdirectory("typeset-emphasis-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "booklet.yaml"), "title: 试排\nstyle: book-a5\n");
            Directory.CreateDirectory(Path.Combine(folder.FullName, "articles"));
            File.WriteAllText(Path.Combine(folder.FullName, "articles", "01-shi.md"), "---\ntitle: 一篇\n---\n\n" + markdown + "\n");
            return Twin.Of(Workshop.Request(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
