using System.IO.Compression;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Conformance;

/// <summary>What device the file's colours are meant for (ISO 32000-1 §14.11.5), with its profile.</summary>
internal sealed class OutputIntents(ObjectFile file, PdfStandard standard, PressOptions options)
{
    private const string Registry = "http://www.color.org";

    private readonly Dictionary<IccProfile, int> _profiles = new(new SameBytes());

    /// <summary>The profile of DeviceCMYK pictures in a file that is meant for screens.</summary>
    public IccProfile Press => options.Condition;

    /// <summary>Writes the catalog's <c>OutputIntents</c>; nothing where no standard is claimed.</summary>
    public void Write(ByteWriter catalog)
    {
        if (standard == PdfStandard.None) return;
        var isPress = StandardRules.IsPress(standard);
        var profile = isPress ? Press : IccProfile.Srgb;
        catalog.Key("OutputIntents"u8).OpenArray().Open()
            .Key("DestOutputProfile"u8).Reference(ObjectOf(profile))
            .Key("Info"u8).Text(profile.Condition)
            .Key("OutputConditionIdentifier"u8).Text(profile.Condition);
        if (profile.IsRegistered) catalog.Key("RegistryName"u8).Text(Registry);
        catalog.Key("S"u8).Name(isPress ? "GTS_PDFX"u8 : "GTS_PDFA1"u8)
            .Key("Type"u8).Name("OutputIntent"u8).Close().CloseArray();
    }

    /// <summary>The stream of a profile, written when it is first asked for (§8.6.5.5).</summary>
    public int ObjectOf(IccProfile profile)
    {
        if (_profiles.TryGetValue(profile, out var number)) return number;
        number = file.Reserve();
        using var flate = new Flate(CompressionLevel.Optimal);
        var data = flate.Deflate(profile.Bytes.Span);
        file.AddStream(number, new ByteWriter().Open().Key("Filter"u8).Name("FlateDecode"u8).Key("Length"u8).Integer(data.Length)
            .Key("N"u8).Integer(profile.Components).Close(), data);
        _profiles.Add(profile, number);
        return number;
    }

    /// <summary>Pictures from one camera bring the same profile, each its own copy.</summary>
    private sealed class SameBytes : IEqualityComparer<IccProfile>
    {
        public bool Equals(IccProfile? one, IccProfile? other) => ReferenceEquals(one, other) || one!.Bytes.Span.SequenceEqual(other!.Bytes.Span);

        public int GetHashCode(IccProfile profile) => profile.Bytes.Length;
    }
}
