using System.Diagnostics;
using System.Text;

namespace Typeset.Tests;

/// <summary>Programs that nobody here wrote. A missing one fails the test that needs it.</summary>
internal static class Program
{
    /// <summary>All that a program prints.</summary>
    public static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        using var process = Process.Start(start) ?? throw new InvalidOperationException(program + " is not installed; ./build.sh --target Conformance installs it.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output + errors.Result;
    }
}

/// <summary>A file that is gone after the test.</summary>
internal sealed class ScratchFile(string ending) : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"typeset-{Guid.NewGuid():N}{ending}");

    public void Dispose() => File.Delete(Path);
}
