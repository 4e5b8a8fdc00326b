using Typeset.Core.Messages;

namespace Typeset.Preflight.Reading;

/// <summary>Runs a page's content stream, forms included, and notes what it paints (ISO 32000-1 §8.2, Annex A).</summary>
internal sealed partial class ContentReader
{
    /// <summary>What q saves and Q restores.</summary>
    private readonly record struct Frame(Matrix Ctm, PaintState Paint, TextState Text);

    private readonly PdfFile _file;
    private readonly FontShelf _fonts;
    private readonly PageContent _content = new();
    private readonly TextPen _pen;
    private readonly PathPen _path;
    private readonly Stack<Frame> _saved = new();
    private readonly List<PdfObject> _operands = [];
    private PdfObject _resources = PdfNull.Instance;
    private Frame _frame = new(Matrix.Identity, new PaintState(), new TextState());
    private int _mark = -1;
    private int _stream;
    private int _depth;
    private int _operators;
    private int _ignoring;

    private ContentReader(PdfPage page, PdfFile file, FontShelf fonts)
    {
        (_file, _fonts) = (file, fonts);
        _pen = new TextPen(_content, page.Index);
        _path = new PathPen(_content);
    }

    /// <summary>What a page paints.</summary>
    /// <exception cref="PdfFormatException">Its content cannot be read.</exception>
    public static PageContent Read(PdfPage page, PdfFile file, FontShelf fonts)
    {
        var reader = new ContentReader(page, file, fonts) { _resources = page["Resources"] };
        reader.Run(Joined(page.Dictionary["Contents"], file).Span);
        if (reader._saved.Count > 0 || reader._mark >= 0) reader._content.IsUnbalanced = true;
        return reader._content;
    }

    private static ReadOnlyMemory<byte> Joined(PdfObject contents, PdfFile file)
    {
        if (contents is PdfStream only) return file.Decode(only);
        var joined = new MemoryStream();
        foreach (var part in contents.Items.OfType<PdfStream>())
        {
            joined.Write(file.Decode(part).Span);
            joined.WriteByte((byte)'\n');
        }

        return joined.ToArray();
    }

    private void Run(ReadOnlySpan<byte> bytes)
    {
        var lexer = new PdfLexer(bytes, 0);
        _operands.Clear();
        while (PdfSyntax.Read(ref lexer, null) is { } item)
        {
            if (item is not PdfKeyword word)
            {
                if (_operands.Count < 256) _operands.Add(item);
                continue;
            }

            if (++_operators > Limits.Operators) throw new PdfFormatException(PreflightMessages.TooMuch, "operators of a page");
            if (word.Text == "BI") InlineImage(ref lexer);
            else Operate(word.Text);
            _operands.Clear();
        }
    }

    private void Operate(string word)
    {
        if (OperateState(word) || OperatePath(word) || OperateText(word) || OperateColour(word) || OperateMarks(word)) return;
        switch (word)
        {
            case "Do": DrawObject(); break;
            case "sh": Shade(); break;
            case "d0" or "d1": break;
            default:
                if (_ignoring == 0 && _content.UnknownOperators.Count < 20) _content.UnknownOperators.Add(word.Length > 20 ? word[..20] : word);
                break;
        }
    }

    private bool OperateState(string word)
    {
        switch (word)
        {
            case "q": Save(); break;
            case "Q": Restore(); break;
            case "cm": _frame = _frame with { Ctm = MatrixOfOperands().Then(_frame.Ctm) }; break;
            case "w": Paint(_frame.Paint with { LineWidth = Number(0) }); break;
            case "gs": PutInForce(Resource("ExtGState", Name(0))); break;
            case "ri": _content.Intents.Add(Name(0)); break;
            case "J" or "j" or "M" or "d" or "i": break;
            default: return false;
        }

        return true;
    }

    private bool OperatePath(string word)
    {
        switch (word)
        {
            case "m" or "l": Point(0); break;
            case "c": Point(0); Point(2); Point(4); break;
            case "v" or "y": Point(0); Point(2); break;
            case "re": _path.Rectangle(Number(0), Number(1), Number(2), Number(3), _frame.Ctm); break;
            case "h" or "W" or "W*": break;
            case "S" or "s": EndPath(fills: false, strokes: true); break;
            case "f" or "F" or "f*": EndPath(fills: true, strokes: false); break;
            case "B" or "B*" or "b" or "b*": EndPath(fills: true, strokes: true); break;
            case "n": EndPath(fills: false, strokes: false); break;
            default: return false;
        }

        return true;
    }

