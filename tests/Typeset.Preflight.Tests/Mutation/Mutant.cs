namespace Typeset.Preflight.Tests.Mutation;

/// <summary>A good file broken in one way.</summary>
/// <param name="Name">What is broken.</param>
/// <param name="Kind">Of which kind of file, as in <see cref="GoodFiles.Kinds"/>.</param>
/// <param name="Clauses">The clauses, and only those, that must then be named.</param>
/// <param name="Break">Breaks it.</param>
internal sealed record Mutant(string Name, string Kind, string Clauses, Action<PdfGraph> Break)
{
    /// <summary>The sample with images, tables, notes and links.</summary>
    public const string Sample = "shancheng-zhiwu";

    /// <summary>The lists that the good file keeps and the broken one is held to.</summary>
    public string Profiles => Kind switch { "reading" => "a-2a ua-1 house typography", "a-3a" => "a-3a ua-1 house typography", "a-2b" => "a-2b house", "a-1b" => "a-1b house", "x-4" => "x-4 press house", _ => "x-1a press house" };

    /// <summary>Breaks the bytes, after the objects; their length stays.</summary>
    public Func<byte[], byte[]> Rewrite { get; init; } = static bytes => bytes;

    public PrintOrder Order { get; init; } = new();

    /// <summary>Whether PDFBox must refuse the file too; it does not look into CIDSets.</summary>
    public bool IsKnownToOthers { get; init; } = true;

    public byte[] Write()
    {
        var graph = PdfGraph.Read(GoodFiles.Of(Sample, Kind).Pdf);
        Break(graph);
        return Rewrite(graph.Write());
    }

    public override string ToString() => $"{Kind}: {Name}";
}
