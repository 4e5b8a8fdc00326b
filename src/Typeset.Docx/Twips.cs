using System.Globalization;
using Typeset.Core;

namespace Typeset.Docx;

/// <summary>Lengths as WordprocessingML takes them.</summary>
internal static class Twips
{
    public const int PerPoint = 20;

    /// <summary>The nearest whole twip (1/20 pt).</summary>
    public static int Of(Length length) => (int)((length.Raw * PerPoint + Length.PerPoint / 2) >> 16);

    public static string Text(Length length) => Text(Of(length));

    public static string Text(int twips) => twips.ToString(CultureInfo.InvariantCulture);

    /// <summary>The nearest half point, at least one: what type sizes are counted in.</summary>
    public static int HalfPoints(Length size) => Math.Max(1, (int)((size.Raw * 2 + Length.PerPoint / 2) >> 16));

    /// <summary>Eighths of a point, at least two where there is any: what rules are counted in.</summary>
    public static uint EighthPoints(Length weight) => (uint)Math.Max(2, (weight.Raw * 8 + Length.PerPoint / 2) >> 16);

    /// <summary>English metric units, 12,700 to a point: what drawings are counted in.</summary>
    public static long Emu(Length length) => (long)((Int128)length.Raw * 12700 / Length.PerPoint);
}
