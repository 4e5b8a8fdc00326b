using Typeset.Testing;
using Typeset.Unicode.Generator;

namespace Typeset.Unicode.Tests;

public sealed class GeneratedTableTests
{
    private static readonly string Tables = Repository.At("src", "Typeset.Unicode", "Tables");

    [Fact]
    public void The_tables_are_what_the_generator_makes_of_the_data()
    {
        var made = Recipe.Generate(BreakTestFile.Folder).ToList();
        Assert.Equal(made.Select(file => file.Name).Order(), Directory.GetFiles(Tables).Select(Path.GetFileName).Order());
        Assert.All(made, file => Assert.Equal(file.Text, File.ReadAllText(Path.Combine(Tables, file.Name))));
    }
}
