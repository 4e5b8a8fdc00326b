namespace Typeset.Pdf.Colour;

/// <summary>A curve from [0, 1] to [0, 1] as equally spaced samples with straight lines between them.</summary>
internal sealed class ToneCurve(double[] samples)
{
    /// <summary>Parametric and gamma curves are sampled so finely that 8-bit colours come out the same.</summary>
    private const int Fineness = 4096;

    public static readonly ToneCurve Straight = new([0, 1]);

    public double At(double x)
    {
        var place = Math.Clamp(x, 0, 1) * (samples.Length - 1);
        var below = (int)place;
        if (below >= samples.Length - 1) return samples[^1];
        return samples[below] + (samples[below + 1] - samples[below]) * (place - below);
    }

    /// <summary>Samples of so many entries of an 8- or 16-bit table.</summary>
    public static ToneCurve OfTable(IccReader tag, long at, int count, bool wide)
    {
        if (count < 2) throw new IccFormatException("one of its curves has too few points");
        var samples = new double[count];
        for (var i = 0; i < count; i++) samples[i] = wide ? tag.UInt16(at + i * 2L) / 65535.0 : tag.Byte(at + i) / 255.0;
        return new ToneCurve(samples);
    }

    /// <summary>Reads <c>curv</c> or <c>para</c> (ICC.1:2010 §10.5, §10.15) and the bytes it takes.</summary>
    public static ToneCurve Read(IccReader tag, long at, out long length)
    {
        switch (tag.Signature(at))
        {
            case "curv": return ReadSampled(tag, at, out length);
            case "para": return ReadParametric(tag, at, out length);
            default: throw new IccFormatException("one of its curves is of an unknown kind");
        }
    }

    private static ToneCurve ReadSampled(IccReader tag, long at, out long length)
    {
        var count = tag.UInt32(at + 8);
        length = 12 + count * 2L;
        if (count > 65_536) throw new IccFormatException("one of its curves makes no sense");
        return count switch
        {
            0 => Straight,
            1 => OfPower(tag.UInt16(at + 12) / 256.0),
            _ => OfTable(tag, at + 12, (int)count, wide: true),
        };
    }

    private static ToneCurve OfPower(double gamma) => Sampled(x => Power.Of(x, gamma));

    private static ToneCurve ReadParametric(IccReader tag, long at, out long length)
    {
        ReadOnlySpan<int> counts = [1, 3, 4, 5, 7];
        var kind = tag.UInt16(at + 8);
        if (kind >= counts.Length) throw new IccFormatException("one of its curves is of an unknown kind");
        length = 12 + counts[kind] * 4;
        var p = new double[7];
        for (var i = 0; i < counts[kind]; i++) p[i] = tag.Fixed(at + 12 + i * 4);
        var (g, a, b, c, d, e, f) = (p[0], kind == 0 ? 1 : p[1], p[2], p[3], p[4], p[5], p[6]);
        return Sampled(kind switch
        {
            0 => x => Power.Of(x, g),
            1 => x => a * x + b >= 0 ? Power.Of(a * x + b, g) : 0,
            2 => x => (a * x + b >= 0 ? Power.Of(a * x + b, g) : 0) + c,
            3 => x => x >= d ? Power.Of(a * x + b, g) : c * x,
            _ => x => x >= d ? Power.Of(a * x + b, g) + e : c * x + f,
        });
    }

    private static ToneCurve Sampled(Func<double, double> curve)
    {
        var samples = new double[Fineness + 1];
        for (var i = 0; i <= Fineness; i++) samples[i] = Math.Clamp(curve(i / (double)Fineness), 0, 1);
        return new ToneCurve(samples);
    }
}

/// <summary>Powers from sums and products alone, so that every machine gives the same bits.</summary>
internal static class Power
{
    private const double Ln2 = 0.69314718055994530942;

    public static double Of(double x, double exponent) => x <= 0 ? 0 : Exp(exponent * Log(x));

    public static double CubeRoot(double x)
    {
        if (x <= 0) return 0;
        var root = Exp(Log(x) / 3);
        return root - (root * root * root - x) / (3 * root * root);
    }

    private static double Log(double x)
    {
        var exponent = 0;
        for (; x > 1.5; x /= 2) exponent++;
        for (; x < 0.75; x *= 2) exponent--;
        var (t, sum) = ((x - 1) / (x + 1), 0.0);
        var power = t;
        for (var k = 1; k < 40; k += 2, power *= t * t) sum += power / k;
        return 2 * sum + exponent * Ln2;
    }

    private static double Exp(double x)
    {
        var whole = (int)Math.Floor(x / Ln2 + 0.5);
        var rest = x - whole * Ln2;
        var (term, sum) = (1.0, 1.0);
        for (var k = 1; k < 20; k++) sum += term *= rest / k;
        for (; whole > 0; whole--) sum *= 2;
        for (; whole < 0; whole++) sum /= 2;
        return sum;
    }
}
