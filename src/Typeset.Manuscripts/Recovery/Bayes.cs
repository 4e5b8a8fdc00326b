namespace Typeset.Manuscripts.Recovery;

/// <summary>Weights of evidence in decibans (I. J. Good): ten times the decimal logarithm of a likelihood ratio; 10 is ten to one, 20 a hundred to one.</summary>
internal static class Bayes
{
    /// <summary>How many observations a belief held before looking is worth.</summary>
    private const double PriorStrength = 1.5;

    /// <summary>Fewer observations of either hypothesis than this count only in part.</summary>
    private const double Enough = 5;

    /// <summary>No single kind of evidence weighs more: habits have exceptions.</summary>
    private const int Heaviest = 20;

    /// <summary>The weight for the first of two hypotheses of a sign seen <paramref name="inFirst"/> times of <paramref name="first"/>, and so on.</summary>
    public static int Weight(int inFirst, int first, int inSecond, int second, (double First, double Second) prior)
    {
        var belief = 10 * Math.Log10(prior.First / prior.Second);
        if (inFirst + inSecond == 0) return (int)Math.Round(belief);
        var p = (inFirst + PriorStrength * prior.First) / (first + PriorStrength);
        var q = (inSecond + PriorStrength * prior.Second) / (second + PriorStrength);
        var trust = Math.Min(1, Math.Min(first, second) / Enough);
        return Math.Clamp((int)Math.Round(trust * 10 * Math.Log10(p / q) + (1 - trust) * belief), -Heaviest, Heaviest);
    }
}
