using System.Collections.Immutable;
using System.Text;
using Typeset.Core;
using Typeset.Core.Messages;

namespace Typeset.Cli.Files;

/// <summary>The program's own folder, with the shipped <c>fonts/</c> and <c>styles/</c>.</summary>
public sealed class Installation(string root)
{
    private const string Extension = ".yaml";

    /// <summary>Where shipped styles lie, as messages show it.</summary>
    private const string ShippedFolder = "styles/";

    /// <summary>The folder that the program was installed in: <c>TYPESET_HOME</c>, else the nearest one above the program that has styles.</summary>
    public static Installation Find()
    {
        if (Environment.GetEnvironmentVariable("TYPESET_HOME") is { Length: > 0 } home) return new(home);
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !Directory.Exists(Path.Combine(folder, "styles"))) folder = Path.GetDirectoryName(folder);
        return new(folder ?? AppContext.BaseDirectory);
    }

    public string Fonts => Path.Combine(root, "fonts");

    public string Styles => Path.Combine(root, "styles");

    /// <summary>Names of the shipped styles, in ordinal order.</summary>
    public ImmutableArray<string> StyleNames =>
        !Directory.Exists(Styles) ? []
        : [.. Directory.GetFiles(Styles, "*" + Extension).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>A shipped style by its name; null where there is none.</summary>
    public SourceText? ShippedStyle(string name) =>
        IsPlainName(name) ? ReadText(Path.Combine(Styles, name + Extension), $"{ShippedFolder}{name}{Extension}") : null;

    /// <summary>The style that a command line names: a file where there is one, else a shipped style.</summary>
    public SourceText? Style(string nameOrFile) => (LooksLikeFile(nameOrFile) ? ReadText(nameOrFile, nameOrFile) : null) ?? ShippedStyle(nameOrFile);

    /// <summary>The style that a booklet names: a file in its folder where it looks like one, else a shipped style.</summary>
    public SourceText? Style(string nameOrFile, SourceFolder folder) =>
        LooksLikeFile(nameOrFile) && folder.Read(nameOrFile) is { } bytes
            ? new SourceText(folder.PathOf(nameOrFile), Encoding.UTF8.GetString(bytes.Span))
            : ShippedStyle(nameOrFile);

    /// <summary>A file that a style names by its path from the style's own: one in that folder or below, where no link leads out; null for any other.</summary>
    public ReadOnlyMemory<byte>? BesideStyle(SourceText style, string file, SourceFolder folder)
    {
        var own = folder.PathOf("");
        if (style.Path.StartsWith(own, StringComparison.Ordinal)) return folder.Read(Path.Combine(Path.GetDirectoryName(style.Path[own.Length..]) ?? "", file).Replace('\\', '/'));
        var isShipped = style.Path.StartsWith(ShippedFolder, StringComparison.Ordinal) && !File.Exists(style.Path);
        return BookletFolder.Open(isShipped ? Styles : Path.GetDirectoryName(Path.GetFullPath(style.Path))!).Read(file);
    }

    private static bool LooksLikeFile(string name) => name.EndsWith(Extension, StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal);

    private static bool IsPlainName(string name) => name.Length > 0 && name[0] != '.' && name.AsSpan().IndexOfAny("/\\:\0") < 0;

    private static SourceText? ReadText(string path, string shown)
    {
        try
        {
            return File.Exists(path) ? new SourceText(shown, File.ReadAllText(path)) : null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new HostException(HostMessages.Unreadable.Anywhere(path), ExitCode.NoInput, cause);
        }
    }
}
