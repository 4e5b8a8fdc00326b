using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Shaping;

namespace Typeset.Cli.Files;

/// <summary>The fonts that can be had: the shipped ones and those in the user's folders.</summary>
public static class FontFolders
{
    /// <summary>
    /// The faces in the user's folders, which also stand in for what the style's lack, and in that of the shipped ones; where two have one name, the folder
    /// given first wins. Fonts that cannot be read are reported and left out.
    /// </summary>
    /// <exception cref="HostException">A folder cannot be read, or there is no font in any.</exception>
    public static ImmutableArray<FontSource> Faces(ImmutableArray<string> own, string shipped, DiagnosticBag diagnostics)
    {
        string[] asked = [.. own, shipped];
        var faces = asked.SelectMany((folder, i) => Files(folder).SelectMany(file => FontFiles.Faces(file, Mapped(file), i < own.Length, diagnostics)))
            .DistinctBy(face => face.PostScriptName)
            .ToImmutableArray();
        return faces.IsEmpty ? throw new HostException(HostMessages.NoFonts.Anywhere(string.Join(", ", asked)), ExitCode.NoInput) : faces;
    }

    /// <summary>The font files in folders, in the order in which their faces are preferred.</summary>
    /// <exception cref="HostException">A folder cannot be read.</exception>
    public static ImmutableArray<string> Paths(IEnumerable<string> folders) => [.. folders.SelectMany(Files)];

    private static Func<ReadOnlyMemory<byte>> Mapped(string file)
    {
        var bytes = new Lazy<ReadOnlyMemory<byte>>(() => MappedFile.Open(file));
        return () => bytes.Value;
    }

    private static IEnumerable<string> Files(string folder)
    {
        try
        {
            return Directory.GetFiles(folder).Where(IsFont).Order(StringComparer.Ordinal);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new HostException(HostMessages.Unreadable.Anywhere(folder), ExitCode.NoInput, cause);
        }
    }

    private static bool IsFont(string file) =>
        Path.GetExtension(file).ToLowerInvariant() is ".ttf" or ".otf" or ".ttc" or ".otc";
}
