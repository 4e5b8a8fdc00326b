using System.Collections.Immutable;
using System.Text;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Manuscripts;
using Typeset.Originals;
using Typeset.Testing;

namespace Typeset.Parity;

/// <summary>A manuscript to compare renderings of: a sample booklet of the checkout, or an original of the corpus where that is present.</summary>
public sealed class Specimen
{
    private readonly Func<string, DiagnosticBag, BookletResult> _layOut;

    private Specimen(string name, Func<string, DiagnosticBag, BookletResult> layOut) => (Name, _layOut) = (name, layOut);

    public string Name { get; }

    /// <summary>The samples, then the originals.</summary>
    public static ImmutableArray<Specimen> All() => [.. Workshop.Samples().Select(Sample), .. Repository.Corpus is { } corpus ? Originals(corpus) : []];

    /// <summary>The sample of a name.</summary>
    public static Specimen Of(string name) => All().Single(one => one.Name == name);

    /// <summary>The names of the shipped styles that a booklet can have.</summary>
    public static ImmutableArray<string> Styles() =>
    [
        .. Directory.GetFiles(Repository.At("styles"), "*.yaml").Select(static path => Path.GetFileNameWithoutExtension(path))
            .Where(static name => name != "base").Order(StringComparer.Ordinal),
    ];

    /// <summary>Lays the manuscript out in a style.</summary>
    public BookletResult LayOut(string style)
    {
        var diagnostics = new DiagnosticBag();
        var result = _layOut(style, diagnostics);
        return result.Layout is not null && !diagnostics.HasErrors ? result : throw new InvalidOperationException($"{Name} in {style}: {string.Join("; ", diagnostics.Sorted().Select(static d => d.Message(Language.English)))}");
    }

    private static Specimen Sample(string name) => new(name, (style, diagnostics) =>
    {
        var sample = Workshop.Sample(name);
        var request = sample with { StyleOverride = style, Folder = HasStyle(sample.Folder, style) ? sample.Folder : Without("style-overrides:", sample.Folder, "booklet.yaml") };
        var tried = new DiagnosticBag();
        var result = Typesetter.Typeset(request, tried, CancellationToken.None);
        return tried.HasErrors ? Typesetter.Typeset(request with { Folder = Without("style:", request.Folder, ".md") }, diagnostics, CancellationToken.None) : result;
    });

    private static bool HasStyle(SourceFolder folder, string style) =>
        folder.Read("booklet.yaml") is { } bytes && Encoding.UTF8.GetString(bytes.Span).Contains("style: " + style, StringComparison.Ordinal);

    /// <summary>A booklet's own changes to its style go with that style only, and an article's with pages that hold them: type of another size may not fit another page.</summary>
    private static SourceFolder Without(string key, SourceFolder folder, string files) => folder with
    {
        Read = path => folder.Read(path) is { } bytes && path.EndsWith(files, StringComparison.Ordinal)
            ? Encoding.UTF8.GetBytes(string.Concat(Encoding.UTF8.GetString(bytes.Span).Split('\n').Where(line => !line.StartsWith(key, StringComparison.Ordinal)).Select(static line => line + "\n")))
            : folder.Read(path),
    };

    private static IEnumerable<Specimen> Originals(string corpus) =>
        from seed in (string[])["000", "001", "003"]
        where Directory.GetFiles(corpus, seed + "_*.txt").Length > 0 && File.Exists(Path.Combine(corpus, $"truth_{seed}.json"))
        select new Specimen(seed, (style, _) => Original(corpus, seed, style));

    private static BookletResult Original(string corpus, string seed, string style)
    {
        var workshop = new Workshop();
        var booklet = new Booklet { Title = [seed], Parts = [new Part("", new Manuscript(corpus, seed, $"truth_{seed}.json").Articles())] };
        var styled = new StyledBooklet(booklet, workshop.Style(style), ImmutableDictionary<string, HouseStyle>.Empty);
        return new BookletResult(styled, workshop.LayOut(styled), []);
    }
}
