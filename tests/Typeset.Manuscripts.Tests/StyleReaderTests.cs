using Typeset.Core;

namespace Typeset.Manuscripts.Tests;

public sealed class StyleReaderTests
{
    [Fact]
    public void Lines_that_do_not_fit_give_way_to_as_many_as_the_margins_leave()
    {
        var own = new SourceText("own.yaml", "extends: base\npage: { lines: 60 }\nbody: { size: 16pt, line-pitch: 24pt }\n");
        var diagnostics = new DiagnosticBag();
        var style = StyleReader.Resolve("own", [], name => name == "own" ? own : StyleFiles.Find(name), diagnostics);
        Assert.Equal("TS2014", Assert.Single(diagnostics.Sorted()).Id);
        Assert.Equal(0, style!.Page.Lines);
    }
}
