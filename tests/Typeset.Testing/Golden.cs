using System.Runtime.CompilerServices;
using Xunit;

namespace Typeset.Testing;

/// <summary>
/// Compares a text dump with a golden file beside the test: <c>Golden/NAME.golden.txt</c>.
/// Set <c>TYPESET_ACCEPT=1</c> to write what was received; continuous integration (<c>CI</c> set) refuses to.
/// </summary>
public static class Golden
{
    public static void Matches(string name, string received, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, "Golden", name + ".golden.txt");
        received = received.ReplaceLineEndings("\n");
        if (Accepting)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, received);
            return;
        }

        Assert.True(File.Exists(path), $"There is no golden file {path}. Run with TYPESET_ACCEPT=1 to make it, then read it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), received);
    }

    /// <summary>Whether what is received is to be written.</summary>
    public static bool Accepting =>
        Environment.GetEnvironmentVariable("TYPESET_ACCEPT") == "1"
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));
}
