using System.ComponentModel;
using System.Diagnostics;
using Typeset.Testing;

namespace Typeset.OpenType.Tests;

/// <summary>Runs programs that nobody here wrote, to compare with. A missing program fails the test that needs it.</summary>
internal static class Oracle
{
    // Debian's own interpreter has Debian's fontTools; another python3 earlier on the path may not.
    private const string Python = "/usr/bin/python3";

    /// <summary>The lines that a script of the Oracles folder prints.</summary>
    public static string[] RunScript(string script, params string[] arguments) =>
        Run(File.Exists(Python) ? Python : "python3", [Path.Combine(Repository.SourceFolder(), "Oracles", script), .. arguments])
            .Split('\n', StringSplitOptions.None)[..^1];

    public static string Run(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} failed:\n{errors.Result}");
        return output;
    }

    private static Process Start(string program, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException($"{program} is missing; the build's Conformance target installs it.");
        }
    }
}
