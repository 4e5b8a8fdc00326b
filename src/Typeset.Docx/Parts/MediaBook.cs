using System.Globalization;
using Typeset.Documents;
using Typeset.Docx.Package;

namespace Typeset.Docx.Parts;

/// <summary>The images of a document, each once.</summary>
internal sealed class MediaBook
{
    private readonly Dictionary<ImageData, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private int _drawings;

    /// <summary>The relationship id of an image.</summary>
    public string IdOf(ImageData image)
    {
        if (!_numbers.TryGetValue(image, out var number)) _numbers[image] = number = _numbers.Count + 1;
        return "rIdImage" + number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A number for the next drawing; no two have the same.</summary>
    public uint NextDrawing() => (uint)++_drawings;

    public IEnumerable<Relationship> Relationships => _numbers.Keys.Select(image => new Relationship(IdOf(image), PackageXml.TypeOf("image"), "media/" + NameOf(image)));

    public void Write(ZipPackage package)
    {
        foreach (var image in _numbers.Keys) package.WriteStored("word/media/" + NameOf(image), image.Bytes.Span);
    }

    private string NameOf(ImageData image) =>
        string.Create(CultureInfo.InvariantCulture, $"image{_numbers[image]}.{(image.Format == ImageFormat.Jpeg ? "jpeg" : "png")}");
}
