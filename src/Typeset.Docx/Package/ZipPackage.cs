using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;

namespace Typeset.Docx.Package;

/// <summary>A package whose bytes depend on its parts only: their order is the caller's, and all have the same time.</summary>
internal sealed class ZipPackage(Stream output) : IDisposable
{
    /// <summary>The earliest time that a ZIP can hold.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _archive = new(output, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Writes a part; one must be done before the next begins.</summary>
    public void Write(string name, Action<Stream> write, bool compress = true)
    {
        var entry = _archive.CreateEntry(name, compress ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
        entry.LastWriteTime = Epoch;
        using var stream = entry.Open();
        using var buffered = new BufferedStream(stream, 1 << 15);
        write(buffered);
    }

    /// <summary>Writes a part that is one element.</summary>
    public void Write(string name, OpenXmlElement root) => Write(name, stream =>
    {
        using var writer = XmlWriter.Create(stream, Xml);
        writer.WriteStartDocument(standalone: true);
        root.WriteTo(writer);
    });

    /// <summary>Writes a part of XML that no class of the library stands for: content types and relationships.</summary>
    public void Write(string name, string xml) => Write(name, stream => stream.Write(Encoding.UTF8.GetBytes(xml)));

    /// <summary>UTF-8 without a mark, on one line.</summary>
    public static XmlWriterSettings Xml { get; } = new() { Encoding = new UTF8Encoding(false), Indent = false, CloseOutput = false, NewLineHandling = NewLineHandling.None };

    public void Dispose() => _archive.Dispose();
}
