using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Typeset.Core;
using Typeset.Core.Messages;

namespace Typeset.Manuscripts.Docx;

/// <summary>
/// Looks a package over before anything in it is read: names that lead elsewhere, sizes beyond reason, XML too deep. The sizes that entries
/// announce are binding: more is never inflated than was announced.
/// </summary>
internal static class DocxPackage
{
    /// <summary>Files in one package; a document with two thousand pictures has some three thousand.</summary>
    private const int EntryLimit = 20_000;

    /// <summary>Bytes of one XML part, inflated: 64 MiB, some twenty thousand pages.</summary>
    private const long XmlLimit = 64 << 20;

    /// <summary>Bytes of all parts, inflated.</summary>
    private const long TotalLimit = 1L << 30;

    /// <summary>How deep elements are nested; Word's own documents stay below 60.</summary>
    private const int DepthLimit = 400;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>What is wrong with a package, or null.</summary>
    public static Diagnostic? Check(string path, ReadOnlyMemory<byte> bytes)
    {
        var place = new SourceText(path, "").Span(0, 0);
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            return CheckEntries(archive, place) ?? CheckXml(archive, place);
        }
        catch (InvalidDataException problem)
        {
            return DocxReadingMessages.BrokenPackage.At(place, path, problem.Message);
        }
    }

    private static Diagnostic? CheckEntries(ZipArchive archive, SourceSpan place)
    {
        if (archive.Entries.Count > EntryLimit) return DocxReadingMessages.TooManyEntries.At(place, Number(archive.Entries.Count), Number(EntryLimit));
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            if (LeadsElsewhere(entry.FullName)) return DocxReadingMessages.StrangeName.At(place, entry.FullName);
            total += entry.Length;
            if (IsXml(entry) && entry.Length > XmlLimit) return DocxReadingMessages.PartTooLarge.At(place, entry.FullName, Number(entry.Length >> 20), Number(XmlLimit >> 20));
            if (total > TotalLimit) return DocxReadingMessages.PartTooLarge.At(place, place.Source!.Path, Number(total >> 20), Number(TotalLimit >> 20));
        }

        return archive.GetEntry("word/document.xml") is null && !archive.Entries.Any(static entry => entry.FullName.EndsWith("document.xml", StringComparison.Ordinal))
            ? DocxReadingMessages.NoDocument.At(place, place.Source!.Path)
            : null;
    }

    private static Diagnostic? CheckXml(ZipArchive archive, SourceSpan place)
    {
        foreach (var entry in archive.Entries)
        {
            if (!IsXml(entry) || Problem(entry) is not { } problem) continue;
            return DocxReadingMessages.BrokenPackage.At(place, place.Source!.Path, $"{entry.FullName}: {problem}");
        }

        return null;
    }

    private static string? Problem(ZipArchiveEntry entry)
    {
        try
        {
            using var reader = XmlReader.Create(entry.Open(), Settings);
            while (reader.Read())
            {
                if (reader.Depth > DepthLimit) return $"depth {reader.Depth}";
            }

            return null;
        }
        catch (Exception problem) when (problem is XmlException or InvalidDataException)
        {
            return problem.Message;
        }
    }

    private static bool IsXml(ZipArchiveEntry entry) => entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static bool LeadsElsewhere(string name) =>
        name.StartsWith('/') || name.Contains('\\') || name.Contains(':') || name.Contains('\0') || name.Split('/').Contains("..");

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
