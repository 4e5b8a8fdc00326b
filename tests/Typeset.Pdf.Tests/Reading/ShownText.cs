using System.Text;
using System.Text.RegularExpressions;

namespace Typeset.Pdf.Tests.Reading;

/// <summary>A glyph as a reader of the file places it: points, y upwards from the foot.</summary>
internal readonly record struct ShownGlyph(string Font, double Size, int Cid, double X, double Y);

/// <summary>
/// What a page shows and says, by the rules of ISO 32000-1 §9.4 and §9.10 with nothing taken from the writer: positions from widths and
/// adjustments, text from <c>ToUnicode</c> unless <c>ActualText</c> stands over it.
/// </summary>
internal sealed partial class ShownText
{
    private readonly PdfFile _file;
    private readonly PdfDictionary _fonts;
    private readonly StringBuilder _text = new();
    private readonly Stack<bool> _sequences = [];
    private string _font = "";
    private double _size, _scale = 1, _x, _lineX, _lineY;
    private Dictionary<int, double> _widths = [];
    private double _defaultWidth;
    private Dictionary<int, string> _map = [];
    private int _told;

    private ShownText(PdfFile file, PdfDictionary page)
    {
        _file = file;
        _fonts = file.Dictionary(file.Dictionary(page["Resources"])["Font"]);
    }

    public List<ShownGlyph> Glyphs { get; } = [];

    public string Text => _text.ToString();

    public static ShownText Of(PdfFile file, PdfDictionary page)
    {
        var shown = new ShownText(file, page);
        foreach (var operation in PdfContent.Parse(((PdfStream)file.Resolve(page["Contents"])).Data)) shown.Apply(operation);
        Assert.Empty(shown._sequences);
        return shown;
    }

    private void Apply(PdfOperation operation)
    {
        switch (operation.Operator)
        {
            case "BT": (_x, _lineX, _lineY) = (0, 0, 0); break;
            case "Tf": SetFont(((PdfName)operation.Operands[0]).Text, operation.Number(1)); break;
            case "Tz": _scale = operation.Number(0) / 100; break;
            case "Td": _x = _lineX += operation.Number(0); _lineY += operation.Number(1); break;
            case "TJ": ((PdfArray)operation.Operands[0]).Items.ForEach(Show); break;
            case "BDC": Begin(operation.Operands[1] as PdfDictionary); break;
            case "BMC": _sequences.Push(false); break;
            case "EMC": _told -= _sequences.Pop() ? 1 : 0; break;
        }
    }

    private void Begin(PdfDictionary? properties)
    {
        var text = properties?["ActualText"] as PdfString;
        if (text is not null && _told == 0) _text.Append(text.Text);
        if (text is not null) _told++;
        _sequences.Push(text is not null);
    }

    private void Show(PdfObject piece)
    {
        if (piece is PdfToken adjustment)
        {
            _x -= adjustment.Number / 1000 * _size * _scale;
            return;
        }

        var bytes = ((PdfString)piece).Bytes;
        for (var i = 0; i < bytes.Length; i += 2)
        {
            var cid = bytes[i] << 8 | bytes[i + 1];
            Glyphs.Add(new ShownGlyph(_font, _size, cid, _x, _lineY));
            if (_told == 0) _text.Append(_map[cid]);
            _x += _widths.GetValueOrDefault(cid, _defaultWidth) / 1000 * _size * _scale;
        }
    }

    private void SetFont(string name, double size)
    {
        (_font, _size) = (name, size);
        var font = _file.Dictionary(_fonts[name]);
        var descendant = _file.Dictionary(((PdfArray)font["DescendantFonts"]!).Items[0]);
        _defaultWidth = ((PdfToken)descendant["DW"]!).Number;
        _widths = WidthsOf((PdfArray)descendant["W"]!);
        _map = MapOf(Encoding.ASCII.GetString(((PdfStream)_file.Resolve(font["ToUnicode"])).Data));
    }

    private static Dictionary<int, double> WidthsOf(PdfArray array)
    {
        var widths = new Dictionary<int, double>();
        for (var i = 0; i < array.Items.Count;)
        {
            var first = (int)((PdfToken)array.Items[i]).Integer;
            if (array.Items[i + 1] is PdfArray list)
            {
                for (var k = 0; k < list.Items.Count; k++) widths.Add(first + k, ((PdfToken)list.Items[k]).Number);
                i += 2;
                continue;
            }

            for (var cid = first; cid <= ((PdfToken)array.Items[i + 1]).Integer; cid++) widths.Add(cid, ((PdfToken)array.Items[i + 2]).Number);
            i += 3;
        }

        return widths;
    }

    private static Dictionary<int, string> MapOf(string cmap) => Entry().Matches(cmap[cmap.IndexOf("endcodespacerange", StringComparison.Ordinal)..]).ToDictionary(
        static m => Convert.ToInt32(m.Groups[1].Value, 16),
        static m => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(m.Groups[2].Value)));

    [GeneratedRegex("^<([0-9A-F]{4})> <([0-9A-F]+)>$", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
