using Typeset.Core;
using Typeset.OpenType;
using Typeset.Shaping.Normalization;
using Typeset.Unicode;

namespace Typeset.Shaping.Runs;

/// <summary>
/// Shapes one stretch: cuts it where the side, and with it the face, changes; sets characters that no neighbour changes straight from
/// the cache, and sends the rest through the lookups, in pieces cut where no lookup looks across.
/// </summary>
internal ref struct StretchShaper
{
    /// <summary>Longer pieces are cut, so that time stays linear in the text whatever it holds.</summary>
    private const int LongestPiece = 1024;

    /// <summary>More marks than this on one letter are taken for letters of their own.</summary>
    private const int LongestCluster = 256;

    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<TextSide> _sides;
    private readonly TextSetting _setting;
    private readonly ShapedTextBuilder _into;
    private readonly int _firstCluster;
    private readonly RunShaper _runs;
    private readonly Complaints _complaints;

    private TextSide _side;
    private int _first;
    private ShapingPlan _plan = null!;

    public StretchShaper(ReadOnlySpan<char> text, ReadOnlySpan<TextSide> sides, TextSetting setting, ShapedTextBuilder into, int firstCluster, RunShaper runs, Complaints complaints)
    {
        _text = text;
        _sides = sides;
        (_setting, _into, _firstCluster, _runs, _complaints) = (setting, into, firstCluster, runs, complaints);
    }

    public void Run()
    {
        for (var start = 0; start < _text.Length;)
        {
            _side = FontSideAt(start);
            var end = start + 1;
            while (end < _text.Length && FontSideAt(end) == _side) end++;
            _first = _setting.Stack.FirstOf(_side);
            _plan = _setting.Stack.PlanAt(_side, _first, _setting.Options)!;
            ShapeSide(start, end);
            if (_plan.Face.Problem is not null) _complaints.Reports.Unreadable(_plan.Face);
            start = end;
        }
    }

    /// <summary>Spaces are set in the Latin face.</summary>
    private readonly TextSide FontSideAt(int index) => _sides[index] == TextSide.Han ? TextSide.Han : TextSide.Latin;

    private readonly ShapingPlan? PlanAt(int index) => index == _first ? _plan : _setting.Stack.PlanAt(_side, index, _setting.Options);

    private void ShapeSide(int start, int end)
    {
        var whole = _plan.HasFractions && _text[start..end].Contains('\u2044');
        while (start < end)
        {
            if (!whole) start = SetPlain(start, end);
            if (start < end) start = ShapePiece(start, end, whole);
        }
    }

    /// <summary>Sets characters from the cache until one needs more; gives where that one begins, its base where it is a mark.</summary>
    private readonly int SetPlain(int start, int end)
    {
        var scale = new Scale(_setting.Size, _plan.Face.Face.UnitsPerEm);
        var face = _into.NumberOf(_plan.Face.Face);
        var characters = _plan.Characters;
        var glyphs = _into.Extend(end - start);
        var (count, last) = (0, start);
        for (var i = start; i < end;)
        {
            var at = i;
            var codePoint = RunReader.ReadCodePoint(_text[..end], ref i);
            var entry = characters.EntryOf(codePoint);
            if (!entry.IsPlain || codePoint == RunReader.Replacement)
            {
                var back = entry.Attaches && at > start;
                _into.Shrink(end - start - count + (back ? 1 : 0));
                return back ? last : at;
            }

            glyphs[count++] = new ShapedGlyph(entry.Glyph, face, _sides[at], scale.Of(entry.Advance), scale.Of(entry.XOffset), -scale.Of(entry.YOffset), _firstCluster + at);
            last = at;
        }

        _into.Shrink(end - start - count);
        return end;
    }

    /// <summary>Sends the clusters from <paramref name="start"/> on through the lookups, as far as they hang together and share a face; gives where they end.</summary>
    private int ShapePiece(int start, int end, bool whole)
    {
        var next = ClusterEnd(start, end);
        var choice = Choose(start, next);
        whole |= choice == _first && _plan.Characters.NeedsWholeRuns;
        while (next < end && next - start < LongestPiece)
        {
            var clusterEnd = ClusterEnd(next, end);
            if (!whole && choice == _first && IsAlone(next, clusterEnd)) break;
            if (Choose(next, clusterEnd) != choice) break;
            next = clusterEnd;
        }

        var plan = (choice < 0 ? _plan : PlanAt(choice))!;
        SetPiece(plan, start, next);
        if (choice != _first || _text[start..next].ContainsAnyInRange('\ud800', '\ufffd')) Complain(plan, start, next);
        return next;
    }

    private readonly bool IsAlone(int start, int clusterEnd)
    {
        var entry = _plan.Characters.EntryOf(RunReader.ReadCodePoint(_text[..clusterEnd], ref start));
        return entry.IsPlain && start == clusterEnd;
    }

    /// <summary>Behind the character at <paramref name="start"/> and all that attaches to it.</summary>
    private readonly int ClusterEnd(int start, int end)
    {
        var text = _text[..end];
        RunReader.ReadCodePoint(text, ref start);
        for (var longest = Math.Min(end, start + LongestCluster); start < longest;)
        {
            var next = start;
            if (!_plan.Characters.EntryOf(RunReader.ReadCodePoint(text, ref next)).Attaches) break;
            start = next;
        }

        return start;
    }

    /// <summary>The first face that has the whole cluster, else the first that has its base, else −1.</summary>
    private readonly int Choose(int start, int end)
    {
        var cluster = _text[start..end];
        for (var i = _first; i < _setting.Stack.Count; i++)
        {
            if (PlanAt(i) is { } plan && Covers(plan, cluster)) return i;
        }

        var baseLength = 0;
        RunReader.ReadCodePoint(cluster, ref baseLength);
        return baseLength < cluster.Length ? Choose(start, start + baseLength) : -1;
    }

    private static bool Covers(ShapingPlan plan, ReadOnlySpan<char> cluster)
    {
        var starter = 0;
        for (var i = 0; i < cluster.Length;)
        {
            var codePoint = RunReader.ReadCodePoint(cluster, ref i);
            var entry = plan.Characters.EntryOf(codePoint);
            if (entry.IsMissing)
            {
                starter = CanonicalForm.Compose(starter, codePoint);
                if (starter == 0 || plan.Characters.EntryOf(starter).IsMissing) return false;
            }
            else if (!entry.Attaches) starter = codePoint;
        }

        return true;
    }

    private readonly void SetPiece(ShapingPlan plan, int start, int end)
    {
        try
        {
            Append(plan, _runs.Shape(plan, _text[start..end], start));
        }
        catch (FontFormatException problem)
        {
            plan.Face.Note(problem);
            Append(plan, _runs.Shape(plan.Bare, _text[start..end], start));
        }

        if (plan.Face.Problem is not null) _complaints.Reports.Unreadable(plan.Face);
    }

    private readonly void Append(ShapingPlan plan, ReadOnlySpan<BufferGlyph> shaped)
    {
        var scale = new Scale(_setting.Size, plan.Face.Face.UnitsPerEm);
        var face = _into.NumberOf(plan.Face.Face);
        var glyphs = _into.Extend(shaped.Length);
        for (var i = 0; i < shaped.Length; i++)
        {
            ref readonly var glyph = ref shaped[i];
            glyphs[i] = new ShapedGlyph(
                glyph.Glyph, face, _sides[glyph.Cluster], scale.Of(glyph.Advance), scale.Of(glyph.XOffset), -scale.Of(glyph.YOffset), _firstCluster + glyph.Cluster);
        }
    }

    private readonly void Complain(ShapingPlan plan, int start, int end)
    {
        for (var i = start; i < end;)
        {
            var at = i;
            var codePoint = RunReader.ReadCodePoint(_text[..end], ref i);
            if (codePoint == RunReader.Replacement && char.IsSurrogate(_text[at])) _complaints.Reports.LoneSurrogate(_text[at], _complaints.At(at));
            else if (CharacterProperties.IsIgnorable(codePoint) || char.IsControl(_text[at])) continue;
            else if (plan.Characters.EntryOf(codePoint).IsMissing) _complaints.Reports.Missing(codePoint, _complaints.At(at));
            else if (BidiClass.Of(codePoint) == BidiClass.ArabicLetter) _complaints.Reports.Unjoined(_complaints.At(at));
            else if (plan != _plan && _plan.Characters.EntryOf(codePoint).IsMissing)
                _complaints.Reports.Substituted(codePoint, _plan.Face.Face, plan.Face.Face, _complaints.At(at));
        }
    }
}

/// <summary>Font units of a face at a type size.</summary>
internal readonly struct Scale(Length size, int unitsPerEm)
{
    private readonly long _size = size.Raw;
    private readonly int _unitsPerEm = unitsPerEm;

    /// <summary>In raw <see cref="Length"/> units; those of a whole em without a division.</summary>
    public int Of(int units)
    {
        if (units == 0) return 0;
        return units == _unitsPerEm ? (int)_size : (int)(_size * units / _unitsPerEm);
    }
}
