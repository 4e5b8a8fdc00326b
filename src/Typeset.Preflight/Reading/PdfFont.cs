using System.Text;
using Typeset.Core.Messages;
using Typeset.OpenType;

namespace Typeset.Preflight.Reading;

/// <summary>A font as pages use it (ISO 32000-1 §9.5 to §9.10).</summary>
internal sealed class PdfFont
{
    private readonly PdfObject _dictionary;
    private readonly PdfFile _file;
    private readonly CMap? _encoding;
    private readonly CMap? _toUnicode;
    private readonly Dictionary<int, double> _widths = [];
    private readonly double _defaultWidth;
    private bool _hasReadProgram;

    public PdfFont(PdfObject dictionary, PdfFile file)
    {
        _dictionary = dictionary;
        _file = file;
        Descendant = IsComposite ? dictionary["DescendantFonts"][0] : PdfNull.Instance;
        Descriptor = (IsComposite ? Descendant : dictionary)["FontDescriptor"];
        _toUnicode = dictionary["ToUnicode"] is PdfStream map ? CMap.Read(file.Decode(map).Span) : null;
        _encoding = IsComposite ? ReadEncoding() : null;
        _defaultWidth = IsComposite ? Descendant["DW"].AsNumber ?? 1000 : Descriptor["MissingWidth"].AsNumber ?? 0;
        if (IsComposite) ReadCidWidths();
        else ReadSimpleWidths();
    }

    public PdfObject Dictionary => _dictionary;

    /// <summary>The CIDFont of a Type 0 font.</summary>
    public PdfObject Descendant { get; }
    public PdfObject Descriptor { get; }

    public string Subtype => _dictionary["Subtype"].AsName ?? "";
    public string Name => _dictionary["BaseFont"].AsName ?? Descriptor["FontName"].AsName ?? "";
    public bool IsComposite => Subtype == "Type0";
    public bool HasToUnicode => _toUnicode is not null;

    /// <summary>Whether codes can be told to be CIDs: the encoding is Identity or an embedded CMap.</summary>
    public bool HasKnownEncoding => !IsComposite || _encoding is not null;
    public bool IsVertical => IsComposite && (_dictionary["Encoding"].AsName?.EndsWith("-V", StringComparison.Ordinal) ?? _dictionary["Encoding"]["WMode"].AsInteger == 1);

    /// <summary>The codes that pages show, with the first place of each.</summary>
    public Dictionary<int, Place> Used { get; } = [];

    /// <summary>The embedded program; null where none is there or it cannot be read, which <see cref="ProgramFault"/> tells.</summary>
    public FontProgram? Program
    {
        get
        {
            if (!_hasReadProgram) ReadProgram();
            return field;
        }
        private set;
    }

    /// <summary>What is wrong with the embedded program; null where it is sound.</summary>
    public string? ProgramFault { get; private set; }

    public bool IsEmbedded => Descriptor["FontFile"] is PdfStream || Descriptor["FontFile2"] is PdfStream || Descriptor["FontFile3"] is PdfStream;

    public (int Code, int Bytes) Next(ReadOnlySpan<byte> text) => !IsComposite ? (text[0], 1) : _encoding?.Next(text) ?? TwoBytes(text);

    public int CidOf(int code) => _encoding?.CidOf(code) ?? code;

    /// <summary>The advance of a code that the file declares, in thousandths of an em.</summary>
    public double WidthOf(int code) => _widths.GetValueOrDefault(CidOf(code), _defaultWidth);

    /// <summary>The text of a code; null where nothing tells it.</summary>
    public string? TextOf(int code) => _toUnicode is not null ? _toUnicode.TextOf(code) : IsComposite ? null : Encoding.Latin1.GetString([(byte)code]);

    /// <summary>The glyph of a code in the embedded program; null where that cannot be told.</summary>
    public int? GlyphOf(int code)
    {
        if (!IsComposite || Program is not { } program) return null;
        var cid = CidOf(code);
        return Descendant["CIDToGIDMap"] is PdfStream map ? MappedGlyph(_file.Decode(map).Span, cid) : program.GlyphOf(cid);
    }

    private static int MappedGlyph(ReadOnlySpan<byte> map, int cid) => 2 * cid + 1 < map.Length ? map[2 * cid] << 8 | map[2 * cid + 1] : 0;

    private static (int, int) TwoBytes(ReadOnlySpan<byte> text) => text.Length > 1 ? (text[0] << 8 | text[1], 2) : (text[0], 1);

    private CMap? ReadEncoding() => _dictionary["Encoding"] switch
    {
        PdfName { Text: "Identity-H" or "Identity-V" } => CMap.Identity,
        PdfStream stream => CMap.Read(_file.Decode(stream).Span),
        _ => null,
    };

    private void ReadProgram()
    {
        _hasReadProgram = true;
        try
        {
            Program = FontProgram.Read(Descriptor, _file);
        }
        catch (FontFormatException problem)
        {
            ProgramFault = problem.Message;
        }
        catch (PdfFormatException problem)
        {
            ProgramFault = problem.Message;
        }
    }

    private void ReadSimpleWidths()
    {
        var code = _dictionary["FirstChar"].AsInteger ?? 0;
        foreach (var width in _dictionary["Widths"].Items.Take(256)) _widths[code++] = width.AsNumber ?? 0;
    }

    /// <summary>§9.7.4.3: c [w …] or c₁ c₂ w.</summary>
    private void ReadCidWidths()
    {
        if (Descendant["W"] is not PdfArray array) return;
        var steps = 0;
        for (var i = 0; i + 1 < array.Count;)
        {
            var first = array[i].AsInteger ?? 0;
            if (array[i + 1] is PdfArray list)
            {
                for (var k = 0; k < list.Count; k++) _widths[first + k] = list[k].AsNumber ?? 0;
                i += 2;
                continue;
            }

            if ((steps += Math.Max(0, (array[i + 1].AsInteger ?? 0) - first)) > 4 * ushort.MaxValue) throw new PdfFormatException(PreflightMessages.TooMuch, "widths of a font");
            var last = Math.Min(array[i + 1].AsInteger ?? 0, ushort.MaxValue);
            for (var cid = Math.Max(0, first); cid <= last; cid++) _widths[cid] = array[i + 2].AsNumber ?? 0;
            i += 3;
        }
    }
}
