using System.Globalization;
using Typeset.OpenType;

namespace Typeset.Docx.Fonts;

/// <summary>What a font's maker allows (OpenType, "OS/2", fsType).</summary>
/// <remarks>
/// A document that can be edited may hold a font only if embedding is installable (no bit) or editable (bit 3). Where older fonts set
/// several bits, the most generous holds.
/// </remarks>
internal readonly record struct EmbeddingRights(int Bits)
{
    private const int Editable = 0x0008, AnyUse = 0x000E, NoSubset = 0x0100, BitmapsOnly = 0x0200;

    public static EmbeddingRights Of(FontFace face) => new(face.EmbeddingRights);

    public bool AllowsEditing => ((Bits & AnyUse) == 0 || (Bits & Editable) != 0) && (Bits & BitmapsOnly) == 0;

    public bool AllowsSubset => (Bits & NoSubset) == 0;

    public override string ToString() => Bits.ToString(CultureInfo.InvariantCulture);
}
