namespace Typeset.Unicode;

/// <summary>Brackets that pair, and what stands for a mark in text that runs from right to left.</summary>
public static class BidiBrackets
{
    /// <summary>Opening and closing brackets one after the other: Bidi_Paired_Bracket (BidiBrackets.txt, Unicode 16.0).</summary>
    private const string Pairs =
        "()[]{}\u0F3A\u0F3B\u0F3C\u0F3D\u169B\u169C\u2045\u2046\u207D\u207E\u208D\u208E\u2308\u2309\u230A\u230B\u2329\u232A\u2768\u2769\u276A\u276B\u276C\u276D\u276E\u276F"
        + "\u2770\u2771\u2772\u2773\u2774\u2775\u27C5\u27C6\u27E6\u27E7\u27E8\u27E9\u27EA\u27EB\u27EC\u27ED\u27EE\u27EF\u2983\u2984\u2985\u2986\u2987\u2988\u2989\u298A"
        + "\u298B\u298C\u298D\u2990\u298F\u298E\u2991\u2992\u2993\u2994\u2995\u2996\u2997\u2998\u29D8\u29D9\u29DA\u29DB\u29FC\u29FD\u2E22\u2E23\u2E24\u2E25\u2E26\u2E27"
        + "\u2E28\u2E29\u2E55\u2E56\u2E57\u2E58\u2E59\u2E5A\u2E5B\u2E5C\u3008\u3009\u300A\u300B\u300C\u300D\u300E\u300F\u3010\u3011\u3014\u3015\u3016\u3017\u3018\u3019"
        + "\u301A\u301B\uFE59\uFE5A\uFE5B\uFE5C\uFE5D\uFE5E\uFF08\uFF09\uFF3B\uFF3D\uFF5B\uFF5D\uFF5F\uFF60\uFF62\uFF63";

    /// <summary>Marks that are no brackets and face the other way too (BidiMirroring.txt): guillemets, and signs of order.</summary>
    private const string OtherMirrors = "«»‹›<>≤≥";

    private static readonly Dictionary<char, char> Mirrors = MirrorsOf(Pairs + OtherMirrors);

    /// <summary>The character whose glyph shows this one in text from right to left (L4): ( for ); the character itself where it faces neither way.</summary>
    public static char MirrorOf(char character) => Mirrors.GetValueOrDefault(character, character);

    /// <summary>The closing bracket that an opening one waits for, 0 for any other character; canonical equivalents are one.</summary>
    internal static int ClosingOf(int codePoint) => IndexOf(codePoint) is >= 0 and var at && at % 2 == 0 ? Canonical(Pairs[at + 1]) : 0;

    /// <summary>A closing bracket as an opening one waits for it; 0 for any other character.</summary>
    internal static int ClosingItself(int codePoint) => IndexOf(codePoint) is >= 0 and var at && at % 2 == 1 ? Canonical(codePoint) : 0;

    private static int IndexOf(int codePoint) => codePoint > char.MaxValue ? -1 : Pairs.IndexOf((char)codePoint);

    private static int Canonical(int codePoint) => codePoint == 0x232A ? 0x3009 : codePoint;

    private static Dictionary<char, char> MirrorsOf(string pairs)
    {
        var mirrors = new Dictionary<char, char>();
        for (var i = 0; i < pairs.Length; i += 2) (mirrors[pairs[i]], mirrors[pairs[i + 1]]) = (pairs[i + 1], pairs[i]);
        return mirrors;
    }
}
