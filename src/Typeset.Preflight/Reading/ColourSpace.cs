namespace Typeset.Preflight.Reading;

/// <summary>The families of ISO 32000-1 §8.6.3.</summary>
internal enum ColourFamily { DeviceGray, DeviceRgb, DeviceCmyk, CalGray, CalRgb, Lab, Icc, Indexed, Separation, DeviceN, Pattern, Unknown }

/// <summary>A colour space (ISO 32000-1 §8.6).</summary>
/// <param name="Family">What kind it is.</param>
/// <param name="Components">Numbers in a colour; 0 where it cannot be told.</param>
/// <param name="Base">What an indexed space draws on, what a spot ink is imitated with, the alternate of an ICC profile, the colours of an uncoloured pattern.</param>
/// <param name="Inks">The names of the inks of a Separation or DeviceN space.</param>
/// <param name="Definition">The space's array or name.</param>
internal sealed record ColourSpace(ColourFamily Family, int Components, ColourSpace? Base, string[] Inks, PdfObject Definition)
{
    private const int Deepest = 4;

    public static readonly ColourSpace Gray = new(ColourFamily.DeviceGray, 1, null, [], PdfNull.Instance);
    public static readonly ColourSpace Rgb = new(ColourFamily.DeviceRgb, 3, null, [], PdfNull.Instance);
    public static readonly ColourSpace Cmyk = new(ColourFamily.DeviceCmyk, 4, null, [], PdfNull.Instance);
    private static readonly ColourSpace Unknown = new(ColourFamily.Unknown, 0, null, [], PdfNull.Instance);

    /// <summary>A space by its name or array; names are looked up in the resources.</summary>
    public static ColourSpace Read(PdfObject definition, PdfObject resources) => Read(definition, resources, 0);

    /// <summary>Whether colours come to be red, green and blue without a spot ink: DeviceRGB, CalRGB, an ICC profile of three, or Lab.</summary>
    public bool IsRgb => Family switch
    {
        ColourFamily.DeviceRgb or ColourFamily.CalRgb or ColourFamily.Lab => true,
        ColourFamily.Icc => Components == 3,
        ColourFamily.Indexed or ColourFamily.Pattern => Base is { IsRgb: true },
        _ => false,
    };

    /// <summary>Registration colour: every plate of the press.</summary>
    public bool IsRegistration => Inks is ["All"];

    /// <summary>This and the spaces that it rests on.</summary>
    public IEnumerable<ColourSpace> Chain()
    {
        for (var space = this; space is not null; space = space.Base) yield return space;
    }

    private static ColourSpace Read(PdfObject definition, PdfObject resources, int depth)
    {
        if (depth > Deepest) return Unknown;
        if (definition.AsName is { } name) return Named(name, resources, depth);
        var family = definition[0].AsName;
        return family switch
        {
            "ICCBased" => new(ColourFamily.Icc, definition[1]["N"].AsInteger ?? 0, definition[1].Dictionary?.Has("Alternate") == true ? Read(definition[1]["Alternate"], resources, depth + 1) : null, [], definition),
            "CalGray" => new(ColourFamily.CalGray, 1, null, [], definition),
            "CalRGB" => new(ColourFamily.CalRgb, 3, null, [], definition),
            "Lab" => new(ColourFamily.Lab, 3, null, [], definition),
            "Indexed" or "I" => new(ColourFamily.Indexed, 1, Read(definition[1], resources, depth + 1), [], definition),
            "Separation" => new(ColourFamily.Separation, 1, Read(definition[2], resources, depth + 1), [definition[1].AsName ?? ""], definition),
            "DeviceN" => DeviceN(definition, resources, depth),
            "Pattern" => new(ColourFamily.Pattern, 0, definition[1].IsNull ? null : Read(definition[1], resources, depth + 1), [], definition),
            not null => Named(family, resources, depth),
            _ => Unknown,
        };
    }

    private static ColourSpace DeviceN(PdfObject definition, PdfObject resources, int depth)
    {
        var inks = definition[1].Items.Take(64).Select(static ink => ink.AsName ?? "").ToArray();
        return new(ColourFamily.DeviceN, inks.Length, Read(definition[2], resources, depth + 1), inks, definition);
    }

    private static ColourSpace Named(string name, PdfObject resources, int depth) => name switch
    {
        "DeviceGray" or "G" or "CalGray" => Gray,
        "DeviceRGB" or "RGB" or "CalRGB" => Rgb,
        "DeviceCMYK" or "CMYK" => Cmyk,
        "Pattern" => new(ColourFamily.Pattern, 0, null, [], PdfNull.Instance),
        _ when resources["ColorSpace"][name] is var found and not PdfNull && found.AsName != name => Read(found, resources, depth + 1),
        _ => Unknown,
    };
}

/// <summary>A colour: its space and its components there.</summary>
internal sealed record ColourValue(ColourSpace Space, double[] Components)
{
    public static readonly ColourValue Black = new(ColourSpace.Gray, [0]);

    /// <summary>Ink on the sheet in per cent, all plates together; 0 where it cannot be told (RGB, ICC of three).</summary>
    public double TotalInk => 100 * Space.Family switch
    {
        ColourFamily.DeviceGray or ColourFamily.CalGray => 1 - Component(0),
        ColourFamily.DeviceCmyk => Component(0) + Component(1) + Component(2) + Component(3),
        ColourFamily.Icc when Space.Components == 4 => Component(0) + Component(1) + Component(2) + Component(3),
        ColourFamily.Icc when Space.Components == 1 => 1 - Component(0),
        ColourFamily.Separation or ColourFamily.DeviceN when !Space.IsRegistration => Components.Sum(),
        _ => 0,
    };

    /// <summary>Whether nothing is printed: white of a process space.</summary>
    public bool IsWhite => Space.Family switch
    {
        ColourFamily.DeviceGray => Component(0) >= 1,
        ColourFamily.DeviceRgb => Array.TrueForAll(Components, static c => c >= 1),
        ColourFamily.DeviceCmyk or ColourFamily.Separation or ColourFamily.DeviceN => Components.Length > 0 && Array.TrueForAll(Components, static c => c <= 0),
        ColourFamily.Icc when Space.Components == 4 => Array.TrueForAll(Components, static c => c <= 0),
        _ => false,
    };

    /// <summary>Whether black is mixed with other inks of the process: text in it shows coloured edges where plates are off.</summary>
    public bool IsRichBlack => Components.Length == 4 && Space.Components == 4 && Component(3) >= 0.5 && Component(0) + Component(1) + Component(2) > 0.1;

    /// <summary>About how it looks, as <c>#rrggbb</c>: inks taken as perfect filters, spot inks as black.</summary>
    public string Appearance => Space.Components switch
    {
        3 => Hex(Component(0), Component(1), Component(2)),
        4 => Hex((1 - Component(0)) * (1 - Component(3)), (1 - Component(1)) * (1 - Component(3)), (1 - Component(2)) * (1 - Component(3))),
        1 when Space.Family is ColourFamily.Separation => Hex(1 - Component(0), 1 - Component(0), 1 - Component(0)),
        1 => Hex(Component(0), Component(0), Component(0)),
        _ => "#000000",
    };

    private static string Hex(double red, double green, double blue) => $"#{(int)(red * 255):x2}{(int)(green * 255):x2}{(int)(blue * 255):x2}";

    public double Component(int index) => index < Components.Length ? Math.Clamp(Components[index], 0, 1) : 0;

    public override string ToString() => string.Join(' ', Components.Select(static c => c.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)));
}
