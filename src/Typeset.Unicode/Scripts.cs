using System.Runtime.InteropServices;

namespace Typeset.Unicode;

/// <summary>Scripts of code points, UAX #24.</summary>
public static class Scripts
{
    private const int CodeLength = 4;

    extension(Script script)
    {
        /// <summary>The script of a character; <see cref="Script.Common"/> and <see cref="Script.Inherited"/> for shared ones.</summary>
        public static Script Of(int codePoint) => (Script)ScriptTable.Lookup(codePoint);

        /// <summary>The four ASCII letters of ISO 15924, such as <c>Hani</c>.</summary>
        public ReadOnlySpan<byte> IsoCode => ScriptCodes.Letters.Slice((int)script * CodeLength, CodeLength);
    }

    /// <summary>
    /// The scripts that a shared character is used with (Script_Extensions); empty where the character has only its
    /// <see cref="Script"/>. <c>、</c> is Common, and its extensions are Bopomofo, Han, Hangul, Hiragana, Katakana, Mongolian and Yi.
    /// </summary>
    public static ReadOnlySpan<Script> ExtensionsOf(int codePoint)
    {
        var set = ScriptSetTable.Lookup(codePoint);
        var (start, end) = (CodePointTrie.UInt16At(ScriptSets.Starts, set), CodePointTrie.UInt16At(ScriptSets.Starts, set + 1));
        return MemoryMarshal.Cast<byte, Script>(ScriptSets.Scripts[start..end]);
    }

    /// <summary>Whether a run of <paramref name="script"/> may hold the character, by its script or its extensions.</summary>
    public static bool IsUsedWith(int codePoint, Script script)
    {
        var extensions = ExtensionsOf(codePoint);
        if (!extensions.IsEmpty) return extensions.Contains(script);
        var own = Script.Of(codePoint);
        return own == script || own is Script.Common or Script.Inherited;
    }
}
