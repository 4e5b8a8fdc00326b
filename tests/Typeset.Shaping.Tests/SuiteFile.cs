using System.Runtime.CompilerServices;

namespace Typeset.Shaping.Tests;

/// <summary>Reads suites: a case a line, <c>#</c> comments, blank lines left out.</summary>
internal static class SuiteFile
{
    public static IEnumerable<(int Line, string Case)> Read(string name, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "Suites", name);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length > 0 && !line.StartsWith('#')) yield return (number, line);
        }
    }
}
