namespace Typeset.Testing;

/// <summary>
/// The bark of a cypress as the sample booklet shows it, drawn: strips that run up the stem, with fissures between them, lit from the upper left. Sums
/// and products alone, so that every machine draws the same.
/// </summary>
public static class BarkPicture
{
    /// <summary>Prints 63 mm wide at 322 ppi.</summary>
    private const int Width = 800, Height = 1200;

    private const int Quality = 62;

    /// <summary>The picture as JPEG.</summary>
    public static byte[] Jpeg() => new RealJpeg(Width, Height, 3) { Pixel = PixelAt, Quality = Quality }.Bytes();

    private static byte[] PixelAt(int x, int y)
    {
        var relief = Relief(x, y);
        var light = 1 + 2.2 * (relief - Relief(x + 2, y + 1));
        var depth = 0.35 + 0.65 * relief;
        var hue = Noise(x / 90.0, y / 300.0, 7);
        return [Tone((150 + 34 * hue) * depth * light), Tone((116 + 20 * hue) * depth * light), Tone((84 + 8 * hue) * depth * light)];
    }

    /// <summary>How high the bark stands, from 0 in a fissure to 1.</summary>
    private static double Relief(double x, double y)
    {
        var drift = 26 * Noise(x / 140, y / 380, 1) + 9 * Noise(x / 50, y / 150, 2);
        var strip = (x + drift) / 46;
        var fissure = Math.Abs(Noise(strip, y / 520, 3) - 0.5) * 5 + 0.25 * Noise(strip * 3, y / 90, 4);
        var fibres = 0.22 * Noise((x + drift) / 4, y / 60, 5) + 0.08 * Noise(x / 2.0, y / 9, 6);
        return Math.Clamp(Math.Min(fissure, 0.78) + fibres, 0, 1);
    }

    /// <summary>Values at whole places that have nothing to do with each other, and a smooth way between them; from 0 to 1.</summary>
    private static double Noise(double x, double y, uint seed)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (u, v) = (Smooth(x - left), Smooth(y - top));
        var upper = At(left, top, seed) * (1 - u) + At(left + 1, top, seed) * u;
        var lower = At(left, top + 1, seed) * (1 - u) + At(left + 1, top + 1, seed) * u;
        return upper * (1 - v) + lower * v;
    }

    private static double Smooth(double t) => t * t * (3 - 2 * t);

    private static double At(int x, int y, uint seed)
    {
        var mixed = (uint)x * 374761393u + (uint)y * 668265263u + seed * 2246822519u;
        mixed = (mixed ^ (mixed >> 13)) * 1274126177u;
        return ((mixed ^ (mixed >> 16)) & 0xFFFF) / 65535.0;
    }

    private static byte Tone(double value) => (byte)Math.Clamp(value, 0, 255);
}
