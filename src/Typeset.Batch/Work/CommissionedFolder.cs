using System.Collections.Frozen;
using System.Collections.Immutable;
using Typeset.Batch.Discovery;
using Typeset.Batch.Files;
using Typeset.Core;

namespace Typeset.Batch.Work;

/// <summary>
/// A booklet's folder as its commission has it: hidden files are not there, and a file that does not hold what the commission counts on
/// ends the building, so that outputs never stand under the name of other sources.
/// </summary>
public sealed class CommissionedFolder
{
    private readonly SourceFolder _folder;
    private readonly FrozenDictionary<string, SourceFile> _files;
    private readonly ImmutableArray<string> _links;

    private CommissionedFolder(SourceFolder folder, Commission commission)
    {
        _folder = folder;
        _files = commission.Files.ToFrozenDictionary(static file => file.Path);
        _links = [.. commission.Files.Where(static file => file.IsLink).Select(static file => file.Path)];
    }

    /// <summary>The folder that the engine is given.</summary>
    /// <param name="folder">The same as it lies on the disk.</param>
    public static SourceFolder Of(SourceFolder folder, Commission commission)
    {
        var watched = new CommissionedFolder(folder, commission);
        return folder with { Read = watched.Read, List = watched.List };
    }

    private ReadOnlyMemory<byte>? Read(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(static part => part != ".").ToArray();
        if (parts.Any(Archive.IsHidden)) return null;
        var plain = string.Join('/', parts);
        var bytes = _folder.Read(path);
        if (LeadsThroughLink(plain)) return bytes;
        var expected = _files.GetValueOrDefault(plain);
        if (expected is null ? bytes is null : bytes is { } content && Digest.Of(content.Span) == expected.Content) return bytes;
        throw new SourcesMovedException(plain);
    }

    private ImmutableArray<string> List(string path)
    {
        var seen = _folder.List(path).RemoveAll(Archive.IsHidden);
        var folder = path.Trim('/');
        if (LeadsThroughLink(folder)) return seen;
        var expected = _files.Values.Where(file => Parent(file.Path) == folder).ToDictionary(static file => file.Path[(file.Path.LastIndexOf('/') + 1)..], static file => file.IsLink);
        var isAsExpected = seen.All(expected.ContainsKey) && expected.All(file => file.Value || seen.Contains(file.Key));
        return isAsExpected ? seen : throw new SourcesMovedException(folder);
    }

    /// <summary>What a link leads to is watched at its own place.</summary>
    private bool LeadsThroughLink(string path) => _links.Any(link => path == link || path.StartsWith(link + "/", StringComparison.Ordinal));

    private static string Parent(string path) => path.LastIndexOf('/') is > 0 and var end ? path[..end] : "";
}
