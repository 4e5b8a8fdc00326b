using System.Collections.Immutable;
using Typeset.Core.Messages;

namespace Typeset.Cli.Files;

/// <summary>The files that a new booklet starts with; they lie in <c>Templates/</c> and travel inside the program.</summary>
public static class BookletTemplate
{
    /// <summary>Resource names are paths below this.</summary>
    private const string Prefix = "Templates/";

    /// <summary>Writes the template into a folder that is missing or empty, and gives the files written.</summary>
    /// <exception cref="HostException">The folder holds files, or cannot be written to.</exception>
    public static ImmutableArray<string> WriteTo(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new HostException(HostMessages.NotEmpty.Anywhere(folder), ExitCode.NoOutput);
        }

        var program = typeof(BookletTemplate).Assembly;
        var names = program.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return [.. names.Select(name => Write(Path.Combine(folder, name[Prefix.Length..]), program.GetManifestResourceStream(name)!))];
    }

    private static string Write(string path, Stream content)
    {
        using (content)
        {
            OutputFile.Write(path, draft =>
            {
                content.CopyTo(draft);
                return true;
            });
        }

        return path;
    }
}
