namespace Typeset.Shaping.Tables;

/// <summary>Four-letter names of layout tables as the numbers they are stored as.</summary>
internal static class LayoutTags
{
    public static readonly uint DefaultScript = Of("DFLT");
    public static readonly uint LowercaseDefaultScript = Of("dflt");
    public static readonly uint LatinScript = Of("latn");
    public static readonly uint HanScript = Of("hani");
    public static readonly uint SimplifiedChinese = Of("ZHS ");

    public static uint Of(string tag) => (uint)tag[0] << 24 | (uint)tag[1] << 16 | (uint)tag[2] << 8 | tag[3];
}
