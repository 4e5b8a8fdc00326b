using Typeset.Core;

namespace Typeset.Shaping;

/// <summary>Which OpenType features text is shaped with, over those that every text has.</summary>
public sealed record ShapingOptions
{
    public static readonly ShapingOptions Default = new();

    /// <summary>
    /// Switches for Han text; by default <c>-kern</c>: Han marks and kana keep their whole cells (clreq: a character takes one em), and what
    /// is to be closed up, line adjustment closes up.
    /// </summary>
    public FeatureSettings Han { get; init; } = FeatureSettings.Parse("-kern");

    /// <summary>Switches for Latin text; by default none.</summary>
    public FeatureSettings Latin { get; init; } = FeatureSettings.Default;
}

/// <summary>What a stretch of text is set in: its faces, its type size (over 0), its features.</summary>
public sealed record TextSetting(FaceStack Stack, Length Size)
{
    public ShapingOptions Options { get; init; } = ShapingOptions.Default;
}
