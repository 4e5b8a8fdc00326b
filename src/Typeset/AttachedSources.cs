using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Pdf;

namespace Typeset;

/// <summary>
/// What a booklet was made from, to go with its PDF: the editable twin, and every file that was read for it, so that it can be built again: the booklet's
/// file, articles, images, styles, the profile of the press; of an imported one the raw manuscripts.
/// </summary>
internal static class AttachedSources
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The twin first, the files by name.</summary>
    public static ImmutableArray<PdfAttachment> Of(BookletResult result, BookletRequest request, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        using var twin = new MemoryStream();
        Typesetter.WriteDocx(result, request, twin, diagnostics, cancellation);
        var files = result.Sources.Concat(Originals(request)).Concat(Profile(result, request)).DistinctBy(static file => file.Name).OrderBy(static file => file.Name, StringComparer.Ordinal);
        return [new PdfAttachment("booklet.docx", Docx, "可编辑的文稿 · Editable document", twin.ToArray()), .. files.Select(static file => new PdfAttachment(file.Name, TypeOf(file.Name), "原稿 · Manuscript", file.Bytes))];
    }

    private static IEnumerable<NotedSource> Originals(BookletRequest request) =>
        request.Originals.Select(static raw => new NotedSource(raw.Path[(raw.Path.LastIndexOfAny(['/', '\\']) + 1)..], raw.Bytes));

    private static IEnumerable<NotedSource> Profile(BookletResult result, BookletRequest request)
    {
        if (result.Styled!.Style.Press.Profile is { Place.Source: { } style } named && request.BesideStyle(style, named.Text) is { } bytes) yield return new(SourceNotes.NameBeside(style, named.Text, request.Folder), bytes);
    }

    private static string TypeOf(string name) => name[(name.LastIndexOf('.') + 1)..].ToLowerInvariant() switch
    {
        "md" or "markdown" => "text/markdown",
        "yaml" or "yml" => "application/yaml",
        "txt" => "text/plain",
        "html" or "htm" => "text/html",
        "png" => "image/png",
        "jpg" or "jpeg" => "image/jpeg",
        "icc" or "icm" => "application/vnd.iccprofile",
        "docx" => Docx,
        _ => "application/octet-stream",
    };
}
