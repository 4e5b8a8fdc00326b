using Typeset.Core;

namespace Typeset.Manuscripts.Tests;

public sealed class BookletTemplateTests
{
    [Theory]
    [InlineData("山城植物笔记")]
    [InlineData("“引号”\"与\\反斜杠: #井号")]
    public void A_new_booklet_reads_without_a_complaint_and_keeps_its_title(string title)
    {
        var (source, diagnostics) = Folders.Read([.. BookletTemplate.Files(title).Select(static file => (file.Path, file.Text))]);
        Assert.Empty(diagnostics.Sorted().Select(static found => $"{found.Span} {found.Message(Language.English)}"));
        Assert.Equal(title, source!.Booklet.FullTitle);
        Assert.Equal(2, source.Booklet.Parts[0].Articles.Length);
    }
}
