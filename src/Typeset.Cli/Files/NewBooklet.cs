using System.Collections.Immutable;
using System.Text;
using Typeset.Core.Messages;
using Typeset.Manuscripts;

namespace Typeset.Cli.Files;

/// <summary>A booklet's folder that was not there before.</summary>
public static class NewBooklet
{
    /// <summary>Writes the template into a folder that is missing or empty, titled as the folder is named, and gives the files written.</summary>
    /// <exception cref="HostException">The folder holds files, or cannot be written to.</exception>
    public static ImmutableArray<string> Start(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new HostException(HostMessages.NotEmpty.Anywhere(folder), ExitCode.NoOutput);
        }

        return [.. BookletTemplate.Files(BookletFolder.NameOf(folder)).Select(file => Write(Path.Combine(folder, file.Path), file.Text))];
    }

    private static string Write(string path, string text)
    {
        OutputFile.Write(path, draft =>
        {
            draft.Write(Encoding.UTF8.GetBytes(text));
            return true;
        });
        return path;
    }
}
