namespace Typeset.OpenType.Cff;

/// <content>Path and hint operators (Adobe Technical Note 5177, §4.1 to §4.3).</content>
internal sealed partial class CharstringWalker
{
    private OutlinePoint _point;

    private void Operate(int code)
    {
        if (code >= 0x0C00 && OperateEscaped(code)) return;
        switch (code)
        {
            case 1 or 3 or 18 or 23: AddStems(); break;
            case 4: Move(0, 1, 1); break;
            case 5: Lines(_count); break;
            case 6: AlternatingLines(isHorizontal: true); break;
            case 7: AlternatingLines(isHorizontal: false); break;
            case 8: Curves(0, _count); break;
            case 14: EndGlyph(); break;
            case 21: Move(1, 1, 2); break;
            case 22: Move(1, 0, 1); break;
            case 24: CurvesThenLine(); break;
            case 25: LinesThenCurve(); break;
            case 26: ParallelCurves(isHorizontal: false); break;
            case 27: ParallelCurves(isHorizontal: true); break;
            case 30: AlternatingCurves(isHorizontal: false); break;
            case 31: AlternatingCurves(isHorizontal: true); break;
            case 0x0C22 or 0x0C23 or 0x0C24 or 0x0C25: Flex(code); break;
            default: throw font.Broken($"a charstring has the unknown operator {code:X}");
        }

        _count = 0;
    }

    private void Move(int horizontal, int vertical, int operands)
    {
        TakeWidth(_count > operands);
        if (_count < operands) throw Missing();
        Advance(horizontal * _stack[0], vertical * _stack[operands - 1]);
        _outline?.MoveTo(_point);
    }

    private void Lines(int end)
    {
        for (var i = 0; i + 2 <= end; i += 2) Line(_stack[i], _stack[i + 1]);
    }

    private void AlternatingLines(bool isHorizontal)
    {
        for (var i = 0; i < _count; i++, isHorizontal = !isHorizontal) Line(isHorizontal ? _stack[i] : 0, isHorizontal ? 0 : _stack[i]);
    }

    private void Curves(int start, int end)
    {
        for (var i = start; i + 6 <= end; i += 6) Curve(_stack[i], _stack[i + 1], _stack[i + 2], _stack[i + 3], _stack[i + 4], _stack[i + 5]);
    }

    private void CurvesThenLine()
    {
        if (_count < 2) throw Missing();
        Curves(0, _count - 2);
        Line(_stack[_count - 2], _stack[_count - 1]);
    }

    private void LinesThenCurve()
    {
        if (_count < 6) throw Missing();
        Lines(_count - 6);
        Curves(_count - 6, _count);
    }

    // hhcurveto and vvcurveto: both tangents along the axis; an odd operand first turns the first of them.
    private void ParallelCurves(bool isHorizontal)
    {
        var i = _count % 4 == 0 ? 0 : 1;
        var aside = i == 1 ? _stack[0] : 0;
        for (; i + 4 <= _count; i += 4, aside = 0)
        {
            if (isHorizontal) Curve(_stack[i], aside, _stack[i + 1], _stack[i + 2], _stack[i + 3], 0);
            else Curve(aside, _stack[i], _stack[i + 1], _stack[i + 2], 0, _stack[i + 3]);
        }
    }

    // hvcurveto and vhcurveto: tangents take turns; an odd operand last turns the last of them.
    private void AlternatingCurves(bool isHorizontal)
    {
        for (var i = 0; i + 4 <= _count; i += 4, isHorizontal = !isHorizontal)
        {
            var aside = _count - i == 5 ? _stack[i + 4] : 0;
            if (isHorizontal) Curve(_stack[i], 0, _stack[i + 1], _stack[i + 2], aside, _stack[i + 3]);
            else Curve(0, _stack[i], _stack[i + 1], _stack[i + 2], _stack[i + 3], aside);
        }
    }

    private void Flex(int code)
    {
        var s = _stack;
        if (_count < code switch { 0x0C22 => 7, 0x0C23 => 12, 0x0C24 => 9, _ => 11 }) throw Missing();
        switch (code)
        {
            case 0x0C22: // hflex
                Curve(s[0], 0, s[1], s[2], s[3], 0);
                Curve(s[4], 0, s[5], -s[2], s[6], 0);
                break;
            case 0x0C23: // flex
                Curves(0, 12);
                break;
            case 0x0C24: // hflex1
                Curve(s[0], s[1], s[2], s[3], s[4], 0);
                Curve(s[5], 0, s[6], s[7], s[8], -(s[1] + s[3] + s[7]));
                break;
            default: // flex1: the last operand goes along the longer way, the other axis returns to the start
                FlexOne(s[0] + s[2] + s[4] + s[6] + s[8], s[1] + s[3] + s[5] + s[7] + s[9]);
                break;
        }
    }

    private void FlexOne(double dx, double dy)
    {
        var s = _stack;
        Curve(s[0], s[1], s[2], s[3], s[4], s[5]);
        if (Math.Abs(dx) > Math.Abs(dy)) Curve(s[6], s[7], s[8], s[9], s[10], -dy);
        else Curve(s[6], s[7], s[8], s[9], -dx, s[10]);
    }

    private void Line(double dx, double dy)
    {
        Advance(dx, dy);
        _outline?.LineTo(_point);
    }

    private void Curve(double dxa, double dya, double dxb, double dyb, double dxc, double dyc)
    {
        var first = Advance(dxa, dya);
        var second = Advance(dxb, dyb);
        _outline?.CubicTo(first, second, Advance(dxc, dyc));
    }

    private OutlinePoint Advance(double dx, double dy) => _point = new OutlinePoint(_point.X + dx, _point.Y + dy);
}
