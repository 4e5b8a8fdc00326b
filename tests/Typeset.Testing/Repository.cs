using System.Runtime.CompilerServices;

namespace Typeset.Testing;

/// <summary>Where things lie in the checkout that the tests run from.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>Typeset.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path inside the checkout.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The corpus of real manuscripts that may lie beside the checkout, or null where it does not.</summary>
    public static string? Corpus
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("TYPESET_CORPUS") ?? Path.Combine(Root, "..", "shared", "corpus");
            return Directory.Exists(folder) ? Path.GetFullPath(folder) : null;
        }
    }

    /// <summary>The folder of the calling test's source file.</summary>
    public static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Typeset.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Typeset.sln is in no folder above the tests.");
    }
}