    private bool OperateText(string word)
    {
        var text = _frame.Text;
        switch (word)
        {
            case "BT": _pen.Begin(); break;
            case "ET": break;
            case "Tc": Text(text with { CharacterSpacing = Number(0) }); break;
            case "Tw": Text(text with { WordSpacing = Number(0) }); break;
            case "Tz": Text(text with { HorizontalScale = Number(0) / 100 }); break;
            case "TL": Text(text with { Leading = Number(0) }); break;
            case "Tf": Text(text with { Font = FontOf(Resource("Font", Name(0))), Size = Number(1) }); break;
            case "Tr": Text(text with { Mode = (int)Number(0) }); break;
            case "Ts": Text(text with { Rise = Number(0) }); break;
            case "Td": _pen.Move(Number(0), Number(1)); break;
            case "TD": Text(text with { Leading = -Number(1) }); _pen.Move(Number(0), Number(1)); break;
            case "Tm": _pen.Set(MatrixOfOperands()); break;
            case "T*": _pen.Move(0, -text.Leading); break;
            case "Tj": Show(Operand(0)); break;
            case "'": _pen.Move(0, -text.Leading); Show(Operand(0)); break;
            case "\"": Text(text with { WordSpacing = Number(0), CharacterSpacing = Number(1) }); _pen.Move(0, -text.Leading); Show(Operand(2)); break;
            case "TJ": ShowArray(Operand(0)); break;
            default: return false;
        }

        return true;
    }

    private bool OperateMarks(string word)
    {
        switch (word)
        {
            case "BMC": OpenMark(PdfNull.Instance); break;
            case "BDC": OpenMark(Operand(1) is PdfName name ? Resource("Properties", name.Text) : Operand(1)); break;
            case "EMC": CloseMark(); break;
            case "MP" or "DP": break;
            case "BX": _ignoring++; break;
            case "EX": _ignoring = Math.Max(0, _ignoring - 1); break;
            default: return false;
        }

        return true;
    }

    private void OpenMark(PdfObject properties)
    {
        _content.Marks.Add(new ContentMark(Name(0), properties, _mark, _stream));
        _mark = _content.Marks.Count - 1;
    }

    private void CloseMark()
    {
        if (_mark < 0) _content.IsUnbalanced = true;
        else _mark = _content.Marks[_mark].Parent;
    }

    private void Save()
    {
        if (_saved.Count > Limits.SavedStates) throw new PdfFormatException(PreflightMessages.TooMuch, "saved graphics states");
        _saved.Push(_frame);
        _content.DeepestState = Math.Max(_content.DeepestState, _saved.Count);
    }

    private void Restore()
    {
        if (!_saved.TryPop(out var frame)) _content.IsUnbalanced = true;
        else _frame = frame;
    }

    private void Show(PdfObject text)
    {
        if (text is PdfString { Bytes: var bytes }) _pen.Show(bytes, _frame.Text, _frame.Ctm, _frame.Paint, _mark);
    }

    private void ShowArray(PdfObject array)
    {
        if (array is not PdfArray { Raw: var items }) return;
        foreach (var item in items)
        {
            if (item is PdfNumber adjustment) _pen.Adjust(adjustment.Value, _frame.Text);
            else Show(item);
        }
    }

    private PdfFont? FontOf(PdfObject dictionary) => dictionary.IsNull ? null : _fonts.Of(dictionary);

    private void EndPath(bool fills, bool strokes) => _path.Paint(fills, strokes, _frame.Ctm, _frame.Paint, _mark);

    private void Point(int at) => _path.Point(Number(at), Number(at + 1), _frame.Ctm);

    private void Paint(PaintState paint) => _frame = _frame with { Paint = paint };

    private void Text(TextState text) => _frame = _frame with { Text = text };

    private PdfObject Operand(int index) => index < _operands.Count ? _operands[index] : PdfNull.Instance;

    private double Number(int index) => Operand(index).AsNumber ?? 0;

    private string Name(int index) => Operand(index).AsName ?? "";

    private Matrix MatrixOfOperands() => new(Number(0), Number(1), Number(2), Number(3), Number(4), Number(5));

    private PdfObject Resource(string kind, string name)
    {
        var found = _resources[kind][name];
        if (found.IsNull && _content.MissingResources.Count < 20) _content.MissingResources.Add($"{kind} {name}");
        return found;
    }
}
