using Typeset.OpenType.Cff;

namespace Typeset.OpenType.Subsetting;

/// <summary>
/// Which subroutines of a font a subset keeps, and under what numbers. Where calls cannot be rewritten all numbers stay, and
/// what is not called becomes an empty subroutine.
/// </summary>
internal sealed class SubroutinePlan
{
    private const byte Return = 11;

    private readonly CffFont _font;
    private readonly SubroutineUse _use;
    private readonly int[][] _localNumbers; // of each Font DICT: new number of each old one, −1 where not called
    private readonly int[] _globalNumbers;

    private SubroutinePlan(CffFont font, SubroutineUse use)
    {
        _font = font;
        _use = use;
        _globalNumbers = NewNumbers(font.GlobalSubrs.Count);
        _localNumbers = [.. font.Privates.Select(p => NewNumbers(p.Subrs.Count))];
        foreach (var program in use.Programs)
        {
            if (program.Kind != ProgramKind.Glyph) NumbersOf(program)[program.Number] = program.Number;
        }

        if (use.CanRenumber) Renumber();
    }

    public static SubroutinePlan For(CffFont font, SubroutineUse use) => new(font, use);

    /// <summary>The global subroutines of the subset.</summary>
    public CffIndexWriter WriteGlobals() => Write(_globalNumbers, font => font.GlobalSubrs, number => new CharstringProgram(ProgramKind.Global, 0, number));

    /// <summary>The local subroutines of a Font DICT.</summary>
    public CffIndexWriter WriteLocals(int fontDict) => Write(
        _localNumbers[fontDict], font => font.Privates[fontDict].Subrs, number => new CharstringProgram(ProgramKind.Local, fontDict, number));

    /// <summary>Writes a charstring or subroutine with its calls changed to the new numbers.</summary>
    public void Rewrite(FontWriter writer, CharstringProgram program, ReadOnlySpan<byte> bytes)
    {
        var done = 0;
        if (_use.CanRenumber)
        {
            foreach (var call in _use.CallsOf(program))
            {
                writer.Bytes(bytes[done..call.OperandStart]);
                var numbers = NumbersOf(call.Target);
                Type2Number.Write(writer, numbers[call.Target.Number] - CharstringWalker.Bias(CountOf(numbers)));
                done = call.OperatorAt;
            }
        }

        writer.Bytes(bytes[done..]);
    }

    private CffIndexWriter Write(int[] numbers, Func<CffFont, CffIndex> subrsOf, Func<int, CharstringProgram> programOf)
    {
        var (index, subrs) = (new CffIndexWriter(), subrsOf(_font));
        if (CountOf(numbers) == 0) return index;
        for (var number = 0; number < numbers.Length; number++)
        {
            if (numbers[number] >= 0) Rewrite(index.Item, programOf(number), subrs[number]);
            else if (_use.CanRenumber) continue;
            else index.Item.U8(Return);
            index.EndItem();
        }

        return index;
    }

    private void Renumber()
    {
        foreach (var numbers in (ReadOnlySpan<int[]>)[_globalNumbers, .. _localNumbers])
        {
            var next = 0;
            for (var i = 0; i < numbers.Length; i++)
            {
                if (numbers[i] >= 0) numbers[i] = next++;
            }
        }
    }

    private int[] NumbersOf(CharstringProgram program) => program.Kind == ProgramKind.Global ? _globalNumbers : _localNumbers[program.FontDict];

    // The bias depends on how many subroutines the subset has.
    private int CountOf(int[] numbers)
    {
        var used = numbers.AsSpan().LastIndexOfAnyExcept(-1);
        if (used < 0) return 0;
        return _use.CanRenumber ? numbers[used] + 1 : numbers.Length;
    }

    private static int[] NewNumbers(int count)
    {
        var numbers = new int[count];
        Array.Fill(numbers, -1);
        return numbers;
    }
}
