namespace Typeset.Pdf.Colour;

/// <summary>From RGB to CIELAB of D50.</summary>
internal abstract class RgbSource
{
    /// <summary>By curves and primaries where a profile has them, else by its table; null where it has neither that can be read.</summary>
    /// <exception cref="IccFormatException">A tag is broken.</exception>
    public static RgbSource? Of(IccProfile profile) => profile.ColourSpace == "RGB " ? MatrixSource.Read(profile) ?? TableSource.Read(profile) : null;

    public abstract (double L, double A, double B) Lab(byte red, byte green, byte blue);
}

/// <summary>Colours of a profile with a table to Lab, as scanners and some screens have: <c>A2B1</c> (relative colorimetric), or <c>A2B0</c> where it has none.</summary>
internal sealed class TableSource(ColourGrid grid) : RgbSource
{
    private readonly LabCoding _coding = LabCoding.Of(grid);

    public static RgbSource? Read(IccProfile profile) =>
        profile.ConnectionSpace == "Lab " && (profile.Tag("A2B1") ?? profile.Tag("A2B0")) is { } table ? new TableSource(ColourGrid.Read(table, 3, 3)) : null;

    public override (double L, double A, double B) Lab(byte red, byte green, byte blue)
    {
        Span<double> colour = [red / 255.0, green / 255.0, blue / 255.0];
        Span<double> lab = stackalloc double[3];
        grid.Map(colour, lab);
        return (lab[0] / _coding.Lightness, lab[1] / _coding.Colour - 128, lab[2] / _coding.Colour - 128);
    }
}

/// <summary>Colours of a matrix profile (ICC.1:2010 §F.3): three curves and three primaries.</summary>
internal sealed class MatrixSource : RgbSource
{
    private const double WhiteX = 0.9642, WhiteZ = 0.8249;

    private readonly double[][] _linear;
    private readonly double[] _matrix;

    private MatrixSource(double[][] linear, double[] matrix) => (_linear, _matrix) = (linear, matrix);

    public static RgbSource? Read(IccProfile profile)
    {
        if (profile.ConnectionSpace != "XYZ ") return null;
        var matrix = new double[9];
        var linear = new double[3][];
        for (var i = 0; i < 3; i++)
        {
            if (profile.Tag("rgb"[i] + "XYZ") is not { } primary || profile.Tag("rgb"[i] + "TRC") is not { } tone) return null;
            var reader = new IccReader(primary.Span, "primaries");
            for (var row = 0; row < 3; row++) matrix[row * 3 + i] = reader.Fixed(8 + row * 4);
            var curve = ToneCurve.Read(new IccReader(tone.Span, "tone curves"), 0, out _);
            linear[i] = [.. Enumerable.Range(0, 256).Select(v => curve.At(v / 255.0))];
        }

        return new MatrixSource(linear, matrix);
    }

    public override (double L, double A, double B) Lab(byte red, byte green, byte blue)
    {
        var (r, g, b) = (_linear[0][red], _linear[1][green], _linear[2][blue]);
        var x = Root((_matrix[0] * r + _matrix[1] * g + _matrix[2] * b) / WhiteX);
        var y = Root(_matrix[3] * r + _matrix[4] * g + _matrix[5] * b);
        var z = Root((_matrix[6] * r + _matrix[7] * g + _matrix[8] * b) / WhiteZ);
        return (116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    /// <summary>CIE 15: the cube root, with a straight line near black.</summary>
    private static double Root(double t) => t > 216.0 / 24389 ? Power.CubeRoot(t) : (24389.0 / 27 * t + 16) / 116;
}
