using Typeset.Core;
using Typeset.Docx.Fonts;
using Typeset.Originals;

namespace Typeset.Parity;

/// <summary>The files of a laid-out booklet.</summary>
public static class TwinFiles
{
    /// <summary>Its PDF for reading.</summary>
    public static byte[] Pdf(BookletResult result) => Write(result, OutputKind.Reading, new TwinRequest());

    /// <summary>Its DOCX, lines pinned or not.</summary>
    public static byte[] Docx(BookletResult result, bool pins = true) => Write(result, OutputKind.Docx, new TwinRequest(pins, FontCoverage.Used));

    private static byte[] Write(BookletResult result, OutputKind kind, TwinRequest twin)
    {
        using var output = new MemoryStream();
        var diagnostics = new DiagnosticBag();
        Typesetter.Write(result, Workshop.Request(".") with { Docx = twin }, kind, output, diagnostics, CancellationToken.None);
        return !diagnostics.HasErrors ? output.ToArray() : throw new InvalidOperationException(string.Join("; ", diagnostics.Sorted().Select(static d => d.Message(Language.English))));
    }
}
