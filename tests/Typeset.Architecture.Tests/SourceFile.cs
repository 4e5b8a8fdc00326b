using Typeset.Testing;

namespace Typeset.Architecture.Tests;

/// <summary>A source file that people wrote, by its path in the checkout.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>The files of a project under <c>src/</c>.</summary>
    public static IEnumerable<SourceFile> Of(string project) => In(Repository.At("src", project));

    /// <summary>All files under <c>src/</c>.</summary>
    public static IEnumerable<SourceFile> All => In(Repository.At("src"));

    /// <summary>Written by a program of this project from somebody's data.</summary>
    public bool IsGenerated => Path.EndsWith(".g.cs", StringComparison.Ordinal);

    /// <summary>Whether a namespace is the file's project, or that and the first of its folders.</summary>
    public bool MayBeIn(string space)
    {
        var parts = Path.Split('/');
        var folders = string.Join('.', parts[1..^1]);
        return space.StartsWith(parts[1], StringComparison.Ordinal) && (folders + ".").StartsWith(space + ".", StringComparison.Ordinal);
    }

    private static IEnumerable<SourceFile> In(string folder) =>
        from path in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        let parts = System.IO.Path.GetRelativePath(Repository.Root, path).Split(System.IO.Path.DirectorySeparatorChar)
        where !parts.Contains("obj") && !parts.Contains("bin")
        select new SourceFile(string.Join('/', parts), File.ReadAllText(path));
}
