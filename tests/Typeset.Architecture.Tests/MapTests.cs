using Typeset.Testing;

namespace Typeset.Architecture.Tests;

public sealed class MapTests
{
    public static TheoryData<string> Rooms => [.. Room.Map.Select(room => room.Name)];

    [Fact]
    public void Every_project_is_a_room_of_the_map_and_every_room_a_project() =>
        Assert.Equal(Room.Projects, Room.Map.Select(room => room.Name).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Rooms))]
    public void A_project_file_references_only_what_its_room_may_read(string name)
    {
        var room = Room.Of(name);
        Assert.Empty(room.ProjectReferences().Except(room.MayRead));
    }

    [Theory, MemberData(nameof(Rooms))]
    public void An_assembly_refers_only_to_what_its_room_may_read(string name)
    {
        using var compiled = new CompiledRoom(name);
        Assert.Empty(compiled.References.Except(Room.Of(name).MayRead));
    }

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_may_read_only_rooms_that_exist(string name) =>
        Assert.Empty(Room.Of(name).MayRead.Except(Room.Projects));

    [Theory]
    [InlineData("Typeset.Pdf", "Typeset.Layout")]
    [InlineData("Typeset.Layout", "Typeset.Pdf")]
    [InlineData("Typeset.Pdf", "Typeset.Documents")]
    [InlineData("Typeset.Layout", "Typeset.Manuscripts")]
    public void An_exporter_and_the_layout_meet_only_in_the_pages(string reader, string other) =>
        Assert.DoesNotContain(other, Reachable(reader));

    [Fact]
    public void Every_room_lies_in_the_solution()
    {
        var solution = File.ReadAllText(Repository.At("Typeset.sln"));
        var tests = Directory.GetFiles(Repository.At("tests"), "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file)!);
        Assert.All(Room.Projects.Concat(tests), name => Assert.Contains($"{name}.csproj", solution, StringComparison.Ordinal));
    }

    private static HashSet<string> Reachable(string name)
    {
        HashSet<string> found = [];
        var open = new Stack<string>([name]);
        while (open.TryPop(out var next))
        {
            foreach (var read in Room.Of(next).MayRead.Where(found.Add)) open.Push(read);
        }

        return found;
    }
}
