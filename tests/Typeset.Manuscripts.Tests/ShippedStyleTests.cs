using Typeset.Core;
using Typeset.Documents;
using Typeset.Testing;

namespace Typeset.Manuscripts.Tests;

public sealed class ShippedStyleTests
{
    public static TheoryData<string> Shipped => ["base", "xuexi-a4", "gongwen-a4", "book-16k", "book-a5", "peers-a4"];

    [Theory, MemberData(nameof(Shipped))]
    public void A_shipped_style_has_nothing_to_complain_about(string name)
    {
        var diagnostics = new DiagnosticBag();
        var style = StyleReader.Resolve(name, [], StyleFiles.Find, diagnostics);
        Assert.NotNull(style);
        Assert.Empty(diagnostics.Sorted().Select(static d => $"{d.Span} {d.Id} {d.Message(Language.English)}"));
    }
}

/// <summary>Styles of the checkout by name, as a host finds them.</summary>
internal static class StyleFiles
{
    public static SourceText? Find(string name)
    {
        foreach (var folder in new[] { Repository.At("styles"), Repository.At("tests", "Typeset.Benchmarks", "styles") })
        {
            var path = Path.Combine(folder, name + ".yaml");
            if (File.Exists(path)) return new SourceText($"styles/{name}.yaml", File.ReadAllText(path));
        }

        return null;
    }
}
