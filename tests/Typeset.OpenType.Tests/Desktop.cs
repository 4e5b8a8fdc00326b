namespace Typeset.OpenType.Tests;

/// <summary>Files that outlive their making.</summary>
internal static class Desktop
{
    public static byte[] Write(FontFace face, FontNames names, IEnumerable<int> characters)
    {
        using var file = DesktopFont.Write(face, names, characters);
        return file.Bytes.ToArray();
    }

    public static byte[] WriteWhole(FontFace face, FontNames names)
    {
        using var file = DesktopFont.WriteWhole(face, names);
        return file.Bytes.ToArray();
    }
}
