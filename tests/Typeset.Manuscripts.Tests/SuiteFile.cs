using System.Text;
using Typeset.Testing;

namespace Typeset.Manuscripts.Tests;

/// <summary>
/// A suite of cases as data: a line <c>--- name</c>, the input, a line <c>===</c>, the dump expected. With <c>TYPESET_ACCEPT=1</c> the
/// dumps are written anew; continuous integration refuses to.
/// </summary>
internal static class SuiteFile
{
    private const string Head = "--- ";
    private const string Separator = "===";

    public static TheoryData<string> FilesIn(string folder) => [.. NamesIn(folder)];

    /// <summary>The inputs of all cases of a folder, for tests that vary them.</summary>
    public static IEnumerable<string> InputsIn(string folder) =>
        NamesIn(folder).SelectMany(name => Cases(File.ReadAllText(PathOf(folder, name)).ReplaceLineEndings("\n"))).Select(static found => found.Input);

    public static void Check(string folder, string name, Func<string, string> dump)
    {
        var path = PathOf(folder, name);
        var written = File.ReadAllText(path).ReplaceLineEndings("\n");
        var received = new StringBuilder();
        foreach (var (title, input) in Cases(written)) received.Append($"{Head}{title}\n{input}\n{Separator}\n{dump(input)}\n");
        if (Accepting) File.WriteAllText(path, received.ToString());
        else Assert.Equal(written, received.ToString());
    }

    private static IEnumerable<(string Title, string Input)> Cases(string text)
    {
        foreach (var part in ("\n" + text).Split("\n" + Head).Skip(1))
        {
            var end = part.IndexOf('\n');
            var separator = part.IndexOf("\n" + Separator + "\n", StringComparison.Ordinal);
            yield return (part[..end], separator < end ? part[(end + 1)..].TrimEnd('\n') : part[Math.Min(end + 1, separator)..separator]);
        }
    }

    private static IEnumerable<string> NamesIn(string folder) =>
        Directory.GetFiles(FolderOf(folder), "*.txt").Select(static path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    private static string PathOf(string folder, string name) => Path.Combine(FolderOf(folder), name + ".txt");

    private static string FolderOf(string folder) => Repository.At("tests", "Typeset.Manuscripts.Tests", "Suite", folder);

    private static bool Accepting =>
        Environment.GetEnvironmentVariable("TYPESET_ACCEPT") == "1" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));
}
