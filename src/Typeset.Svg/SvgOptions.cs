namespace Typeset.Svg;

/// <summary>How a page is written as SVG.</summary>
public sealed record SvgOptions
{
    public static readonly SvgOptions Default = new();

    /// <summary>The picture's width in CSS pixels, from 1; the height follows the page. Null gives the page's true size in points.</summary>
    public int? PixelWidth { get; init; }

    /// <summary>What a screen reader says of the picture and a browser shows for it; empty leaves it out.</summary>
    public string Title { get; init; } = "";

    /// <summary>Put before every identifier, so that several pictures can stand in one HTML document; letters, digits and hyphens, a letter first. Empty unless told.</summary>
    public string IdPrefix { get; init; } = "";

    /// <summary>Whether the paper is drawn white under the ink; without it the picture is transparent there.</summary>
    public bool Paper { get; init; } = true;
}
