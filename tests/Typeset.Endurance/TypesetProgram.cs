using System.Diagnostics;

namespace Typeset.Endurance;

/// <summary>What a process said and how it ended.</summary>
public sealed record ProgramEnd(int ExitCode, string Output, string Error);

/// <summary>The command-line program as a process, as users run it.</summary>
/// <param name="path">Its executable.</param>
public sealed class TypesetProgram(string path)
{
    /// <summary>The program that was built together with this assembly.</summary>
    public static string Built { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Typeset.Cli.exe" : "Typeset.Cli");

    /// <summary>Its executable.</summary>
    public string Path { get; } = path;

    /// <summary>Variables of the environment besides those of this process.</summary>
    public Dictionary<string, string> Environment { get; init; } = [];

    /// <summary>Runs it to its end.</summary>
    public ProgramEnd Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.Result);
    }

    /// <summary>Starts it with its streams redirected.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
