using Typeset.Documents;

namespace Typeset.Manuscripts.Images;

/// <summary>Images that come with raw manuscripts.</summary>
internal static class RawImages
{
    private const double DefaultPpi = 72;

    /// <summary>The image under a name in the booklet's folder; null where it is damaged or neither PNG nor JPEG.</summary>
    public static ImageData? Read(ReadOnlyMemory<byte> bytes, string name)
    {
        try
        {
            if (ImageHeader.Read(bytes.Span) is not { } header) return null;
            return new ImageData(name, header.Format, header.Width, header.Height, OrDefault(header.HorizontalPpi), OrDefault(header.VerticalPpi), bytes);
        }
        catch (ImageException)
        {
            return null;
        }
    }

    private static double OrDefault(double ppi) => ppi == 0 ? DefaultPpi : ppi;
}
