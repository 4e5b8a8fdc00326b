using System.Collections.Immutable;
using Typeset.Cli.Comparing;
using Typeset.Comparison;

namespace Typeset.Parity;

/// <summary>A specimen in a style, its lines pinned or not.</summary>
public sealed record ParityCase(Specimen Specimen, string Style, bool Pins)
{
    /// <summary>The name of its files; a PDF of it serves both cases of pins.</summary>
    public string Name => $"{Specimen.Name}.{Style}.{(Pins ? "pins" : "flow")}";
}

/// <summary>What came of a case.</summary>
public sealed record ParityRow(ParityCase Case, RenderingComparison Comparison);

/// <summary>Writes PDF and DOCX of each case, has LibreOffice render the documents, and compares.</summary>
/// <param name="folder">Where the files go.</param>
/// <param name="patience">How long LibreOffice may take for all documents of one specimen in one style.</param>
public sealed class ParityRun(string folder, TimeSpan patience)
{
    /// <summary>The rows in the order of the cases, one by one as they are done.</summary>
    public IEnumerable<ParityRow> Run(IEnumerable<ParityCase> cases)
    {
        Directory.CreateDirectory(folder);
        using var office = LibreOffice.Find();
        foreach (var group in cases.GroupBy(static one => (one.Specimen.Name, one.Style)))
        {
            var written = group.ToImmutableArray();
            var expected = Write(written);
            var rendered = Path.Combine(folder, "rendered");
            office.Render([.. written.Select(one => At(one.Name + ".docx"))], rendered, patience, CancellationToken.None);
            foreach (var one in written)
            {
                var actual = Rendering.Read(File.ReadAllBytes(Path.Combine(rendered, one.Name + ".pdf")), CancellationToken.None);
                yield return new ParityRow(one, RenderingComparison.Of(expected, actual));
            }
        }
    }

    private Rendering Write(ImmutableArray<ParityCase> cases)
    {
        var (specimen, style) = (cases[0].Specimen, cases[0].Style);
        var result = specimen.LayOut(style);
        foreach (var one in cases) File.WriteAllBytes(At(one.Name + ".docx"), TwinFiles.Docx(result, one.Pins));
        var pdf = TwinFiles.Pdf(result);
        File.WriteAllBytes(At($"{specimen.Name}.{style}.pdf"), pdf);
        return Rendering.Read(pdf, CancellationToken.None);
    }

    private string At(string name) => Path.Combine(folder, name);
}
