using System.Buffers.Binary;
using System.Text;

namespace Typeset.Preflight.Reading;

/// <summary>An output intent of the file (ISO 32000-1 §14.11.5) with the header of its profile.</summary>
/// <param name="Kind">Its subtype.</param>
/// <param name="Dictionary">The intent itself.</param>
/// <param name="Profile">The header of the embedded profile; null where there is none.</param>
internal sealed record OutputIntent(string Kind, PdfObject Dictionary, IccHeader? Profile)
{
    public static OutputIntent[] All(PdfFile file) => [.. file.Catalog["OutputIntents"].Items.Select(intent =>
        new OutputIntent(intent["S"].AsName ?? "", intent, intent["DestOutputProfile"] is PdfStream profile ? IccHeader.Read(profile, file) : null))];

    /// <summary>The colour space of the profile: <c>RGB</c>, <c>CMYK</c>, <c>GRAY</c>; empty without one.</summary>
    public string Space => Profile?.Space ?? "";
}

/// <summary>The first 128 bytes of an ICC profile (ISO 15076-1 §7.2).</summary>
/// <param name="IsValid">Whether it is a profile at all.</param>
/// <param name="Version">The major version.</param>
/// <param name="Class"><c>prtr</c>, <c>mntr</c>, <c>scnr</c>, <c>spac</c> …</param>
/// <param name="Space">The colour space of its data, without spaces.</param>
/// <param name="Components">What the stream's N says.</param>
internal sealed record IccHeader(bool IsValid, int Version, string Class, string Space, int Components)
{
    private const int Length = 128;

    public static IccHeader Read(PdfStream profile, PdfFile file)
    {
        var components = profile["N"].AsInteger ?? 0;
        var bytes = Bytes(profile, file).Span;
        if (bytes.Length < Length || BinaryPrimitives.ReadUInt32BigEndian(bytes) > bytes.Length) return new(false, 0, "", "", components);
        return new(Text(bytes, 36) == "acsp", bytes[8], Text(bytes, 12), Text(bytes, 16).Trim(), components);
    }

    /// <summary>Components that the profile's own space has; 0 for one not known.</summary>
    public int SpaceComponents => Space switch { "GRAY" => 1, "RGB" or "Lab" => 3, "CMYK" => 4, _ => 0 };

    private static ReadOnlyMemory<byte> Bytes(PdfStream profile, PdfFile file)
    {
        try
        {
            return file.Decode(profile);
        }
        catch (PdfFormatException)
        {
            return default;
        }
    }

    private static string Text(ReadOnlySpan<byte> bytes, int at) => Encoding.Latin1.GetString(bytes.Slice(at, 4));
}
