using System.IO.Compression;
using System.Text;
using Typeset.Pdf.Metadata;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Structure;

/// <summary>The files inside the file (ISO 32000-1 §7.11.4), each tied to the document as its source (ISO 19005-3 §6.8, annex E).</summary>
internal sealed class AttachedFiles(ObjectFile file, PdfOptions options, DateTimeOffset? date)
{
    private readonly List<(byte[] Name, int Specification)> _files = [];

    /// <summary>Writes the files and their specifications.</summary>
    public void WriteFiles()
    {
        if (options.Standard is not (PdfStandard.A3aUa1 or PdfStandard.None)) return;
        foreach (var attachment in options.Attachments) _files.Add((Encoding.UTF8.GetBytes(attachment.Name), WriteSpecification(attachment, WriteStream(attachment))));
        _files.Sort(static (a, b) => a.Name.AsSpan().SequenceCompareTo(b.Name));
    }

    /// <summary>Writes the catalog's <c>AF</c>; nothing where there are no files.</summary>
    public void WriteAssociation(ByteWriter catalog)
    {
        if (_files.Count == 0) return;
        catalog.Key("AF"u8).OpenArray();
        foreach (var (_, specification) in _files) catalog.Reference(specification);
        catalog.CloseArray();
    }

    /// <summary>Writes the tree of their names; null where there are no files.</summary>
    public int? WriteNames() => _files.Count == 0
        ? null
        : new SortedTree("Names"u8.ToArray(), _files.Count, (to, i) => to.ByteString(_files[i].Name), (to, i) => to.Reference(_files[i].Specification)).Write(file);

    private int WriteStream(PdfAttachment attachment)
    {
        var number = file.Reserve();
        using var flate = new Flate(CompressionLevel.Optimal);
        var data = flate.Deflate(attachment.Bytes.Span);
        var dictionary = new ByteWriter().Open().Key("Filter"u8).Name("FlateDecode"u8).Key("Length"u8).Integer(data.Length).Key("Params"u8).Open();
        PdfDate.Write(dictionary.Key("ModDate"u8), date ?? DateTimeOffset.UnixEpoch);
        dictionary.Key("Size"u8).Integer(attachment.Bytes.Length).Close().Key("Subtype"u8).Name(attachment.MediaType).Key("Type"u8).Name("EmbeddedFile"u8).Close();
        file.AddStream(number, dictionary, data);
        return number;
    }

    private int WriteSpecification(PdfAttachment attachment, int stream)
    {
        var number = file.Reserve();
        file.Add(number, new ByteWriter().Open().Key("AFRelationship"u8).Name("Source"u8).Key("Desc"u8).Text(attachment.Description)
            .Key("EF"u8).Open().Key("F"u8).Reference(stream).Key("UF"u8).Reference(stream).Close()
            .Key("F"u8).Text(attachment.Name).Key("Type"u8).Name("Filespec"u8).Key("UF"u8).Text(attachment.Name).Close());
        return number;
    }
}
