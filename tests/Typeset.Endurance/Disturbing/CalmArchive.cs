using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace Typeset.Endurance;

/// <summary>A booklet as an undisturbed run wrote it: its outputs by format, with path and content.</summary>
internal sealed record CalmBooklet(string Path, ImmutableArray<(string Format, string Path, string Content)> Outputs);

/// <summary>What an undisturbed run makes of an archive, and how long it takes: what disturbed ones are held to.</summary>
internal sealed class CalmArchive
{
    private readonly string _manifest;

    private CalmArchive(string output, ImmutableArray<string> options, TimeSpan usual)
    {
        (Options, Usual, _manifest) = (options, usual, File.ReadAllText(Path.Combine(output, "manifest.json")));
        using var manifest = JsonDocument.Parse(_manifest);
        Booklets = [.. manifest.RootElement.GetProperty("booklets").EnumerateArray().Select(static booklet => new CalmBooklet(booklet.GetProperty("path").GetString()!,
        [
            .. booklet.GetProperty("outputs").EnumerateArray().Select(static output => (output.GetProperty("format").GetString()!, output.GetProperty("path").GetString()!, output.GetProperty("sha256").GetString()!)),
        ]))];
        Contents = Booklets.SelectMany(static booklet => booklet.Outputs).ToImmutableDictionary(static file => file.Path, static file => file.Content);
    }

    /// <summary>What the run was asked for.</summary>
    public ImmutableArray<string> Options { get; }

    /// <summary>Wall time of the run.</summary>
    public TimeSpan Usual { get; }

    public ImmutableArray<CalmBooklet> Booklets { get; }

    /// <summary>Outputs by path.</summary>
    public ImmutableDictionary<string, string> Contents { get; }

    /// <summary>Builds an archive, undisturbed.</summary>
    public static CalmArchive Of(TypesetProgram program, string archive, string output, params string[] options)
    {
        var started = Stopwatch.GetTimestamp();
        var end = program.Run(["rebuild", archive, "-o", output, "--jobs", "3", .. options]);
        var calm = new CalmArchive(output, [.. options], Stopwatch.GetElapsedTime(started));
        return calm.Contents.IsEmpty ? throw new InvalidOperationException("The undisturbed run built nothing: " + end.Error) : calm;
    }

    /// <summary>What is not as the undisturbed run has it, manifest and all.</summary>
    public IEnumerable<string> Differences(TypesetProgram program, string output)
    {
        var verified = program.Run("verify", output);
        if (verified.ExitCode != 0) yield return "verify: " + verified.Output + verified.Error;
        var outputs = Outputs(output);
        foreach (var path in outputs.Keys.Union(Contents.Keys).Where(path => outputs.GetValueOrDefault(path) != Contents.GetValueOrDefault(path))) yield return $"{path} is not what an undisturbed run writes";
        var manifest = Path.Combine(output, "manifest.json");
        if (!File.Exists(manifest) || File.ReadAllText(manifest) != _manifest) yield return "the manifest is not that of an undisturbed run";
    }

    /// <summary>The outputs below a folder with what they hold.</summary>
    public static Dictionary<string, string> Outputs(string folder) => !Directory.Exists(folder) ? [] :
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
            .Where(static path => path is not ("manifest.json" or "report.html") && !path.StartsWith(".typeset", StringComparison.Ordinal))
            .ToDictionary(static path => path, path => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, path)))));
}
