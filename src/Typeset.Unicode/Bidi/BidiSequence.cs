using static Typeset.Unicode.BidiClass;

namespace Typeset.Unicode;

/// <summary>An isolating run sequence (BD13): its characters in order, and the directions that its ends border on.</summary>
internal readonly record struct IsolatingRun(int[] Indices, BidiClass Start, BidiClass End);

/// <summary>Resolves weak characters, brackets and neutral ones of one sequence.</summary>
internal sealed class BidiSequence(int[] text, BidiClass[] classes, byte[] levels, IsolatingRun run)
{
    /// <summary>BD16: more open brackets than this pair with nothing.</summary>
    private const int MostOpen = 63;

    private readonly int[] _at = run.Indices;
    private readonly BidiClass _embedding = (levels[run.Indices[0]] & 1) == 0 ? LeftToRight : RightToLeft;
    private readonly BidiClass[] _before = [.. run.Indices.Select(index => classes[index])];

    private int _passed;
    private BidiClass _strong = run.Start;

    private ref BidiClass this[int i] => ref classes[_at[i]];

    public void Resolve()
    {
        ResolveMarks();
        ResolveNumbers();
        ResolveSeparators();
        ResolveTerminators();
        ResolveLatinNumbers();
        ResolveBrackets();
        ResolveNeutrals();
    }

    /// <summary>W1.</summary>
    private void ResolveMarks()
    {
        for (var i = 0; i < _at.Length; i++)
        {
            if (this[i] != NonspacingMark) continue;
            var before = i == 0 ? run.Start : this[i - 1];
            this[i] = before is LeftToRightIsolate or RightToLeftIsolate or FirstStrongIsolate or PopDirectionalIsolate ? OtherNeutral : before;
        }
    }

    /// <summary>W2 and W3.</summary>
    private void ResolveNumbers()
    {
        var strong = run.Start;
        for (var i = 0; i < _at.Length; i++)
        {
            if (this[i] is LeftToRight or RightToLeft or ArabicLetter) strong = this[i];
            else if (this[i] == EuropeanNumber && strong == ArabicLetter) this[i] = ArabicNumber;
        }

        for (var i = 0; i < _at.Length; i++)
        {
            if (this[i] == ArabicLetter) this[i] = RightToLeft;
        }
    }

    /// <summary>W4.</summary>
    private void ResolveSeparators()
    {
        for (var i = 1; i + 1 < _at.Length; i++)
        {
            var (before, after) = (this[i - 1], this[i + 1]);
            if (before != after) continue;
            if (before == EuropeanNumber && this[i] is EuropeanSeparator or CommonSeparator) this[i] = EuropeanNumber;
            else if (before == ArabicNumber && this[i] == CommonSeparator) this[i] = ArabicNumber;
        }
    }

    /// <summary>W5 and W6.</summary>
    private void ResolveTerminators()
    {
        for (var i = 0; i < _at.Length;)
        {
            if (this[i] != EuropeanTerminator)
            {
                i++;
                continue;
            }

            var end = i;
            while (end < _at.Length && this[end] == EuropeanTerminator) end++;
            var joins = (i > 0 && this[i - 1] == EuropeanNumber) || (end < _at.Length && this[end] == EuropeanNumber);
            for (; i < end; i++) this[i] = joins ? EuropeanNumber : OtherNeutral;
        }

        for (var i = 0; i < _at.Length; i++)
        {
            if (this[i] is EuropeanSeparator or CommonSeparator) this[i] = OtherNeutral;
        }
    }

    /// <summary>W7.</summary>
    private void ResolveLatinNumbers()
    {
        var strong = run.Start;
        for (var i = 0; i < _at.Length; i++)
        {
            if (this[i] is LeftToRight or RightToLeft) strong = this[i];
            else if (this[i] == EuropeanNumber && strong == LeftToRight) this[i] = LeftToRight;
        }
    }

    /// <summary>N0.</summary>
    private void ResolveBrackets()
    {
        foreach (var (open, close) in Pairs())
        {
            if (DirectionInside(open, close) is not { } inside) continue;
            var direction = inside == _embedding ? _embedding : StrongBefore(open) == inside ? inside : _embedding;
            Settle(open, direction);
            Settle(close, direction);
        }
    }

    /// <summary>BD16: pairs by their opening brackets.</summary>
    private List<(int Open, int Close)> Pairs()
    {
        var pairs = new List<(int Open, int Close)>();
        var open = new List<(int Closing, int At)>();
        for (var i = 0; i < _at.Length; i++)
        {
            if (this[i] != OtherNeutral) continue;
            if (BidiBrackets.ClosingOf(text[_at[i]]) is not 0 and var closing)
            {
                if (open.Count == MostOpen) break;
                open.Add((closing, i));
            }
            else if (BidiBrackets.ClosingItself(text[_at[i]]) is not 0 and var own && open.FindLastIndex(one => one.Closing == own) is >= 0 and var found)
            {
                pairs.Add((open[found].At, i));
                open.RemoveRange(found, open.Count - found);
            }
        }

        pairs.Sort();
        return pairs;
    }

    /// <summary>The embedding's direction where anything inside has it; else the other, where anything has that.</summary>
    private BidiClass? DirectionInside(int open, int close)
    {
        BidiClass? found = null;
        for (var i = open + 1; i < close; i++)
        {
            if (StrongOf(this[i]) is not { } strong) continue;
            if (strong == _embedding) return strong;
            found = strong;
        }

        return found;
    }

    /// <summary>The last strong direction before a bracket. Pairs come in their order, so that what is passed is settled and looked at once.</summary>
    private BidiClass StrongBefore(int open)
    {
        for (; _passed < open; _passed++) _strong = StrongOf(this[_passed]) ?? _strong;
        return _strong;
    }

    private static BidiClass? StrongOf(BidiClass one) => one switch
    {
        LeftToRight => LeftToRight,
        RightToLeft or ArabicNumber or EuropeanNumber => RightToLeft,
        _ => null,
    };

    /// <summary>A bracket, and the marks on it, take a direction.</summary>
    private void Settle(int bracket, BidiClass direction)
    {
        this[bracket] = direction;
        for (var i = bracket + 1; i < _at.Length && (_before[i] == NonspacingMark || _before[i] == BoundaryNeutral); i++) this[i] = direction;
    }

    /// <summary>N1 and N2.</summary>
    private void ResolveNeutrals()
    {
        for (var i = 0; i < _at.Length;)
        {
            if (!IsNeutral(this[i]))
            {
                i++;
                continue;
            }

            var end = i;
            while (end < _at.Length && IsNeutral(this[end])) end++;
            var before = i == 0 ? run.Start : StrongOf(this[i - 1])!.Value;
            var after = end == _at.Length ? run.End : StrongOf(this[end])!.Value;
            var direction = before == after ? before : _embedding;
            for (; i < end; i++) this[i] = direction;
        }
    }

    private static bool IsNeutral(BidiClass one) => one is
        ParagraphSeparator or SegmentSeparator or WhiteSpace or OtherNeutral or LeftToRightIsolate or RightToLeftIsolate or FirstStrongIsolate or PopDirectionalIsolate;
}
