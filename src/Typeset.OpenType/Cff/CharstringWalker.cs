using Typeset.OpenType.Outlines;

namespace Typeset.OpenType.Cff;

/// <summary>
/// Runs Type 2 charstrings (Adobe Technical Note 5177): draws the outline, or only notes which subroutines are called.
/// One walker serves one thread and any number of glyphs of its font.
/// </summary>
internal sealed partial class CharstringWalker(CffFont font)
{
    /// <summary>§4.7: ten calls deep.</summary>
    private const int MaxDepth = 10;

    /// <summary>Operators and operands of one glyph, calls included; the busiest real glyphs take some thousands.</summary>
    private const int MaxSteps = 1_000_000;

    private OutlineBuilder? _outline;
    private SubroutineUse? _use;
    private CffIndex _localSubrs;
    private int _fontDict, _depth, _steps, _stemCount;
    private bool _hasWidth, _isEnded, _isWithinAccent;
    private double? _widthDifference;

    /// <summary>Whether the glyph last walked is composed of two others by letter codes (§5, Appendix C).</summary>
    public bool IsAccented { get; private set; }

    public GlyphOutline OutlineOf(int glyph)
    {
        var outline = new OutlineBuilder();
        Draw(glyph, outline);
        return outline.Finish();
    }

    /// <summary>Draws a glyph into a builder that may have drawn others.</summary>
    public void Draw(int glyph, OutlineBuilder outline)
    {
        outline.Begin();
        (_outline, _use) = (outline, null);
        Walk(font.Checked(glyph));
    }

    /// <summary>What a glyph's own charstring says of its width: the difference from its Private DICT's nominal one; null where it has the default one.</summary>
    public double? WidthDifferenceOf(int glyph)
    {
        _outline = null;
        _use = null;
        Walk(glyph);
        return _widthDifference;
    }

    /// <summary>Notes what a glyph calls.</summary>
    public void NoteUse(int glyph, SubroutineUse use)
    {
        _outline = null;
        _use = use;
        Walk(glyph);
    }

    private void Walk(int glyph)
    {
        (_steps, IsAccented, _isWithinAccent, _widthDifference) = (0, false, false, null);
        Begin(glyph, default);
    }

    private void Begin(int glyph, OutlinePoint origin)
    {
        (_fontDict, _depth, _stemCount, _hasWidth, _isEnded, _count) = (font.FontDictOf(glyph), 0, 0, false, false, 0);
        _point = origin;
        _localSubrs = font.Privates[_fontDict].Subrs;
        Run(new CharstringProgram(ProgramKind.Glyph, _fontDict, glyph), font.CharStrings[glyph]);
    }

    private void Run(CharstringProgram program, ReadOnlySpan<byte> bytes)
    {
        var calls = _use?.Enter(program);
        var operandStart = -1;
        for (var at = 0; at < bytes.Length && !_isEnded;)
        {
            if (++_steps > MaxSteps) throw font.Broken("a charstring runs without end");
            var b = bytes[at];
            if (b is 28 or >= 32)
            {
                operandStart = at;
                at += ReadNumber(bytes[at..]);
                continue;
            }

            var length = b == 12 ? 2 : 1;
            if (at + length > bytes.Length) throw Cut();
            if (b is 10 or 29) Call(b == 29, calls, operandStart, at);
            else if (b == 11) return;
            else if (b is 19 or 20) length += ReadMask(bytes.Length - at - 1);
            else Operate(b == 12 ? 0x0C00 + bytes[at + 1] : b);
            operandStart = -1;
            at += length;
        }
    }

    private void Call(bool isGlobal, List<CallSite>? calls, int operandStart, int operatorAt)
    {
        var subrs = isGlobal ? font.GlobalSubrs : _localSubrs;
        var number = Pop() + Bias(subrs.Count);
        if (!(number >= 0 && number < subrs.Count)) throw font.Broken($"a charstring calls a subroutine that is not among {subrs.Count}");
        var target = new CharstringProgram(isGlobal ? ProgramKind.Global : ProgramKind.Local, isGlobal ? 0 : _fontDict, (int)number);
        if (calls is not null) _use!.Note(calls, new CallSite(operandStart, operatorAt, target));
        if (++_depth > MaxDepth) throw font.Broken("the subroutines of a charstring call each other too deep");
        Run(target, subrs[(int)number]);
        _depth--;
    }

    /// <summary>What is added to the number of a subroutine in a call (§4.7).</summary>
    public static int Bias(int subroutineCount) => subroutineCount < 1240 ? 107 : subroutineCount < 33900 ? 1131 : 32768;

    private void EndGlyph()
    {
        TakeWidth(_count is 1 or 5);
        if (_count >= 4) ComposeAccent();
        _isEnded = true;
    }

    // endchar with four operands (Appendix C): adx ady bchar achar.
    private void ComposeAccent()
    {
        if (_isWithinAccent) throw font.Broken("a part of an accented letter is an accented letter itself");
        (IsAccented, _isWithinAccent) = (true, true);
        var (accent, letter) = ((int)_stack[--_count], (int)_stack[--_count]);
        var shift = new OutlinePoint(_stack[_count - 2], _stack[_count - 1]);
        Begin(font.GlyphOfStandardCode(letter), default);
        Begin(font.GlyphOfStandardCode(accent), shift);
    }

    private int ReadMask(int bytesLeft)
    {
        AddStems();
        var length = (_stemCount + 7) / 8;
        return length <= bytesLeft ? length : throw Cut();
    }

    private void AddStems()
    {
        TakeWidth(_count % 2 == 1);
        _stemCount += _count / 2;
        _count = 0;
    }

    // The first operator that clears the stack may find the glyph's width below its own operands (§3.1).
    private void TakeWidth(bool isThere)
    {
        if (!_hasWidth && isThere)
        {
            if (!_isWithinAccent) _widthDifference = _stack[0];
            _count--;
            _stack.AsSpan(1, _count).CopyTo(_stack);
        }

        _hasWidth = true;
    }

    private FontFormatException Cut() => font.Broken("a charstring is cut short");
}
