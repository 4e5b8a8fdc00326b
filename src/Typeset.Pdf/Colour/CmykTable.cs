namespace Typeset.Pdf.Colour;

/// <summary>From CIELAB to the inks of a press: a profile's <c>B2A1</c> (relative colorimetric), or <c>B2A0</c> where it has none.</summary>
internal sealed class CmykTable
{
    private readonly ColourGrid _grid;
    private readonly LabCoding _coding;

    private CmykTable(ColourGrid grid) => (_grid, _coding) = (grid, LabCoding.Of(grid));

    /// <exception cref="IccFormatException">The profile has no such table, or a broken one.</exception>
    public static CmykTable Of(IccProfile profile)
    {
        LabCoding.Require(profile);
        return new(ColourGrid.Read(profile.Tag("B2A1") ?? profile.Tag("B2A0") ?? throw new IccFormatException("it cannot tell inks from colours (no B2A table)"), 3, 4));
    }

    /// <summary>The inks of a colour, each in [0, 1].</summary>
    public void Inkings(double lightness, double a, double b, Span<double> inks)
    {
        Span<double> place = [lightness * _coding.Lightness, (a + 128) * _coding.Colour, (b + 128) * _coding.Colour];
        _grid.Map(place, inks);
    }
}

/// <summary>From the inks of a press to CIELAB: a profile's <c>A2B1</c> (relative colorimetric), or <c>A2B0</c> where it has none.</summary>
internal sealed class LabTable
{
    private readonly ColourGrid _grid;
    private readonly LabCoding _coding;

    private LabTable(ColourGrid grid) => (_grid, _coding) = (grid, LabCoding.Of(grid));

    /// <exception cref="IccFormatException">The profile has no such table, or a broken one.</exception>
    public static LabTable Of(IccProfile profile)
    {
        LabCoding.Require(profile);
        return new(ColourGrid.Read(profile.Tag("A2B1") ?? profile.Tag("A2B0") ?? throw new IccFormatException("it cannot tell colours from inks (no A2B table)"), 4, 3));
    }

    /// <summary>The colour of four inks, each in [0, 1]; they are used up.</summary>
    public (double L, double A, double B) Lab(Span<double> inks)
    {
        Span<double> lab = stackalloc double[3];
        _grid.Map(inks, lab);
        return (lab[0] / _coding.Lightness, lab[1] / _coding.Colour - 128, lab[2] / _coding.Colour - 128);
    }
}

/// <summary>How L* and a*, b* become [0, 1] (ICC.1:2010 §6.3.4.2; the 16-bit tables keep the coding of version 2 for ever, §10.8).</summary>
internal readonly record struct LabCoding(double Lightness, double Colour)
{
    public static LabCoding Of(ColourGrid grid) => grid.HasLegacyLab ? new(652.8 / 65535, 256.0 / 65535) : new(1 / 100.0, 1 / 255.0);

    public static void Require(IccProfile profile)
    {
        if (profile.ConnectionSpace != "Lab ") throw new IccFormatException("it does not connect through Lab");
    }
}
