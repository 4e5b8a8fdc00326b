using Typeset.Pdf.Colour;

namespace Typeset.Pdf;

/// <summary>A colour profile (ICC.1:2010), checked as far as a file that embeds it needs.</summary>
public sealed class IccProfile
{
    private const int HeaderLength = 128;
    private const int TagLength = 12;

    /// <summary>Profiles have some twenty tags.</summary>
    private const int MaxTags = 1000;

    private static readonly Lazy<IccProfile> ShippedSrgb = new(static () => Shipped("sRGB.icc", "sRGB IEC61966-2.1"));
    private static readonly Lazy<IccProfile> ShippedFogra39 = new(static () => Shipped("FOGRA39L_coated.icc", "FOGRA39"));

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Dictionary<string, (uint Offset, uint Size)> _tags;

    private IccProfile(ReadOnlyMemory<byte> bytes, string condition)
    {
        _bytes = bytes;
        Condition = condition;
        var header = new IccReader(bytes.Span, "header");
        (Class, ColourSpace, ConnectionSpace) = (header.Signature(12), header.Signature(16), header.Signature(20));
        Version = header.Byte(8);
        if (header.Signature(36) != "acsp") throw new IccFormatException("it is no ICC profile");
        if (header.UInt32(0) != bytes.Length) throw new IccFormatException("it is cut off, or longer than it says");
        _tags = ReadTags(header);
    }

    /// <summary>What reading and archive files are shown in.</summary>
    public static IccProfile Srgb => ShippedSrgb.Value;

    /// <summary>Offset on coated paper, ISO 12647-2:2004.</summary>
    public static IccProfile Fogra39 => ShippedFogra39.Value;

    /// <summary>The name of the printing condition: of a registered one as the registry has it, else the profile's own.</summary>
    public string Condition { get; }

    /// <summary><c>CMYK</c>, <c>RGB </c> or <c>GRAY</c>.</summary>
    public string ColourSpace { get; }

    /// <summary>Whether <see cref="Condition"/> is a name of the registry of the ICC, and not what the profile calls itself.</summary>
    internal bool IsRegistered { get; private init; }

    internal string Class { get; }
    internal string ConnectionSpace { get; }
    internal int Version { get; }
    internal ReadOnlyMemory<byte> Bytes => _bytes;
    internal int Components => ColourSpace switch { "CMYK" => 4, "RGB " => 3, _ => 1 };

    /// <summary>Reads the profile of a press: CMYK, of an output device, and able to tell the inks of any colour.</summary>
    /// <exception cref="IccFormatException">It is broken, or no profile of a press.</exception>
    public static IccProfile ReadPress(ReadOnlyMemory<byte> bytes)
    {
        var profile = Read(bytes);
        if (profile.Class != "prtr") throw new IccFormatException("it is not the profile of an output device");
        if (profile.ColourSpace != "CMYK") throw new IccFormatException($"it is for {profile.ColourSpace.TrimEnd()}, not for CMYK");
        _ = CmykTable.Of(profile);
        return profile;
    }

    /// <summary>Reads any profile.</summary>
    /// <exception cref="IccFormatException">It is broken.</exception>
    internal static IccProfile Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < HeaderLength) throw new IccFormatException("it is no ICC profile");
        var profile = new IccProfile(bytes, "");
        return new IccProfile(bytes, Description.Of(profile));
    }

    /// <summary>
    /// Whether inks mean the same under another profile: it has the same tables, or both name the same condition of FOGRA, from whose measurements
    /// several publishers make profiles.
    /// </summary>
    internal bool IsOfSameConditionAs(IccProfile other) =>
        _bytes.Span[HeaderLength..].SequenceEqual(other._bytes.Span[HeaderLength..]) || (FograNumber.Of(Condition) is { } number && number == FograNumber.Of(other.Condition));

    /// <summary>The bytes of a tag; null where there is none.</summary>
    internal ReadOnlyMemory<byte>? Tag(string signature) =>
        _tags.TryGetValue(signature, out var place) ? _bytes.Slice((int)place.Offset, (int)place.Size) : null;

    private static Dictionary<string, (uint, uint)> ReadTags(IccReader file)
    {
        var count = file.UInt32(HeaderLength);
        if (count > MaxTags) throw new IccFormatException("its table of tags makes no sense");
        var tags = new Dictionary<string, (uint, uint)>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var at = HeaderLength + 4 + i * TagLength;
            var (offset, size) = (file.UInt32(at + 4), file.UInt32(at + 8));
            _ = file.Take(offset, size);
            tags[file.Signature(at)] = (offset, size);
        }

        return tags;
    }

    private static IccProfile Shipped(string name, string condition)
    {
        using var resource = typeof(IccProfile).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return new IccProfile(bytes, condition) { IsRegistered = true };
    }
}

/// <summary>The number of a characterization in a profile's name: 39 in “Coated FOGRA39 (ISO 12647-2:2004)” and “FOGRA39L_coated”.</summary>
internal static class FograNumber
{
    private const string Prefix = "FOGRA";

    public static int? Of(string name)
    {
        var at = name.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase);
        var digits = at < 0 ? [] : name.AsSpan(at + Prefix.Length).TrimStart(' ');
        var length = digits.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : digits.Length;
        return length is > 0 and < 5 ? int.Parse(digits[..length], System.Globalization.CultureInfo.InvariantCulture) : null;
    }
}
