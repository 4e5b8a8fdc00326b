using static Typeset.Unicode.BidiClass;

namespace Typeset.Unicode;

/// <summary>Resolves the levels of one paragraph whose own level is 0, rule by rule.</summary>
internal sealed class BidiResolver
{
    private const int Deepest = 125;

    private readonly int[] _text;
    private readonly BidiClass[] _original;
    private readonly BidiClass[] _classes;
    private readonly byte[] _levels;
    private readonly int[] _match;

    public BidiResolver(int[] text)
    {
        _text = text;
        _original = [.. text.Select(static codePoint => BidiClass.Of(codePoint))];
        _classes = [.. _original];
        _levels = new byte[text.Length];
        _match = new int[text.Length];
    }

    public byte[] Resolve()
    {
        MatchIsolates();
        SetExplicitLevels();
        foreach (var sequence in IsolatingRuns()) new BidiSequence(_text, _classes, _levels, sequence).Resolve();
        SetImplicitLevels();
        CarryLevels();
        ResetWhitespace();
        return _levels;
    }

    /// <summary>BD9: which isolate initiator has which PDI; −1 for none.</summary>
    private void MatchIsolates()
    {
        var open = new Stack<int>();
        for (var i = 0; i < _text.Length; i++)
        {
            _match[i] = -1;
            if (IsInitiator(_original[i])) open.Push(i);
            else if (_original[i] == ParagraphSeparator) open.Clear();
            else if (_original[i] == PopDirectionalIsolate && open.TryPop(out var initiator)) (_match[i], _match[initiator]) = (initiator, i);
        }
    }

    private static bool IsInitiator(BidiClass one) => one is LeftToRightIsolate or RightToLeftIsolate or FirstStrongIsolate;

    /// <summary>X9: what has no place in the order.</summary>
    private static bool IsRemoved(BidiClass one) =>
        one is LeftToRightEmbedding or RightToLeftEmbedding or LeftToRightOverride or RightToLeftOverride or PopDirectionalFormat or BoundaryNeutral;

    private readonly record struct Status(byte Level, BidiClass? Override, bool IsIsolate);

    /// <summary>X1 to X8.</summary>
    private void SetExplicitLevels()
    {
        var stack = new Stack<Status>([new Status(0, null, false)]);
        var (lostIsolates, lostEmbeddings, isolates) = (0, 0, 0);
        for (var i = 0; i < _text.Length; i++)
        {
            var top = stack.Peek();
            _levels[i] = top.Level;
            switch (_original[i])
            {
                case RightToLeftEmbedding or LeftToRightEmbedding or RightToLeftOverride or LeftToRightOverride:
                    Embed(_original[i]);
                    break;
                case RightToLeftIsolate or LeftToRightIsolate or FirstStrongIsolate:
                    Override(i, top);
                    Isolate(_original[i] == RightToLeftIsolate || (_original[i] == FirstStrongIsolate && IsRightToLeft(i)));
                    break;
                case PopDirectionalIsolate:
                    EndIsolate();
                    _levels[i] = stack.Peek().Level;
                    Override(i, stack.Peek());
                    break;
                case PopDirectionalFormat:
                    EndEmbedding(top);
                    _levels[i] = stack.Peek().Level;
                    break;
                case ParagraphSeparator:
                    _levels[i] = 0;
                    (lostIsolates, lostEmbeddings, isolates) = (0, 0, 0);
                    stack = new Stack<Status>([new Status(0, null, false)]);
                    break;
                case BoundaryNeutral:
                    break;
                default:
                    Override(i, top);
                    break;
            }
        }

        void Embed(BidiClass one)
        {
            var level = Next(stack.Peek().Level, one is RightToLeftEmbedding or RightToLeftOverride);
            if (level > Deepest || lostIsolates > 0 || lostEmbeddings > 0)
            {
                if (lostIsolates == 0) lostEmbeddings++;
                return;
            }

            stack.Push(new Status(level, one == RightToLeftOverride ? RightToLeft : one == LeftToRightOverride ? LeftToRight : null, false));
        }

        void Isolate(bool rightToLeft)
        {
            var level = Next(stack.Peek().Level, rightToLeft);
            if (level > Deepest || lostIsolates > 0 || lostEmbeddings > 0)
            {
                lostIsolates++;
                return;
            }

            isolates++;
            stack.Push(new Status(level, null, true));
        }

        void EndIsolate()
        {
            if (lostIsolates > 0)
            {
                lostIsolates--;
                return;
            }

            if (isolates == 0) return;
            lostEmbeddings = 0;
            while (!stack.Pop().IsIsolate) { }
            isolates--;
        }

        void EndEmbedding(Status top)
        {
            if (lostIsolates > 0) return;
            if (lostEmbeddings > 0) lostEmbeddings--;
            else if (!top.IsIsolate && stack.Count > 1) stack.Pop();
        }
    }

