using System.Collections.Concurrent;
using Typeset.Core;
using Typeset.Layout.Pagination;
using Typeset.Originals;

namespace Typeset.Preflight.Tests;

/// <summary>The sample booklets as files, each made once.</summary>
internal static class GoodFiles
{
    private static readonly ConcurrentDictionary<string, Lazy<(byte[] Pdf, BookletLayout Layout)>> Readings = new();

    /// <summary>The reading PDF of a sample booklet and the layout that it shows.</summary>
    public static (byte[] Pdf, BookletLayout Layout) Reading(string sample) => Readings.GetOrAdd(sample, name => new(() => Make(name))).Value;

    private static (byte[], BookletLayout) Make(string sample)
    {
        var request = Workshop.Sample(sample);
        var diagnostics = new DiagnosticBag();
        var result = Typesetter.Typeset(request, diagnostics, CancellationToken.None);
        using var output = new MemoryStream();
        Typesetter.Write(result, request, OutputKind.Reading, output, diagnostics, CancellationToken.None);
        return (output.ToArray(), result.Layout!);
    }
}
