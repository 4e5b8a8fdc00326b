using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Pagination;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Recovery;

namespace Typeset.Originals;

/// <summary>A raw text recovered and laid out in a shipped style, with no hand in between.</summary>
public sealed class ImportedLayout
{
    private readonly BookletLayout _layout;

    public ImportedLayout(string corpus, string seed, string style, Workshop workshop)
    {
        var path = Directory.GetFiles(corpus, seed + "_*.txt")[0];
        var recovered = Recoverer.Recover([RawLines.Of(new SourceText(path, File.ReadAllText(path)))], new RecoveryOptions(), workshop.Diagnostics);
        _layout = workshop.LayOut(new StyledBooklet(recovered.Booklet, workshop.Style(style), ImmutableDictionary<string, HouseStyle>.Empty));
    }

    /// <summary>The page numbers of the contents.</summary>
    public string ContentsNumbers => string.Join(' ', _layout.Contents.Select(static entry => entry.Number));

    /// <summary>Pages of text: cover and contents not counted.</summary>
    public int BodyPages => Enumerable.Range(0, _layout.Paged.Pages.Length).Select(_layout.Report).Count(static p => p.Kind == PageKind.Body);
}
