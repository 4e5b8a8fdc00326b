using Typeset.Pages;

namespace Typeset.Pdf.Images;

/// <summary>The images of the file in order of first use; called for one page after the other.</summary>
internal sealed class ImageRegister
{
    private readonly Dictionary<PlacedImage, int> _indices = [];

    /// <summary>An image's place; <paramref name="isFirst"/> where it has just got one, and so must be encoded.</summary>
    public int Number(PlacedImage image, out bool isFirst)
    {
        isFirst = _indices.TryAdd(image, _indices.Count);
        return _indices[image];
    }
}
