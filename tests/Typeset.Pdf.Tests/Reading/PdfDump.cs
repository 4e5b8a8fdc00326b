using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Typeset.Pdf.Tests.Reading;

/// <summary>
/// A PDF as text: every object in order of its number; text streams as they are, other streams as fingerprints of their inflated data. Lengths,
/// the identifier and subset tags are left out where they depend on the deflater or on the font program.
/// </summary>
internal static partial class PdfDump
{
    public static string Of(PdfFile file)
    {
        var dump = new StringBuilder();
        foreach (var (number, value) in file.Objects)
        {
            if (value is PdfStream stream && stream.Dictionary.NameOf("Type") is ("ObjStm" or "XRef")) continue;
            dump.Append(number).Append(": ");
            Write(dump, value, "");
            dump.Append('\n');
        }

        dump.Append("trailer: ");
        Write(dump, new PdfDictionary([.. file.Trailer.Entries.Where(static e => e.Key is "Root" or "Info" or "Size")]), "");
        return SubsetTag().Replace(dump.Append('\n').ToString(), "/SUBSET+");
    }

    private static void Write(StringBuilder dump, PdfObject value, string indent)
    {
        switch (value)
        {
            case PdfToken token: dump.Append(token.Text); break;
            case PdfName name: dump.Append('/').Append(name.Text); break;
            case PdfReference reference: dump.Append('→').Append(reference.Number); break;
            case PdfString text: dump.Append('“').Append(text.Text).Append('”'); break;
            case PdfArray array: WriteArray(dump, array, indent); break;
            case PdfDictionary dictionary: WriteDictionary(dump, dictionary, indent); break;
            case PdfStream stream: WriteStream(dump, stream, indent); break;
        }
    }

    private static void WriteArray(StringBuilder dump, PdfArray array, string indent)
    {
        dump.Append('[');
        for (var i = 0; i < array.Items.Count; i++)
        {
            if (i > 0) dump.Append(' ');
            Write(dump, array.Items[i], indent + "  ");
        }

        dump.Append(']');
    }

    private static void WriteDictionary(StringBuilder dump, PdfDictionary dictionary, string indent)
    {
        dump.Append("<<");
        foreach (var (key, value) in dictionary.Entries)
        {
            dump.Append('\n').Append(indent).Append("  /").Append(key).Append(' ');
            Write(dump, value, indent + "  ");
        }

        dump.Append(" >>");
    }

    private static void WriteStream(StringBuilder dump, PdfStream stream, string indent)
    {
        var isDeflated = stream.Dictionary["Filter"] is not null;
        var isProgram = stream.Dictionary["Length1"] is not null || stream.Dictionary.NameOf("Subtype") == "CIDFontType0C";
        WriteDictionary(dump, new PdfDictionary([.. stream.Dictionary.Entries.Where(e => !(e.Key is "Length" && isDeflated) && e.Key is not "Length1")]), indent);
        if (isProgram) dump.Append("\nfont program");
        else if (Array.TrueForAll(stream.Data, static b => b is 10 or (>= 32 and < 127) or > 127)) dump.Append("\nstream\n").Append(Encoding.UTF8.GetString(stream.Data));
        else dump.Append("\nstream ").Append(ContentText(stream));
    }

    /// <summary>Content with CIDs in strings as hexadecimal; anything else as a fingerprint.</summary>
    private static string ContentText(PdfStream stream)
    {
        if (stream.Dictionary["Subtype"] is null && stream.Dictionary["Type"] is null) return "\n" + PdfContent.Pretty(stream.Data);
        return stream.Data.Length + " bytes " + Convert.ToHexString(SHA256.HashData(stream.Data))[..16];
    }

    [GeneratedRegex(@"/[A-Z]{6}\+")]
    private static partial Regex SubsetTag();
}
