namespace Typeset.OpenType;

/// <summary>What a desktop font is called (OpenType, "name", ids 1, 2 and 6) and which of a family's four styles it is.</summary>
/// <param name="Family">The family in a font menu; it holds four styles at most.</param>
/// <param name="IsBold">Whether it is the family's bold style.</param>
/// <param name="IsItalic">Whether it is the family's italic style.</param>
/// <param name="PostScript">At most 63 printable ASCII characters without spaces.</param>
public sealed record FontNames(string Family, bool IsBold, bool IsItalic, string PostScript)
{
    /// <summary>Regular, Bold, Italic or Bold Italic.</summary>
    public string Style => (IsBold, IsItalic) switch
    {
        (false, false) => "Regular",
        (true, false) => "Bold",
        (false, true) => "Italic",
        (true, true) => "Bold Italic",
    };

    /// <summary>What the face calls itself. Weights between regular and bold are regular styles of families of their own.</summary>
    public static FontNames Of(FontFace face) =>
        new(face.MenuName is { Length: > 0 } family ? family : face.PostScriptName, face.IsStyledBold, face.IsItalic, face.PostScriptName);
}
