using System.Globalization;
using Typeset.Core;

namespace Typeset.Pages.Imposition;

/// <summary>Sizes as a press reads them: millimetres.</summary>
public static class SizeText
{
    /// <summary><c>210×297 mm</c>, at most one decimal.</summary>
    public static string Of(Size size) => string.Create(CultureInfo.InvariantCulture, $"{size.Width.Millimetres:0.#}×{size.Height.Millimetres:0.#} mm");

    /// <summary><c>4.9 mm</c>, at most two decimals.</summary>
    public static string Of(Length length) => string.Create(CultureInfo.InvariantCulture, $"{length.Millimetres:0.##} mm");
}
