using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Manuscripts.Sources;
using Typeset.Manuscripts.Yaml;

namespace Typeset.Manuscripts;

/// <summary>A manuscript to be read: its path in the folder and the article's id, each once in a booklet.</summary>
internal sealed record PlannedArticle(string Path, string Id);

/// <summary>A part's title and how many of the planned articles belong to it.</summary>
internal sealed record PlannedPart(string Title, int Count);

/// <summary>Which manuscripts make the booklet, in order.</summary>
internal sealed record ArticlePlan(ImmutableArray<PlannedPart> Parts, ImmutableArray<PlannedArticle> Entries)
{
    public const string Folder = "articles";
    private const string Extension = ".md";

    public static ArticlePlan Read(MappingReader keys, SourceFolder folder, SourceText source)
    {
        var parts = keys.List("parts");
        var articles = keys.List("articles");
        var planner = new Planner(folder, keys.Diagnostics);
        if (!parts.IsEmpty && !articles.IsEmpty) keys.Diagnostics.Add(BookletMessages.PartsAndArticles.At(articles[0].Span));
        if (!parts.IsEmpty) planner.AddParts(parts, keys);
        else if (!articles.IsEmpty) planner.AddPart("", articles, keys);
        else planner.AddAll();
        return planner.Finish(source);
    }

    /// <summary>Collects the plan; paths are checked as they come.</summary>
    private sealed class Planner(SourceFolder folder, DiagnosticBag diagnostics)
    {
        private readonly List<PlannedPart> _parts = [];
        private readonly List<PlannedArticle> _entries = [];
        private readonly HashSet<string> _paths = [];
        private readonly HashSet<string> _ids = [];
        private readonly ImmutableArray<string> _present = [.. folder.List(Folder)
            .Where(static name => name.EndsWith(Extension, StringComparison.Ordinal))
            .Select(static name => name.Contains('/') ? name : Folder + "/" + name)];

        public void AddParts(ImmutableArray<YamlNode> parts, MappingReader keys)
        {
            foreach (var node in parts)
            {
                var part = new MappingReader(keys.MappingOf(node, "parts"), diagnostics);
                AddPart(part.Text("title") ?? "", part.List("articles"), part);
                part.Close();
            }
        }

        public void AddPart(string title, ImmutableArray<YamlNode> articles, MappingReader keys)
        {
            var before = _entries.Count;
            foreach (var node in articles)
            {
                if (keys.TextOf(node, "articles") is { } written) Add(written, node.Span);
            }

            _parts.Add(new PlannedPart(title, _entries.Count - before));
        }

        public void AddAll()
        {
            foreach (var path in _present) Plan(path);
            _parts.Add(new PlannedPart("", _entries.Count));
        }

        public ArticlePlan Finish(SourceText source)
        {
            if (_entries.Count == 0) diagnostics.Add(BookletMessages.NoArticles.At(source.Span(0, 0)));
            foreach (var path in _present)
            {
                if (!_paths.Contains(path)) diagnostics.Add(BookletMessages.ArticleNotListed.At(new SourceText(folder.PathOf(path), "").Span(0, 0), path));
            }

            return new ArticlePlan([.. _parts], [.. _entries]);
        }

        private void Add(string written, SourceSpan place)
        {
            if (BookletPath.Resolve(written) is not { } path) diagnostics.Add(BookletMessages.PathOutside.At(place, written));
            else if (_paths.Contains(path)) diagnostics.Add(BookletMessages.ArticleTwice.At(place, path));
            else if (folder.Read(path) is null) diagnostics.Add(Missing(path, place));
            else Plan(path);
        }

        private Diagnostic Missing(string path, SourceSpan place) =>
            NearestWord.To(path, _present) is { } near
                ? BookletMessages.MissingArticleLike.At(place, path, near)
                : BookletMessages.MissingArticle.At(place, path);

        private void Plan(string path)
        {
            _paths.Add(path);
            var id = BookletPath.NameOf(path);
            for (var number = 2; !_ids.Add(id); number++) id = $"{BookletPath.NameOf(path)}-{number}";
            _entries.Add(new PlannedArticle(path, id));
        }
    }
}
