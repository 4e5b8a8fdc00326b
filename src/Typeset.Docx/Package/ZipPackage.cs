using System.IO.Hashing;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;

namespace Typeset.Docx.Package;

/// <summary>
/// A package whose bytes depend on its parts only: their order is the caller's, and all have the same time. Written by records of our own rather than
/// <c>ZipArchive</c>: that takes no part which is deflated already, as fonts are that many documents share, and deflates by three levels only.
/// </summary>
internal sealed class ZipPackage(Stream output) : IDisposable
{
    private readonly PartPacker _packer = new();
    private readonly List<ZipEntry> _entries = [];
    private long _length;

    /// <summary>Writes a part; one must be done before the next begins.</summary>
    public void Write(string name, Action<Stream> write) => Write(name, _packer.Pack(write, PartKind.Xml));

    /// <summary>Writes a part that is one element.</summary>
    public void Write(string name, OpenXmlElement root) => Write(name, stream =>
    {
        using var writer = XmlWriter.Create(stream, Xml);
        writer.WriteStartDocument(standalone: true);
        root.WriteTo(writer);
    });

    /// <summary>Writes a part of XML that no class of the library stands for: content types and relationships.</summary>
    public void Write(string name, string xml) => Write(name, stream => stream.Write(Encoding.UTF8.GetBytes(xml)));

    /// <summary>Writes a part that is packed already.</summary>
    public void Write(string name, PackedPart part) =>
        Write(new ZipEntry(name, part.Checksum, (uint)part.Deflated.Length, Fitting(part.Size), Fitting(_length)), part.Deflated.Span);

    /// <summary>Writes a part as it is: a picture, which is deflated in itself.</summary>
    public void WriteStored(string name, ReadOnlySpan<byte> bytes) =>
        Write(new ZipEntry(name, Crc32.HashToUInt32(bytes), (uint)bytes.Length, (uint)bytes.Length, Fitting(_length), ZipMethod.Stored), bytes);

    private void Write(in ZipEntry entry, ReadOnlySpan<byte> packed)
    {
        _entries.Add(entry);
        Append(ZipRecords.Local(entry));
        Append(packed);
    }

    /// <summary>UTF-8 without a mark, on one line.</summary>
    public static XmlWriterSettings Xml { get; } = new() { Encoding = new UTF8Encoding(false), Indent = false, CloseOutput = false, NewLineHandling = NewLineHandling.None };

    /// <summary>Ends the package; parts may follow no more.</summary>
    public void Dispose()
    {
        _packer.Dispose();
        var start = Fitting(_length);
        foreach (var entry in _entries) Append(ZipRecords.Central(entry));
        Append(ZipRecords.End(_entries.Count, Fitting(_length - start), start));
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        _length += bytes.Length;
    }

    /// <summary>No word processor opens a package beyond 4 GiB, where other records would be needed.</summary>
    private static uint Fitting(long size) => size <= uint.MaxValue ? (uint)size : throw new IOException("The document would be larger than 4 GiB.");
}
