using System.Collections.Immutable;
using System.Globalization;
using Typeset.OpenType;

namespace Typeset.Docx.Fonts;

/// <summary>
/// Finds a family and one of four styles for each face, as a word processor asks for faces. Weights that its four styles have no
/// place for are families of their own already (OpenType, "name", id 1); two faces that still meet are told apart by a number.
/// </summary>
internal static class FaceNaming
{
    /// <summary>The names of faces in their order; no two have the same family and style.</summary>
    public static ImmutableArray<FontNames> NamesOf(IEnumerable<FontFace> faces)
    {
        var taken = new HashSet<(string, bool, bool)>();
        var names = ImmutableArray.CreateBuilder<FontNames>();
        foreach (var face in faces)
        {
            var own = Clean(FontNames.Of(face));
            var free = own;
            for (var i = 2; !taken.Add((free.Family, free.IsBold, free.IsItalic)); i++)
            {
                free = own with { Family = string.Create(CultureInfo.InvariantCulture, $"{own.Family} {i}") };
            }

            names.Add(free);
        }

        return names.ToImmutable();
    }

    // Lists of families are parted by semicolons and commas, and w:name holds 31 characters (ECMA-376 part 1, §17.8.3.10).
    private static FontNames Clean(FontNames names)
    {
        var family = string.Concat(names.Family.Where(static letter => letter is not (';' or ',') && !char.IsControl(letter) && !char.IsSurrogate(letter))).Trim();
        return names with { Family = family.Length switch { 0 => "Typeset", > 28 => family[..28].TrimEnd(), _ => family } };
    }
}
