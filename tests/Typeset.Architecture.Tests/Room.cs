using System.Collections.Immutable;
using System.Xml.Linq;
using Typeset.Testing;

namespace Typeset.Architecture.Tests;

/// <summary>A row of the map in <c>src/README.md</c>: a project and the projects it may read, by full names.</summary>
public sealed record Room(string Name, ImmutableArray<string> MayRead)
{
    /// <summary>The rooms of the map, in its order.</summary>
    public static ImmutableArray<Room> Map { get; } =
        [.. File.ReadLines(Repository.At("src", "README.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(Parse)];

    /// <summary>The names of the projects under <c>src/</c>.</summary>
    public static ImmutableArray<string> Projects { get; } =
        [.. Directory.GetFiles(Repository.At("src"), "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    /// <summary>A host may touch files, the console and the clock.</summary>
    public bool IsHost => Name is "Typeset.Cli" or "Typeset.Batch";

    /// <summary>The room with a full name.</summary>
    public static Room Of(string name) => Map.Single(room => room.Name == name);

    /// <summary>The projects that this room's project file references.</summary>
    public IEnumerable<string> ProjectReferences() =>
        XDocument.Load(Repository.At("src", Name, Name + ".csproj")).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));

    private static Room Parse(string row)
    {
        var cells = row.Split('|', StringSplitOptions.TrimEntries);
        var names = cells[3] == "nothing" ? [] : cells[3].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(cells[1].Trim('`'), [.. names.Select(name => name == "Typeset" ? name : "Typeset." + name)]);
    }
}
