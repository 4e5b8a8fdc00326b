using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Typeset.Core;
using Typeset.Docx.Fonts;
using Typeset.Shaping;

namespace Typeset.Benchmarks;

/// <summary>A sample booklet in a warm process: everything up to its pages, its pages as a PDF, and its editable twin.</summary>
[MemoryDiagnoser]
public class PhaseBenchmarks
{
    private BookletRequest _request = null!;
    private BookletResult _result = null!;

    [Params("niandu-heji", "gongwen-jianghua")]
    public string Booklet { get; set; } = "";

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Read()
    {
        var root = Root();
        _request = new BookletRequest
        {
            Folder = InMemory(Path.Combine(root, "seeds", Booklet)),
            Styles = name => File.Exists(StylePath(root, name)) ? new SourceText(name, File.ReadAllText(StylePath(root, name))) : null,
            Fonts = Fonts(Path.Combine(root, "fonts")),
            Parallelism = Threads,
            Clock = TimeProvider.System,
        };
        _result = LayOut();
    }

    [Benchmark]
    public BookletResult LayOut() => Typesetter.Typeset(_request, new DiagnosticBag(), CancellationToken.None);

    [Benchmark]
    public WrittenFile WritePdf() => Typesetter.Write(_result, _request, OutputKind.Reading, Stream.Null, new DiagnosticBag(), CancellationToken.None);

    [Benchmark]
    public WrittenFile WriteDocx() => WriteDocx(FontCoverage.Used);

    [Benchmark]
    public WrittenFile WriteDocxWithoutFonts() => WriteDocx(FontCoverage.None);

    private WrittenFile WriteDocx(FontCoverage fonts) =>
        Typesetter.Write(_result, _request with { Docx = new TwinRequest(Fonts: fonts) }, OutputKind.Docx, Stream.Null, new DiagnosticBag(), CancellationToken.None);

    private static string StylePath(string root, string name) => Path.Combine(root, "styles", name + ".yaml");

    private static ImmutableArray<FontSource> Fonts(string folder) =>
    [
        .. Directory.GetFiles(folder, "*.?tf").Order(StringComparer.Ordinal).SelectMany(file =>
        {
            var bytes = File.ReadAllBytes(file);
            return FontFiles.Faces(file, () => bytes, standsIn: false, new DiagnosticBag());
        }),
    ];

    private static SourceFolder InMemory(string folder)
    {
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes);
        return new SourceFolder(folder, path => files.TryGetValue(path, out var bytes) ? bytes : default(ReadOnlyMemory<byte>?), sub => [.. Names(files.Keys, sub).Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> Names(IEnumerable<string> paths, string sub) =>
        paths.Where(path => Path.GetDirectoryName(path) == sub).Select(path => Path.GetFileName(path));

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Typeset.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
