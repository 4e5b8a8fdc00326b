using System.Collections.Concurrent;
using Typeset.Core;
using Typeset.Layout.Pagination;
using Typeset.Originals;
using Typeset.Pdf;

namespace Typeset.Preflight.Tests;

/// <summary>A file of a sample booklet, and the layout that it shows.</summary>
internal sealed record GoodFile(byte[] Pdf, BookletLayout Layout)
{
    /// <summary>What is found in it, held to what it claims.</summary>
    public PdfReport Report => field ??= PdfCheck.Run(Pdf, [], new PrintOrder(), CancellationToken.None);
}

/// <summary>The sample booklets as files of every kind, each made once.</summary>
internal static class GoodFiles
{
    private static readonly ConcurrentDictionary<string, Lazy<(BookletRequest Request, BookletResult Result)>> LaidOut = new();
    private static readonly ConcurrentDictionary<(string, string), Lazy<GoodFile>> Files = new();

    /// <summary>The kinds of file, by what they claim to be.</summary>
    public static readonly string[] Kinds = ["reading", "a-3a", "a-2b", "a-1b", "x-4", "x-1a"];

    public static GoodFile Reading(string sample) => Of(sample, "reading");

    public static GoodFile Of(string sample, string kind) => Files.GetOrAdd((sample, kind), static key => new(() => Make(key.Item1, key.Item2))).Value;

    private static GoodFile Make(string sample, string kind)
    {
        var (request, result) = LaidOut.GetOrAdd(sample, static name => new(() => LayOut(name))).Value;
        var diagnostics = new DiagnosticBag();
        using var output = new MemoryStream();
        var (outputKind, settings) = SettingsOf(kind);
        Typesetter.Write(result, request with { Pdf = settings }, outputKind, output, diagnostics, CancellationToken.None);
        return new(output.ToArray(), result.Layout!);
    }

    private static (BookletRequest, BookletResult) LayOut(string sample)
    {
        var request = Workshop.Sample(sample) with { Date = new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.FromHours(8)) };
        return (request, Typesetter.Typeset(request, new DiagnosticBag(), CancellationToken.None));
    }

    private static (OutputKind, PdfSettings) SettingsOf(string kind) => kind switch
    {
        "reading" => (OutputKind.Reading, new PdfSettings()),
        "a-3a" => (OutputKind.Reading, new PdfSettings { Attach = true }),
        "a-2b" => (OutputKind.Archive, new PdfSettings()),
        "a-1b" => (OutputKind.Archive, new PdfSettings { Archive = PdfStandard.A1b }),
        "x-4" => (OutputKind.Press, new PdfSettings()),
        _ => (OutputKind.Press, new PdfSettings { Press = PdfStandard.X1a }),
    };
}
