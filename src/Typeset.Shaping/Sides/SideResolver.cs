using System.Buffers;
using System.Runtime.InteropServices;
using Typeset.Shaping.Runs;

namespace Typeset.Shaping.Sides;

/// <summary>What the text on one side of a character is.</summary>
internal enum SideContext : byte { Unknown, Han, Latin }

/// <summary>Decides the sides of a text that has ambiguous characters, in a few passes over it.</summary>
internal ref struct SideResolver
{
    private readonly ReadOnlySpan<char> _text;
    private readonly Span<SideClass> _classes;
    private readonly Span<SideContext> _before;
    private readonly Span<SideContext> _behind;
    private readonly TextSide _default;

    private SideResolver(ReadOnlySpan<char> text, Span<byte> classes, Span<byte> before, Span<byte> behind)
    {
        _text = text;
        _classes = MemoryMarshal.Cast<byte, SideClass>(classes);
        _before = MemoryMarshal.Cast<byte, SideContext>(before);
        _behind = MemoryMarshal.Cast<byte, SideContext>(behind);
        Classify();
        _default = DefaultSide();
        LookForwards();
        LookBackwards();
    }

    public static void Resolve(ReadOnlySpan<char> text, Span<TextSide> sides)
    {
        var rented = ArrayPool<byte>.Shared.Rent(text.Length * 3);
        var length = text.Length;
        var room = rented.AsSpan(0, length * 3);
        var resolver = new SideResolver(text, room[..length], room.Slice(length, length), room[(2 * length)..]);
        resolver.Decide(sides);
        QuotePairs.Decide(text, resolver._classes, resolver._before, resolver._behind, resolver._default, sides);
        resolver.Inherit(sides);
        ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>The side of a character that decides for itself.</summary>
    public static TextSide SideOf(SideClass sideClass) => sideClass switch
    {
        SideClass.Han or SideClass.HanStop or SideClass.HanSpace => TextSide.Han,
        SideClass.Space or SideClass.Break => TextSide.Space,
        _ => TextSide.Latin,
    };

    private readonly void Classify()
    {
        for (var i = 0; i < _text.Length;)
        {
            var at = i;
            var sideClass = SideClasses.Of(RunReader.ReadCodePoint(_text, ref i));
            if (sideClass == SideClass.LatinStop && !EndsSentence(at)) sideClass = SideClass.LatinMark;
            _classes[at..i].Fill(sideClass);
        }
    }

    private readonly bool EndsSentence(int at) => at + 1 == _text.Length || _text[at + 1] <= ' ';

    private readonly TextSide DefaultSide()
    {
        if (_classes.ContainsAny(SideClass.Han, SideClass.HanStop)) return TextSide.Han;
        return _classes.ContainsAny(SideClass.Latin, SideClass.Digit) ? TextSide.Latin : TextSide.Han;
    }

    private readonly void LookForwards()
    {
        var context = SideContext.Unknown;
        for (var i = 0; i < _classes.Length; i++)
        {
            _before[i] = context;
            context = _classes[i] switch
            {
                SideClass.Han => SideContext.Han,
                SideClass.Latin => SideContext.Latin,
                SideClass.HanStop or SideClass.LatinStop or SideClass.Break => SideContext.Unknown,
                _ => context,
            };
        }
    }

    private readonly void LookBackwards()
    {
        var context = SideContext.Unknown;
        for (var i = _classes.Length - 1; i >= 0; i--)
        {
            _behind[i] = context;
            context = _classes[i] switch
            {
                SideClass.Han or SideClass.HanStop => SideContext.Han,
                SideClass.Latin => SideContext.Latin,
                SideClass.LatinStop or SideClass.Break => SideContext.Unknown,
                _ => context,
            };
        }
    }

    private readonly void Decide(Span<TextSide> sides)
    {
        for (var i = 0; i < sides.Length; i++)
        {
            sides[i] = _classes[i] switch
            {
                SideClass.Link when IsDoubled(i) => TextSide.Han,
                SideClass.Link or SideClass.NameDot or SideClass.Symbol => ByContext(i),
                SideClass.UnitSign => HasLatinBehind(i) ? TextSide.Latin : ByContext(i),
                var decided => SideOf(decided),
            };
        }

        DecideNameDots(sides);
    }

    private readonly bool IsDoubled(int i) =>
        (i > 0 && _text[i - 1] == _text[i]) || (i + 1 < _text.Length && _text[i + 1] == _text[i]) || _text[i] is '\u2e3a' or '\u2e3b';

    private readonly bool HasLatinBehind(int i) => i + 1 < _classes.Length && _classes[i + 1] == SideClass.Latin;

    private readonly TextSide ByContext(int i) => (_before[i], _behind[i]) switch
    {
        (SideContext.Han, _) or (_, SideContext.Han) => TextSide.Han,
        (SideContext.Latin, SideContext.Latin) => TextSide.Latin,
        _ => _default,
    };

    /// <summary>J·K·罗琳: a name with any Han has Han dots.</summary>
    private readonly void DecideNameDots(Span<TextSide> sides)
    {
        for (int start = 0, end; start < sides.Length; start = end + 1)
        {
            for (end = start; end < sides.Length && IsOfName(_classes[end]); end++) { }
            var name = _classes[start..end];
            if (!name.Contains(SideClass.NameDot) || !name.Contains(SideClass.Han)) continue;
            for (var i = start; i < end; i++)
            {
                if (_classes[i] == SideClass.NameDot) sides[i] = TextSide.Han;
            }
        }
    }

    private static bool IsOfName(SideClass sideClass) => sideClass is SideClass.Han or SideClass.Latin or SideClass.Digit or SideClass.NameDot or SideClass.Inherited;

    private readonly void Inherit(Span<TextSide> sides)
    {
        for (var i = 0; i < sides.Length; i++)
        {
            if (_classes[i] == SideClass.Inherited) sides[i] = i > 0 ? sides[i - 1] : FirstSide(sides);
        }
    }

    private readonly TextSide FirstSide(ReadOnlySpan<TextSide> sides)
    {
        var first = _classes.IndexOfAnyExcept(SideClass.Inherited);
        return first < 0 ? TextSide.Latin : sides[first];
    }
}
