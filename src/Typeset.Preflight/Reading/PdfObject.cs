using System.Text;

namespace Typeset.Preflight.Reading;

/// <summary>
/// An object of a PDF file (ISO 32000-1 §7.3). Navigation never fails: what is not there, or is of another kind, is <see cref="PdfNull"/>, and
/// references are followed on the way.
/// </summary>
internal abstract class PdfObject
{
    /// <summary>The object's number in its file; 0 for one that stands inside another.</summary>
    public int Number { get; set; }

    /// <summary>An entry of a dictionary, or of a stream's.</summary>
    public virtual PdfObject this[string key] => PdfNull.Instance;

    /// <summary>An item of an array.</summary>
    public virtual PdfObject this[int index] => PdfNull.Instance;

    public bool IsNull => this is PdfNull;

    /// <summary>The dictionary that this is, or that a stream has.</summary>
    public PdfDictionary? Dictionary => this as PdfDictionary ?? (this as PdfStream)?.Entries;

    public double? AsNumber => (this as PdfNumber)?.Value;
    public int? AsInteger => this is PdfNumber { IsInteger: true, Value: >= int.MinValue and <= int.MaxValue } number ? (int)number.Value : null;
    public string? AsName => (this as PdfName)?.Text;
    public bool? AsBoolean => (this as PdfBoolean)?.Value;
    public string? AsText => (this as PdfString)?.Text;

    /// <summary>The items of an array, followed; none for anything else.</summary>
    public IEnumerable<PdfObject> Items => this is PdfArray array ? array.Select() : [];

    /// <summary>The numbers of an array; null where an item is none or this is no array.</summary>
    public double[]? AsNumbers(int count)
    {
        if (this is not PdfArray array || array.Count != count) return null;
        var numbers = new double[count];
        for (var i = 0; i < count; i++)
        {
            if (array[i].AsNumber is not { } number) return null;
            numbers[i] = number;
        }

        return numbers;
    }
}

internal sealed class PdfNull : PdfObject
{
    public static readonly PdfNull Instance = new();
}

internal sealed class PdfBoolean(bool value) : PdfObject
{
    public bool Value => value;
}

internal sealed class PdfNumber(double value, bool isInteger) : PdfObject
{
    public double Value => value;
    public bool IsInteger => isInteger;
}

/// <summary>A name, its bytes as Latin-1.</summary>
internal sealed class PdfName(string text) : PdfObject
{
    public string Text => text;
}

internal sealed class PdfString(byte[] bytes, bool isHex = false) : PdfObject
{
    /// <summary>Whether it is hexadecimal with an odd number of digits.</summary>
    public bool HasHalfByte { get; init; }

    public byte[] Bytes => bytes;
    public bool IsHex => isHex;

    /// <summary>The bytes as a text string (§7.9.2.2): UTF-16, UTF-8, or else Latin-1 for PDFDocEncoding.</summary>
    public string Text => bytes switch
    {
        [0xFE, 0xFF, .. var utf16] => Encoding.BigEndianUnicode.GetString(utf16),
        [0xEF, 0xBB, 0xBF, .. var utf8] => Encoding.UTF8.GetString(utf8),
        _ => Encoding.Latin1.GetString(bytes),
    };
}

/// <summary>A reference to an object of the file.</summary>
internal sealed class PdfReference(int target, int generation) : PdfObject
{
    public int Target => target;
    public int Generation => generation;
}

/// <summary>A word that is no object: an operator, <c>obj</c>, <c>stream</c> …</summary>
internal sealed class PdfKeyword(string text) : PdfObject
{
    public string Text => text;
}

internal sealed class PdfArray(PdfFile? file, List<PdfObject> items) : PdfObject
{
    public int Count => items.Count;

    /// <summary>The items as they stand, references not followed.</summary>
    public List<PdfObject> Raw => items;

    public override PdfObject this[int index] => (uint)index < (uint)items.Count ? Follow(items[index]) : PdfNull.Instance;

    public IEnumerable<PdfObject> Select()
    {
        for (var i = 0; i < items.Count; i++) yield return this[i];
    }

    private PdfObject Follow(PdfObject item) => file is null ? item : file.Follow(item);
}

internal sealed class PdfDictionary(PdfFile? file, Dictionary<string, PdfObject> entries) : PdfObject
{
    public static readonly PdfDictionary Empty = new(null, []);

    /// <summary>The entries as they stand, references not followed.</summary>
    public Dictionary<string, PdfObject> Raw => entries;

    public override PdfObject this[string key] =>
        !entries.TryGetValue(key, out var value) ? PdfNull.Instance : file is null ? value : file.Follow(value);

    public bool Has(string key) => entries.TryGetValue(key, out var value) && value is not PdfNull;
}

/// <summary>A stream: its dictionary and its bytes as they stand in the file.</summary>
internal sealed class PdfStream(PdfDictionary entries, ReadOnlyMemory<byte> raw) : PdfObject
{
    public PdfDictionary Entries => entries;
    public ReadOnlyMemory<byte> Raw => raw;

    /// <summary>Where its bytes begin in the file; 0 for a stream that is in none.</summary>
    public int Start { get; init; }
    public override PdfObject this[string key] => entries[key];
}
