using System.Text.RegularExpressions;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Manuscripts;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Tests;
using Typeset.Originals;

namespace Typeset.Docx.Tests;

/// <summary>
/// A twin that is imported is the booklet again: cover, articles, titles, credits, every block with its markup, colophon. What a word processor's
/// document does not hold is left aside: names of files, short titles, widths of pictures in their own size, spaces where title parts meet or stand in for each other.
/// </summary>
public sealed partial class RoundTripTests
{
    public static TheoryData<string> Samples => [.. Workshop.Samples()];

    [Theory, MemberData(nameof(Samples))]
    public void Importing_a_twin_gives_the_booklet_back(string sample)
    {
        var written = BookletReader.Read(Workshop.Sample(sample).Folder, new DiagnosticBag(), CancellationToken.None)!.Booklet;
        var diagnostics = new DiagnosticBag();
        var folder = new SourceFolder("", static _ => null, static _ => []);
        var read = Importer.Import([new RawFile(sample + ".docx", Twin.OfSample(sample).Bytes, folder)], new ImportOptions(), diagnostics, CancellationToken.None);
        Assert.NotNull(read);
        Assert.Equal(Lines(written), Lines(read.Booklet));
    }

    private static IEnumerable<string> Lines(Booklet booklet) => Placeless.Dump(booklet).Split('\n')
        .Where(static line => !line.StartsWith("short title:", StringComparison.Ordinal) && !line.StartsWith("== ", StringComparison.Ordinal))
        .Select(static line => Bare(line.StartsWith("part ", StringComparison.Ordinal) ? line[..line.IndexOf(':')] : ImageSource().Replace(line, "image")));

    /// <summary>A picture's file has another name in the document, and its width there is always said.</summary>
    [GeneratedRegex(@"images/\S+|width=\d*")]
    private static partial Regex ImageSource();

    private static string Bare(string line) => string.Concat(line.Where(static c => !char.IsWhiteSpace(c) && c != '|'));
}
