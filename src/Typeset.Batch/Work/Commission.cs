using System.Collections.Immutable;
using Typeset.Batch.Files;

namespace Typeset.Batch.Work;

/// <summary>A file that a commission counts on.</summary>
/// <param name="Path">In the folder of the booklet or of the manuscript, with <c>/</c>.</param>
/// <param name="Content">What it holds; of a link, where it leads.</param>
public sealed record SourceFile(string Path, Digest Content, bool IsLink);

/// <summary>An output: what a command line calls it, and what its file's name ends with.</summary>
public sealed record OutputFormat(string Name, string Suffix);

/// <summary>A style that is used instead of the booklet's own: as it was named, and its text where a file was named.</summary>
public sealed record StyleChoice(string Name, string? Text);

/// <summary>What all booklets of a run are built with, and what a worker must have to build them.</summary>
public sealed record Setup
{
    /// <summary>Which program this is, to the build: two with one identity write the same bytes.</summary>
    public required string Engine { get; init; }

    /// <summary>Contents of the font files in their order of preference.</summary>
    public required ImmutableArray<Digest> Fonts { get; init; }

    /// <summary>Shipped styles by name.</summary>
    public required ImmutableSortedDictionary<string, Digest> Styles { get; init; }

    public StyleChoice? Style { get; init; }

    public DateTimeOffset? Date { get; init; }

    public required ImmutableArray<OutputFormat> Formats { get; init; }

    /// <summary>How files are written, where it is not the usual way: words that the program understands.</summary>
    public ImmutableSortedDictionary<string, string> Choices { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>A colour profile that <see cref="Choices"/> name by its digest; workers find it in the folder of outputs.</summary>
    public ReadOnlyMemory<byte>? Profile { get; init; }

    /// <summary>Whether outputs are read back and checked.</summary>
    public bool Checks { get; init; }

    public required Limits Limits { get; init; }

    /// <summary>All that every booklet depends on: not the shipped styles, of which each uses some, and not the formats.</summary>
    internal Digest Digest
    {
        get
        {
            using var digest = new DigestOfFields();
            digest.Add(Engine).Add(Fonts.Select(static font => font.Hex)).Add(Style?.Name).Add(Style?.Text);
            digest.Add(Date?.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture)).Add($"{Limits.Pages}");
            return digest.Add(Choices.Select(static choice => choice.Key + "=" + choice.Value)).Close();
        }
    }

    /// <summary>What a worker must share: program, fonts and shipped styles.</summary>
    internal Digest Equipment
    {
        get
        {
            using var digest = new DigestOfFields();
            digest.Add(Engine).Add(Fonts.Select(static font => font.Hex));
            return digest.Add(Styles.Select(static style => style.Key + "=" + style.Value.Hex)).Close();
        }
    }
}

/// <summary>What one booklet may take before it is given up.</summary>
public sealed record Limits
{
    /// <summary>Wall time of a booklet; 300 s by default.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>Memory of the worker while it builds it, in MiB of resident pages; 1,024 by default.</summary>
    public int Megabytes { get; init; } = 1024;

    /// <summary>Pages; 2,000 by default.</summary>
    public int Pages { get; init; } = 2000;
}

/// <summary>One booklet to be built: all that decides its outputs, so that equal commissions have equal outputs anywhere.</summary>
public sealed record Commission
{
    /// <summary>Relative to the archive: a folder, or a raw manuscript's file.</summary>
    public required string Booklet { get; init; }

    public required bool IsManuscript { get; init; }

    public required ImmutableArray<SourceFile> Files { get; init; }

    public required ImmutableArray<OutputFormat> Formats { get; init; }

    /// <inheritdoc cref="Setup.Choices"/>
    public ImmutableSortedDictionary<string, string> Choices { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether outputs are read back and checked.</summary>
    public bool Checks { get; init; }

    public StyleChoice? Style { get; init; }

    public DateTimeOffset? Date { get; init; }

    public required Limits Limits { get; init; }

    /// <summary>The name of what comes of it: over everything above, the program, the fonts and the shipped styles.</summary>
    public required Digest Digest { get; init; }

    /// <summary>Whether one from outside can be carried out without leaving the archive: its path stays inside, its formats are plain words, its limits are some.</summary>
    internal bool IsSound =>
        Booklet.Length > 0 && !Path.IsPathRooted(Booklet) && !Booklet.Split('/', '\\').Contains("..") && !Booklet.Contains('\0')
        && !Formats.IsDefaultOrEmpty && Formats.All(static format => format.Name.Length > 0 && format.Name.All(char.IsAsciiLetterLower))
        && !Files.IsDefault && Choices is not null && (!IsManuscript || IsSoundManuscript) && Limits is { Pages: > 0, Megabytes: > 0 } && Limits.Time > TimeSpan.Zero;

    private bool IsSoundManuscript => Files.Length > 0 && Files.All(static file => file.Path.Length > 0 && !Path.IsPathRooted(file.Path) && !file.Path.Split('/', '\\').Contains("..") && !file.Path.Contains('\0'));

    internal static Digest DigestOf(string booklet, Digest sources, Setup setup)
    {
        using var digest = new DigestOfFields();
        digest.Add(booklet).Add(sources.Hex).Add(setup.Digest.Hex).Add(setup.Equipment.Hex);
        return digest.Add(setup.Formats.Select(static format => format.Name)).Add(setup.Checks ? "check" : null).Close();
    }
}
