namespace Typeset.Pdf.Tests.Reading;

/// <summary>A PDF object as the tests' own reader sees it.</summary>
internal abstract record PdfObject;

/// <summary>A number, boolean, null or operator, as it is written.</summary>
internal sealed record PdfToken(string Text) : PdfObject
{
    public long Integer => long.Parse(Text, System.Globalization.CultureInfo.InvariantCulture);
    public double Number => double.Parse(Text, System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed record PdfName(string Text) : PdfObject;

internal sealed record PdfString(byte[] Bytes) : PdfObject
{
    /// <summary>The text string it is: UTF-16BE with its mark, else ASCII.</summary>
    public string Text => Bytes is [0xFE, 0xFF, ..] ? System.Text.Encoding.BigEndianUnicode.GetString(Bytes, 2, Bytes.Length - 2) : System.Text.Encoding.UTF8.GetString(Bytes);
}

internal sealed record PdfReference(int Number) : PdfObject;

internal sealed record PdfArray(List<PdfObject> Items) : PdfObject;

/// <summary>A dictionary with its keys in the order of the file.</summary>
internal sealed record PdfDictionary(List<(string Key, PdfObject Value)> Entries) : PdfObject
{
    public PdfObject? this[string key] => Entries.FirstOrDefault(e => e.Key == key).Value;

    public string? NameOf(string key) => (this[key] as PdfName)?.Text;
}

internal sealed record PdfStream(PdfDictionary Dictionary, byte[] Raw) : PdfObject
{
    /// <summary>The data inflated where they are deflated; JPEG as it is.</summary>
    public byte[] Data
    {
        get
        {
            if (Dictionary.NameOf("Filter") != "FlateDecode") return Raw;
            using var inflated = new System.IO.Compression.ZLibStream(new MemoryStream(Raw), System.IO.Compression.CompressionMode.Decompress);
            using var data = new MemoryStream();
            inflated.CopyTo(data);
            return data.ToArray();
        }
    }
}
