using System.Globalization;
using Typeset.Documents;
using Typeset.Manuscripts.Sources;

namespace Typeset.Manuscripts.Writing;

/// <summary>Which file each article and each image of a booklet goes to; every path is taken once, also where a file system minds no case.</summary>
internal sealed class FolderNames
{
    private const string ImageFolder = "images/";

    /// <summary>Longest file name made of an id or an image's name, without extension.</summary>
    private const int NameLimit = 60;

    private readonly Dictionary<Article, string> _articles = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string> _ids = [];
    private readonly Dictionary<ImageData, string> _paths = new(ReferenceEqualityComparer.Instance);
    private readonly List<(string Path, ReadOnlyMemory<byte> Bytes)> _images = [];
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    private FolderNames()
    {
    }

    /// <summary>The images in the order in which they are met, each once.</summary>
    public IReadOnlyList<(string Path, ReadOnlyMemory<byte> Bytes)> Images => _images;

    public static FolderNames Of(Booklet booklet)
    {
        var names = new FolderNames();
        foreach (var article in booklet.Parts.SelectMany(static part => part.Articles)) names.Add(article);
        if (booklet.Cover.Image is { } cover) names.Add(cover);
        foreach (var article in names._articles.Keys) names.Add(article.Blocks);
        return names;
    }

    public string PathOf(Article article) => _articles[article];

    public string PathOf(ImageData image) => _paths[image];

    /// <summary>The id that an article will have when it is read from its file.</summary>
    public string IdOf(string id) => _ids.GetValueOrDefault(id, id);

    private void Add(Article article)
    {
        var path = Take(ArticlePlan.Folder + "/" + (IsPlainName(article.Id) ? article.Id : "article"), ".md");
        _articles[article] = path;
        _ids.TryAdd(article.Id, BookletPath.NameOf(path));
    }

    private void Add(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Figure figure: Add(figure.Image); break;
                case Quote quote: Add(quote.Blocks); break;
                case ListBlock list: Add(list.Items.SelectMany(static item => item.Blocks)); break;
            }
        }
    }

    private void Add(ImageData image)
    {
        if (_paths.ContainsKey(image)) return;
        foreach (var (other, path) in _paths)
        {
            if (other.Name != image.Name || !other.Bytes.Span.SequenceEqual(image.Bytes.Span)) continue;
            _paths[image] = path;
            return;
        }

        var extension = image.Format == ImageFormat.Png ? ".png" : ".jpg";
        var name = IsPlainPath(image.Name) ? image.Name : ImageFolder + "image" + extension;
        var dot = name.LastIndexOf('.');
        _paths[image] = Take(name[..dot], name[dot..]);
        _images.Add((_paths[image], image.Bytes));
    }

    private string Take(string stem, string extension)
    {
        var path = stem + extension;
        for (var number = 2; !_taken.Add(path); number++) path = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}{extension}");
        return path;
    }

    private static bool IsPlainPath(string path) =>
        path.StartsWith(ImageFolder, StringComparison.Ordinal) && path.LastIndexOf('.') > ImageFolder.Length && BookletPath.Resolve(path) == path && path.Split('/').All(IsPlainName);

    private static bool IsPlainName(string name) =>
        name.Length is > 0 and <= NameLimit && name[0] is not ('.' or '-' or ' ') && name[^1] is not ('.' or ' ') && !name.AsSpan().ContainsAny("/\\:*?\"<>|") && !name.Any(char.IsControl);
}
