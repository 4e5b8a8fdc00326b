using System.IO.Hashing;
using Typeset.Pdf.Conformance;

namespace Typeset.Pdf.Objects;

/// <summary>
/// A PDF file as it grows (ISO 32000-1 §7.5): numbers objects, writes them out at once and keeps only where they lie. Written front to back, so
/// that any stream will do.
/// </summary>
internal sealed class ObjectFile
{
    /// <summary>Bytes are handed on in pieces of about this size: fewer calls than pages, still little memory, and no buffer that the collector calls large.</summary>
    private const int FlushAt = 32 * 1024;

    private readonly Stream _output;
    private readonly XxHash128 _hash = new();
    private readonly ByteWriter _buffer = new(FlushAt * 2);
    private readonly CrossReferenceTable _places = new();
    private readonly ObjectStream? _objects;
    private readonly Flate _flate;
    private long _flushed;

    public ObjectFile(Stream output, PdfOptions options)
    {
        _output = output;
        _flate = new Flate(options.Compression);
        if (options.HasObjectStreams) _objects = new ObjectStream();

        // The second line's bytes over 127 tell programs that move files that this one is binary (§7.5.2).
        _buffer.Raw("%PDF-"u8).Raw(StandardRules.VersionOf(options.Standard)).Raw("\n%"u8).Raw([0xE2, 0xE3, 0xCF, 0xD3]).Byte((byte)'\n');
    }

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve() => _places.Reserve(1);

    /// <summary>The first of <paramref name="count"/> numbers in a row.</summary>
    public int Reserve(int count) => _places.Reserve(count);

    /// <summary>Writes an object that is no stream.</summary>
    public void Add(int number, ByteWriter body)
    {
        if (_objects is null)
        {
            WritePlain(number, body.Written);
            return;
        }

        if (_objects.IsFull) FlushObjects();
        _places.PutInStream(number, _objects.Number(this), _objects.Count);
        _objects.Add(number, body.Written);
    }

    /// <summary>Writes a stream; the dictionary is whole, its <c>Length</c> that of <paramref name="data"/>.</summary>
    public void AddStream(int number, ByteWriter dictionary, ReadOnlySpan<byte> data)
    {
        _places.Put(number, Position);
        _buffer.Integer(number).Raw("0 obj\n"u8).Raw(dictionary.Written).Raw("\nstream\n"u8);
        Flush(data.Length);
        if (data.Length >= FlushAt) WriteOut(data);
        else _buffer.Raw(data);
        _buffer.Raw("\nendstream\nendobj\n"u8);
    }

    /// <summary>A fingerprint of all that was written so far, 32 hexadecimal digits; for identifiers that must stand before the end.</summary>
    public string FingerprintSoFar()
    {
        Flush(FlushAt);
        return Convert.ToHexString(_hash.GetCurrentHash());
    }

    /// <summary>Writes what is still held back, the cross references and the trailer; the identifier is the fingerprint of all before it.</summary>
    public void Finish(int catalog, int information)
    {
        FlushObjects();
        Flush(FlushAt);
        Span<byte> identifier = stackalloc byte[16];
        _hash.GetCurrentHash(identifier);
        var trailer = new Trailer(catalog, information, Convert.ToHexString(identifier));
        if (_objects is null) _places.WriteTable(_buffer, Position, trailer);
        else _places.WriteStream(_buffer, Position, trailer, _flate);
        _output.Write(_buffer.Written);
        _output.Flush();
        _flate.Dispose();
    }

    private long Position => _flushed + _buffer.Length;

    private void WritePlain(int number, ReadOnlySpan<byte> body)
    {
        _places.Put(number, Position);
        _buffer.Integer(number).Raw("0 obj\n"u8).Raw(body).Raw("\nendobj\n"u8);
        Flush(0);
    }

    private void FlushObjects()
    {
        if (_objects is not { Count: > 0 }) return;
        var dictionary = new ByteWriter();
        var data = _objects.Close(_flate, dictionary, out var number);
        AddStream(number, dictionary, data);
    }

    private void Flush(int coming)
    {
        if (_buffer.Length + coming < FlushAt) return;
        _hash.Append(_buffer.Written);
        _output.Write(_buffer.Written);
        _flushed += _buffer.Length;
        _buffer.Clear();
    }

    private void WriteOut(ReadOnlySpan<byte> data)
    {
        _hash.Append(data);
        _output.Write(data);
        _flushed += data.Length;
    }
}

/// <summary>What the trailer says (§7.5.5).</summary>
internal sealed record Trailer(int Catalog, int Information, string Identifier);
