using Typeset.Testing;

namespace Typeset.Architecture.Tests;

/// <summary>A source file that people wrote, by its path in the checkout.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>The files of a project under <c>src/</c>.</summary>
    public static IEnumerable<SourceFile> Of(string project) => In(Repository.At("src", project));

    /// <summary>All files under <c>src/</c>.</summary>
    public static IEnumerable<SourceFile> All => In(Repository.At("src"));

    private static IEnumerable<SourceFile> In(string folder) =>
        from path in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        let parts = System.IO.Path.GetRelativePath(Repository.Root, path).Split(System.IO.Path.DirectorySeparatorChar)
        where !parts.Contains("obj") && !parts.Contains("bin")
        select new SourceFile(string.Join('/', parts), File.ReadAllText(path));
}
