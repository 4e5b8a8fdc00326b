using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Manuscripts.Images;
using A = DocumentFormat.OpenXml.Drawing;
using D = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using V = DocumentFormat.OpenXml.Vml;

namespace Typeset.Manuscripts.Docx;

/// <summary>Takes the images of a document into figures.</summary>
internal sealed class DocxImages(DocxContext context)
{
    private readonly Dictionary<string, ImageData> _taken = [];

    /// <summary>Adds a figure for each image in a drawing; what cannot be taken is told.</summary>
    public void Add(OpenXmlElement anchored)
    {
        var properties = anchored.Descendants<D.DocProperties>().FirstOrDefault();
        var extent = anchored.Descendants<D.Extent>().FirstOrDefault()?.Cx.Known();
        foreach (var blip in anchored.Descendants<A.Blip>()) Add(blip.Embed?.Value, blip.Link?.Value, properties?.Description?.Value, extent);
        foreach (var image in anchored.Descendants<V.ImageData>()) Add(image.RelationshipId?.Value, null, image.Title?.Value, null);
    }

    private void Add(string? id, string? link, string? alternative, long? width)
    {
        if (id is null && link is not null) context.Complain(DocxReadingMessages.ImageLeftOut, "external " + context.Main.ExternalRelationships.FirstOrDefault(item => item.Id == link)?.Uri.OriginalString);
        if (id is null || Image(id) is not { } image) return;
        context.Draft.AddBlock(span => new Figure(image, alternative ?? "", RichText.Empty, PercentOf(width), span), context.Draft.Position);
    }

    private int? PercentOf(long? width) => width is > 0 && context.TextWidth > 0 ? (int)Math.Clamp(Math.Round(100.0 * width.Value / context.TextWidth), 1, 100) : null;

    private ImageData? Image(string id)
    {
        if (_taken.TryGetValue(id, out var taken)) return taken;
        if (!context.Main.TryGetPartById(id, out var part) || part is not ImagePart imagePart)
        {
            context.Complain(DocxReadingMessages.ImageLeftOut, id);
            return null;
        }

        var bytes = new MemoryStream();
        using (var stream = imagePart.GetStream(FileMode.Open, FileAccess.Read)) stream.CopyTo(bytes);
        var name = imagePart.Uri.OriginalString;
        if (RawImages.Read(bytes.ToArray(), "images/" + name[(name.LastIndexOf('/') + 1)..]) is { } image) return _taken[id] = image;
        context.Complain(DocxReadingMessages.ImageLeftOut, name);
        return null;
    }
}
