using Typeset.Originals;
using Typeset.Parity;

namespace Typeset.Comparison.Tests.Twins;

/// <summary>The words of a twin as a reader has them that nobody here wrote.</summary>
[Trait("Category", "Conformance")]
public sealed class TextTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("typeset-text-");

    public static TheoryData<string> Samples => [.. Workshop.Samples()];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, MemberData(nameof(Samples))]
    public void Pandoc_reads_the_words_of_the_manuscript_in_their_order(string sample)
    {
        var result = Specimen.Of(sample).LayOut("xuexi-a4");
        var path = Path.Combine(_folder.FullName, "twin.docx");
        File.WriteAllBytes(path, TwinFiles.Docx(result));

        var reading = Pandoc.Read(path);

        var articles = result.Styled!.Booklet.Parts.SelectMany(static part => part.Articles).ToArray();
        var at = 0;
        foreach (var piece in articles.SelectMany(ManuscriptText.Of))
        {
            var found = reading.Text.IndexOf(piece, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"“{piece}” is not in the document behind what stands before it.");
            at = found + piece.Length;
        }

        Assert.Equal(articles.SelectMany(ManuscriptText.NotesOf), reading.Notes);
    }
}
