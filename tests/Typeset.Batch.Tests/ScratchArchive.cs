using Typeset.Cli;
using Typeset.Cli.Reporting;
using Typeset.Core;
using Typeset.Endurance;

namespace Typeset.Batch.Tests;

/// <summary>An archive and its outputs in a folder of a test's own that is gone afterwards.</summary>
internal sealed class ScratchArchive : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("typeset-batch-").FullName;

    public ScratchArchive() => Directory.CreateDirectory(Archive);

    public string Archive => Path.Combine(_folder, "archive");

    public string Output => Path.Combine(_folder, "out");

    public string Said { get; private set; } = "";

    public string At(params string[] parts) => Path.Combine([Archive, .. parts]);

    public string Out(params string[] parts) => Path.Combine([Output, .. parts]);

    /// <summary>A short booklet with one article.</summary>
    public ScratchArchive Add(string path, string text = "正文一段。", string style = "book-a5")
    {
        Put(Path.Combine(path, "booklet.yaml"), $"title: 试排\nstyle: {style}\n");
        return Put(Path.Combine(path, "articles", "a.md"), $"---\ntitle: 甲\n---\n{text}\n");
    }

    public ScratchArchive Put(string path, string text)
    {
        var file = At(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    public ScratchArchive Generate(int seed, int booklets, int mostPages)
    {
        new ArchiveGenerator(seed).Write(Archive, booklets, mostPages);
        return this;
    }

    /// <summary>Rebuilds the archive; <see cref="Said"/> then holds all that was said.</summary>
    public int Rebuild(params string[] options) => Run(["rebuild", Archive, "--output", Output, .. options]);

    /// <summary>The stale booklets with the reasons, <c>path reason</c>.</summary>
    public IEnumerable<string> Stale(params string[] options)
    {
        Rebuild(["--dry-run", "--json", .. options]);
        return StaleIn(Said);
    }

    /// <summary>The stale booklets that the report of a dry run names.</summary>
    public static IEnumerable<string> StaleIn(string said)
    {
        using var report = System.Text.Json.JsonDocument.Parse(said[said.IndexOf('{', StringComparison.Ordinal)..]);
        return [.. report.RootElement.GetProperty("stale").EnumerateArray().Select(static stale => $"{stale.GetProperty("path")} {stale.GetProperty("reason")}")];
    }

    public int Verify() => Run(["verify", Output]);

    /// <summary>Every file below the outputs that is a user's, with its content.</summary>
    public SortedDictionary<string, byte[]> Outputs() => new(
        Directory.EnumerateFiles(Output, "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains(".typeset", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetRelativePath(Output, file), File.ReadAllBytes),
        StringComparer.Ordinal);

    public int Run(string[] arguments)
    {
        using var said = new StringWriter();
        var synchronized = TextWriter.Synchronized(said);
        var exit = CommandLine.Run(arguments, new Terminal { Output = synchronized, Error = synchronized, Language = Language.English });
        Said = said.ToString();
        return exit;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
