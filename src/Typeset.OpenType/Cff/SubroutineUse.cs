namespace Typeset.OpenType.Cff;

/// <summary>The three kinds of Type 2 programs.</summary>
internal enum ProgramKind : byte { Glyph, Local, Global }

/// <summary>A charstring or a subroutine: its kind, the Font DICT it belongs to (0 for global ones) and its number there.</summary>
internal readonly record struct CharstringProgram(ProgramKind Kind, int FontDict, int Number);

/// <summary>A call: where its operand starts (−1 where it was computed), where its operator stands, and what is called.</summary>
internal readonly record struct CallSite(int OperandStart, int OperatorAt, CharstringProgram Target);

/// <summary>Which subroutines a set of glyphs calls, and from where.</summary>
internal sealed class SubroutineUse
{
    private readonly Dictionary<CharstringProgram, List<CallSite>> _calls = [];

    /// <summary>
    /// Whether every call can be given another number: each is a plain number right before its operator, and means the same
    /// subroutine however the program is reached.
    /// </summary>
    public bool CanRenumber { get; private set; } = true;

    public ICollection<CharstringProgram> Programs => _calls.Keys;

    /// <summary>The calls a program makes; none for one that was never run.</summary>
    public IReadOnlyList<CallSite> CallsOf(CharstringProgram program) => _calls.TryGetValue(program, out var calls) ? calls : [];

    /// <summary>A program begins to run: the list that its calls go to.</summary>
    public List<CallSite> Enter(CharstringProgram program)
    {
        if (!_calls.TryGetValue(program, out var calls)) _calls.Add(program, calls = []);
        return calls;
    }

    public void Note(List<CallSite> calls, CallSite site)
    {
        if (site.OperandStart < 0) CanRenumber = false;
        foreach (var known in calls)
        {
            if (known.OperatorAt != site.OperatorAt) continue;
            if (known != site) CanRenumber = false;
            return;
        }

        calls.Add(site);
    }
}