    private static byte Next(byte level, bool rightToLeft) => (byte)(rightToLeft ? (level + 1) | 1 : (level + 2) & ~1);

    private void Override(int index, Status top)
    {
        if (top.Override is { } direction) _classes[index] = direction;
    }

    /// <summary>P2 and P3 for what an FSI isolates.</summary>
    private bool IsRightToLeft(int initiator)
    {
        var end = _match[initiator] < 0 ? _text.Length : _match[initiator];
        for (var i = initiator + 1; i < end; i++)
        {
            if (_original[i] == LeftToRight) return false;
            if (_original[i] is RightToLeft or ArabicLetter) return true;
            if (_original[i] == ParagraphSeparator) return false;
            if (!IsInitiator(_original[i])) continue;
            if (_match[i] < 0) return false;
            i = _match[i];
        }

        return false;
    }

    /// <summary>X10: level runs, joined across what they isolate, each with the direction of its ends.</summary>
    private IEnumerable<IsolatingRun> IsolatingRuns()
    {
        var kept = Enumerable.Range(0, _text.Length).Where(i => !IsRemoved(_original[i])).ToArray();
        var (runs, runOf) = LevelRuns(kept);
        foreach (var run in runs)
        {
            if (_original[run[0]] == PopDirectionalIsolate && _match[run[0]] >= 0) continue;
            var indices = new List<int>(run);
            while (IsInitiator(_original[indices[^1]]) && _match[indices[^1]] is >= 0 and var close) indices.AddRange(runs[runOf[close]]);
            yield return new IsolatingRun([.. indices], DirectionBefore(indices[0]), DirectionBehind(indices[^1]));
        }
    }

    private (List<int[]> Runs, Dictionary<int, int> RunOf) LevelRuns(int[] kept)
    {
        var (runs, runOf) = (new List<int[]>(), new Dictionary<int, int>());
        for (var start = 0; start < kept.Length;)
        {
            var end = start + 1;
            while (end < kept.Length && _levels[kept[end]] == _levels[kept[start]]) end++;
            if (_original[kept[start]] == PopDirectionalIsolate) runOf[kept[start]] = runs.Count;
            runs.Add(kept[start..end]);
            start = end;
        }

        return (runs, runOf);
    }

    private BidiClass DirectionBefore(int index)
    {
        var before = index - 1;
        while (before >= 0 && IsRemoved(_original[before])) before--;
        return Direction(Math.Max(_levels[index], before < 0 ? (byte)0 : _levels[before]));
    }

    private BidiClass DirectionBehind(int index)
    {
        var behind = index + 1;
        while (behind < _text.Length && IsRemoved(_original[behind])) behind++;
        var isOpen = IsInitiator(_original[index]);
        return Direction(Math.Max(_levels[index], isOpen || behind >= _text.Length ? (byte)0 : _levels[behind]));
    }

    private static BidiClass Direction(byte level) => (level & 1) == 0 ? LeftToRight : RightToLeft;

    /// <summary>I1 and I2.</summary>
    private void SetImplicitLevels()
    {
        for (var i = 0; i < _text.Length; i++)
        {
            if (IsRemoved(_original[i])) continue;
            var isOdd = (_levels[i] & 1) != 0;
            _levels[i] += _classes[i] switch
            {
                RightToLeft => (byte)(isOdd ? 0 : 1),
                ArabicNumber or EuropeanNumber => (byte)(isOdd ? 1 : 2),
                LeftToRight => (byte)(isOdd ? 1 : 0),
                _ => (byte)0,
            };
        }
    }

    /// <summary>What X9 removes goes with what stands before it (UAX #9 §5.2).</summary>
    private void CarryLevels()
    {
        for (var i = 0; i < _text.Length; i++)
        {
            if (IsRemoved(_original[i])) _levels[i] = i == 0 ? (byte)0 : _levels[i - 1];
        }
    }

    /// <summary>L1 for the paragraph as one line.</summary>
    private void ResetWhitespace()
    {
        var trails = true;
        for (var i = _text.Length - 1; i >= 0; i--)
        {
            var one = _original[i];
            if (one is SegmentSeparator or ParagraphSeparator) trails = true;
            else if (one != WhiteSpace && !IsInitiator(one) && one != PopDirectionalIsolate && !IsRemoved(one)) trails = false;
            if (trails) _levels[i] = 0;
        }
    }
}
