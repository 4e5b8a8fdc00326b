using System.Collections.Immutable;

namespace Typeset.Batch.Discovery;

/// <summary>Which files of an archive are raw manuscripts, by their names.</summary>
/// <param name="Extensions">Of manuscripts, with their dots, in lower case.</param>
/// <param name="PageFolders">What the names of folders end with that browsers make for the parts of a saved page; nothing in these is a manuscript.</param>
public sealed record ManuscriptNames(ImmutableArray<string> Extensions, ImmutableArray<string> PageFolders)
{
    /// <summary>What an import writes beside a booklet that it makes.</summary>
    private const string ImportReport = ".import-report.txt";

    /// <summary>Files with these names, whatever their extension, are about a folder and not for print.</summary>
    private static readonly ImmutableArray<string> AboutFolders = ["readme", "license", "licence", "copying", "changelog", "contributing", "notice"];

    internal bool IsManuscript(string file) =>
        Extensions.Contains(Path.GetExtension(file).ToLowerInvariant())
        && !file.EndsWith(ImportReport, StringComparison.OrdinalIgnoreCase)
        && !AboutFolders.Contains(file.Split('.')[0], StringComparer.OrdinalIgnoreCase);

    internal bool IsPageFolder(string folder) => PageFolders.Any(end => folder.EndsWith(end, StringComparison.OrdinalIgnoreCase));
}
