using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Typeset.Batch.Files;

/// <summary>A SHA-256 digest as 64 lower-case hexadecimal digits.</summary>
[JsonConverter(typeof(DigestJson))]
public readonly record struct Digest
{
    private const int Digits = 64;

    private Digest(string hex) => Hex = hex;

    public string Hex { get; }

    /// <summary>Stands for a file that is not there; no bytes have it.</summary>
    public static Digest OfNothing { get; } = new(new string('0', Digits));

    /// <summary>The digest of some bytes.</summary>
    public static Digest Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>The digest of a text in UTF-8.</summary>
    public static Digest Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>The digest of a file's bytes.</summary>
    public static Digest OfFile(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        return new(Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    /// <summary>The digest of all that a hash was given.</summary>
    public static Digest Of(IncrementalHash hash) => new(Convert.ToHexStringLower(hash.GetHashAndReset()));

    /// <summary>A digest from its digits; false for anything else, so that one from outside can safely be part of a path.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Digest digest)
    {
        var isOne = text?.Length == Digits && !text.AsSpan().ContainsAnyExcept("0123456789abcdef");
        digest = isOne ? new(text!) : default;
        return isOne;
    }

    public override string ToString() => Hex;
}

/// <summary>A digest over a sequence of fields; each is preceded by its length, so that no two sequences run together into one.</summary>
internal sealed class DigestOfFields : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public DigestOfFields Add(string? field)
    {
        var bytes = Encoding.UTF8.GetBytes(field ?? "");
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, field is null ? -1 : bytes.Length);
        _hash.AppendData(length);
        _hash.AppendData(bytes);
        return this;
    }

    public DigestOfFields Add(IEnumerable<string> fields)
    {
        var all = fields.ToArray();
        Add(all.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var field in all) Add(field);
        return this;
    }

    public Digest Close() => Digest.Of(_hash);

    public void Dispose() => _hash.Dispose();
}

/// <summary>Digests in JSON: their digits.</summary>
internal sealed class DigestJson : JsonConverter<Digest>
{
    public override Digest Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        Digest.TryParse(reader.GetString(), out var digest) ? digest : throw new JsonException("No SHA-256 digest.");

    public override void Write(Utf8JsonWriter writer, Digest value, JsonSerializerOptions options) => writer.WriteStringValue(value.Hex);
}
