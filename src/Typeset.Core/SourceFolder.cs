using System.Collections.Immutable;

namespace Typeset.Core;

/// <summary>
/// A folder of the author's, as the host lets the engine see it: paths are relative, with <c>/</c>, and never lead outside.
/// </summary>
/// <param name="Name">The folder's path as messages show it.</param>
/// <param name="Read">The bytes of a file, or null where there is none.</param>
/// <param name="List">The files directly in a sub-folder, in ordinal order; empty where there is none.</param>
public sealed record SourceFolder(string Name, Func<string, ReadOnlyMemory<byte>?> Read, Func<string, ImmutableArray<string>> List)
{
    /// <summary>A file's path as messages show it.</summary>
    public string PathOf(string relative) => Name.Length == 0 ? relative : Name.TrimEnd('/') + "/" + relative;
}
