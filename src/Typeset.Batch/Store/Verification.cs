using System.Collections.Immutable;
using System.Text.Json;
using Typeset.Batch.Files;
using Typeset.Core.Messages;

namespace Typeset.Batch.Store;

/// <summary>What is wrong with a file of an archive.</summary>
public enum Deviation
{
    /// <summary>The manifest names it and it is not there, or cannot be read.</summary>
    Missing,

    /// <summary>It holds something else than the manifest says.</summary>
    Changed,

    /// <summary>It is there and the manifest does not name it.</summary>
    Foreign,
}

/// <summary>Proves a folder of outputs against its manifest, by that file alone.</summary>
/// <param name="Files">How many the manifest names.</param>
/// <param name="Deviations">Paths relative to the folder, in ordinal order.</param>
/// <param name="IsUnfinished">Whether a rebuild was cut off in it, or is at work.</param>
public sealed record Verification(int Files, ImmutableArray<(Deviation Deviation, string Path)> Deviations, bool IsUnfinished)
{
    /// <summary>Reads every output and looks for files that no rebuild wrote.</summary>
    /// <exception cref="ArchiveException">There is no manifest.</exception>
    public static Verification Of(OutputRoot root, CancellationToken cancellation)
    {
        var expected = Read(root);
        var deviations = new List<(Deviation, string)>();
        foreach (var (path, content) in expected)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Look(root, path, content) is { } deviation) deviations.Add((deviation, path));
        }

        deviations.AddRange(Present(root).Where(path => !expected.ContainsKey(path)).Select(static path => (Deviation.Foreign, path)));
        return new(expected.Count, [.. deviations.OrderBy(static found => found.Item2, StringComparer.Ordinal)], IsAtWork(root));
    }

    private static Deviation? Look(OutputRoot root, string path, Digest content)
    {
        try
        {
            return Digest.OfFile(root.At(path)) == content ? null : Deviation.Changed;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return Deviation.Missing;
        }
    }

    private static SortedDictionary<string, Digest> Read(OutputRoot root)
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(root.Manifest));
            if (manifest.RootElement.GetProperty("format").GetInt32() != Manifest.Format) throw new JsonException("It is of another format.");
            return Outputs(manifest.RootElement);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ArchiveException(BatchMessages.NoManifest.Anywhere(root.Path, cause.Message), isOutput: false, cause);
        }
    }

    private static SortedDictionary<string, Digest> Outputs(JsonElement manifest)
    {
        var outputs = new SortedDictionary<string, Digest>(StringComparer.Ordinal);
        foreach (var output in manifest.GetProperty("booklets").EnumerateArray().SelectMany(static booklet => booklet.GetProperty("outputs").EnumerateArray()))
        {
            var path = output.GetProperty("path").GetString()!;
            if (Path.IsPathRooted(path) || path.Split('/').Contains("..")) throw new JsonException("A path leads out of the folder.");
            outputs[path] = Digest.TryParse(output.GetProperty("sha256").GetString(), out var digest) ? digest : throw new JsonException("A digest is none.");
        }

        return outputs;
    }

    private static IEnumerable<string> Present(OutputRoot root) =>
        Directory.EnumerateFiles(root.Path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true })
            .Select(path => Path.GetRelativePath(root.Path, path).Replace('\\', '/'))
            .Where(static path => path is not (OutputRoot.ManifestName or OutputRoot.ReportName) && !path.StartsWith(OutputRoot.OwnFolder + "/", StringComparison.Ordinal));

    private static bool IsAtWork(OutputRoot root) =>
        Directory.Exists(root.Objects) && Directory.EnumerateFileSystemEntries(root.Objects, "*", SearchOption.AllDirectories).Any(static path => Path.GetFileName(path).Length > 2);
}
