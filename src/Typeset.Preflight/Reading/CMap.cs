using System.Text;
using Typeset.Core.Messages;

namespace Typeset.Preflight.Reading;

/// <summary>A character map of a font (ISO 32000-1 §9.7.5, §9.10.3): codes to CIDs, or codes to text.</summary>
internal sealed class CMap
{
    private readonly List<(int Low, int High, int Bytes)> _spaces = [];
    private readonly List<(int Low, int High, int First)> _cids = [];
    private readonly List<(int Low, int High, string First)> _textRanges = [];
    private readonly Dictionary<int, string> _texts = [];
    private int _entries;

    /// <summary>Two bytes a code, which is the CID.</summary>
    public static readonly CMap Identity = MakeIdentity();

    public static CMap Read(ReadOnlySpan<byte> bytes)
    {
        var map = new CMap();
        var lexer = new PdfLexer(bytes, 0);
        var operands = new List<PdfObject>();
        while (PdfSyntax.Read(ref lexer, null) is { } item)
        {
            if (item is PdfKeyword word)
            {
                map.Take(word.Text, operands);
                operands.Clear();
            }
            else if (operands.Count < Limits.CMapEntries) operands.Add(item);
        }

        map._cids.Sort();
        map._textRanges.Sort(static (a, b) => a.Low.CompareTo(b.Low));
        return map;
    }

    /// <summary>The next code of a string and how many bytes it takes.</summary>
    public (int Code, int Bytes) Next(ReadOnlySpan<byte> text)
    {
        var code = 0;
        for (var length = 1; length <= Math.Min(4, text.Length); length++)
        {
            code = code << 8 | text[length - 1];
            foreach (var space in _spaces)
            {
                if (space.Bytes == length && code >= space.Low && code <= space.High) return (code, length);
            }
        }

        return (0, _spaces.Count > 0 ? Math.Min(text.Length, _spaces[0].Bytes) : 1);
    }

    public int CidOf(int code)
    {
        var index = LastAtOrBelow(_cids.Count, i => _cids[i].Low, code);
        return index >= 0 && code <= _cids[index].High ? _cids[index].First + code - _cids[index].Low : 0;
    }

    /// <summary>The text of a code; null where the map has none.</summary>
    public string? TextOf(int code)
    {
        if (_texts.TryGetValue(code, out var text)) return text;
        var index = LastAtOrBelow(_textRanges.Count, i => _textRanges[i].Low, code);
        if (index < 0 || code > _textRanges[index].High) return null;
        return _texts[code] = Shifted(_textRanges[index].First, code - _textRanges[index].Low);
    }

    private static int LastAtOrBelow(int count, Func<int, int> lowOf, int code)
    {
        var (from, to) = (0, count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (lowOf(middle) <= code) from = middle + 1;
            else to = middle;
        }

        return from - 1;
    }

    private static CMap MakeIdentity()
    {
        var map = new CMap();
        map._spaces.Add((0, 0xFFFF, 2));
        map._cids.Add((0, 0xFFFF, 0));
        return map;
    }

    private void Take(string keyword, List<PdfObject> operands)
    {
        if ((_entries += operands.Count) > 3 * Limits.CMapEntries) throw new PdfFormatException(PreflightMessages.TooMuch, "entries of a CMap");
        switch (keyword)
        {
            case "endcodespacerange":
                for (var i = 0; i + 1 < operands.Count; i += 2) _spaces.Add((CodeOf(operands[i]), CodeOf(operands[i + 1]), Math.Clamp((operands[i] as PdfString)?.Bytes.Length ?? 1, 1, 4)));
                break;
            case "endcidrange":
                for (var i = 0; i + 2 < operands.Count; i += 3) _cids.Add((CodeOf(operands[i]), CodeOf(operands[i + 1]), operands[i + 2].AsInteger ?? 0));
                break;
            case "endcidchar":
                for (var i = 0; i + 1 < operands.Count; i += 2) _cids.Add((CodeOf(operands[i]), CodeOf(operands[i]), operands[i + 1].AsInteger ?? 0));
                break;
            case "endbfchar":
                for (var i = 0; i + 1 < operands.Count; i += 2) _texts[CodeOf(operands[i])] = TextOf(operands[i + 1]);
                break;
            case "endbfrange":
                for (var i = 0; i + 2 < operands.Count; i += 3) AddTextRange(CodeOf(operands[i]), CodeOf(operands[i + 1]), operands[i + 2]);
                break;
        }
    }

    private void AddTextRange(int low, int high, PdfObject target)
    {
        if (target is PdfString) _textRanges.Add((low, high, TextOf(target)));
        var index = 0;
        foreach (var item in target.Items) _texts[low + index++] = TextOf(item);
    }

    private static int CodeOf(PdfObject item)
    {
        var code = 0;
        foreach (var b in (item as PdfString)?.Bytes ?? []) code = code << 8 | b;
        return code;
    }

    private static string TextOf(PdfObject item) => item is PdfString text ? Encoding.BigEndianUnicode.GetString(text.Bytes) : "";

    private static string Shifted(string first, int by)
    {
        if (first.Length == 0 || by == 0) return first;
        return Rune.DecodeLastFromUtf16(first, out var last, out var units) == System.Buffers.OperationStatus.Done && Rune.IsValid(last.Value + by)
            ? first[..^units] + new Rune(last.Value + by)
            : first;
    }
}
