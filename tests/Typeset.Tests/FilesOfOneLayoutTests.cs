using Typeset.Core;
using Typeset.Originals;

namespace Typeset.Tests;

/// <summary>What files of one layout share changes none of them.</summary>
public sealed class FilesOfOneLayoutTests
{
    [Fact]
    public void Each_file_is_the_same_alone_and_after_the_others()
    {
        var request = Workshop.Sample("tushu-weihu") with { Parallelism = 4, Date = DateTimeOffset.UnixEpoch };
        var diagnostics = new DiagnosticBag();
        var shared = Typesetter.Typeset(request, diagnostics, CancellationToken.None);
        foreach (var kind in (OutputKind[])[OutputKind.Reading, OutputKind.Archive, OutputKind.Press, OutputKind.Reading])
        {
            var alone = Typesetter.Typeset(request, diagnostics, CancellationToken.None);
            Assert.Equal(Bytes(alone, request, kind), Bytes(shared, request, kind));
        }
    }

    private static byte[] Bytes(BookletResult result, BookletRequest request, OutputKind kind)
    {
        using var output = new MemoryStream();
        Typesetter.Write(result, request, kind, output, new DiagnosticBag(), CancellationToken.None);
        return output.ToArray();
    }
}
