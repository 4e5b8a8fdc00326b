using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Manuscripts.Images;
using Typeset.Manuscripts.Markdown;
using Typeset.Manuscripts.Sources;
using Typeset.Manuscripts.Yaml;

namespace Typeset.Manuscripts;

/// <summary>Reads a booklet's folder: <c>booklet.yaml</c> and the manuscripts it lists.</summary>
public static class BookletReader
{
    public const string FileName = "booklet.yaml";

    /// <summary>Text (UTF-16 units) above which articles are read on several threads; below, starting them costs more.</summary>
    private const int ParallelThreshold = 200_000;

    /// <summary>The booklet, or null where there is no readable <c>booklet.yaml</c>; what is wrong is in the bag.</summary>
    public static BookletSource? Read(SourceFolder folder, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (folder.Read(FileName) is not { } bytes)
        {
            diagnostics.Add(BookletMessages.MissingBooklet.At(new SourceText(folder.PathOf(FileName), "").Span(0, 0), folder.Name));
            return null;
        }

        if (!MarkdownSyntax.IsReady) ThreadPool.UnsafeQueueUserWorkItem(static _ => MarkdownSyntax.Prepare(), null);
        if (SourceDecoder.Decode(folder.PathOf(FileName), bytes.Span, diagnostics) is not { } source) return null;
        if (YamlReader.ReadMapping(source, diagnostics) is not { } root) return null;
        var images = new ImageShelf(folder, diagnostics);
        var file = BookletFile.Read(new MappingReader(root, diagnostics), folder, images, source);
        var manuscripts = ReadArticles(file.Plan, folder, images, diagnostics, cancellation);
        return Assemble(file, manuscripts);
    }

    private static ArticleManuscript?[] ReadArticles(ArticlePlan plan, SourceFolder folder, ImageShelf images, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var sources = new SourceText?[plan.Entries.Length];
        for (var i = 0; i < sources.Length; i++)
        {
            if (folder.Read(plan.Entries[i].Path) is { } bytes) sources[i] = SourceDecoder.Decode(folder.PathOf(plan.Entries[i].Path), bytes.Span, diagnostics);
        }

        var links = new LinkTargets(plan.Entries.ToDictionary(static entry => entry.Path, static entry => entry.Id));
        var reader = new ArticleReader(images, links, diagnostics);
        var manuscripts = new ArticleManuscript?[sources.Length];
        ForEach(sources, cancellation, i => manuscripts[i] = reader.Read(sources[i]!, plan.Entries[i].Path, plan.Entries[i].Id));
        return manuscripts;
    }

    private static void ForEach(SourceText?[] sources, CancellationToken cancellation, Action<int> read)
    {
        var length = 0L;
        foreach (var source in sources) length += source?.Text.Length ?? 0;
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = length < ParallelThreshold ? 1 : -1 };
        if (options.MaxDegreeOfParallelism != 1) Parallel.For(0, sources.Length, options, Run);
        else for (var i = 0; i < sources.Length; i++) Run(i);

        void Run(int index)
        {
            cancellation.ThrowIfCancellationRequested();
            if (sources[index] is not null) read(index);
        }
    }

    private static BookletSource Assemble(BookletFile file, ArticleManuscript?[] manuscripts)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        var next = 0;
        foreach (var part in file.Plan.Parts)
        {
            var articles = manuscripts.AsSpan(next, part.Count).ToArray().OfType<ArticleManuscript>().Select(static manuscript => manuscript.Article);
            parts.Add(new Part(part.Title, [.. articles]));
            next += part.Count;
        }

        var overrides = ImmutableDictionary<string, StyleOverrides>.Empty;
        foreach (var manuscript in manuscripts)
        {
            if (manuscript?.Overrides is { } own) overrides = overrides.Add(manuscript.Article.Id, own);
        }

        return new BookletSource(file.Booklet with { Parts = parts.ToImmutable() }, file.StyleName, file.StylePlace, file.Overrides, overrides);
    }
}
