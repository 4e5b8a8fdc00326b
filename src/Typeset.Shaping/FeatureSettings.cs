using System.Collections.Immutable;
using Typeset.OpenType;

namespace Typeset.Shaping;

/// <summary>An OpenType feature switched on or off.</summary>
public readonly record struct FeatureSetting(Tag Tag, bool On)
{
    public override string ToString() => On ? Tag.ToString() : "-" + Tag;
}

/// <summary>
/// Features switched on or off over what every text has (ccmp, locl, liga, clig, calt, rlig, kern, mark, mkmk …): <c>vert</c>, <c>fwid</c>,
/// <c>hwid</c>, <c>pwid</c>, <c>tnum</c>, <c>halt</c>, <c>palt</c>, <c>vhal</c>, or any other by its tag. A later setting of the same tag wins.
/// </summary>
public sealed class FeatureSettings : IEquatable<FeatureSettings>
{
    /// <summary>Nothing switched.</summary>
    public static readonly FeatureSettings Default = new([]);

    private readonly ImmutableArray<FeatureSetting> _settings;

    private FeatureSettings(ImmutableArray<FeatureSetting> settings)
    {
        _settings = settings;
        Key = string.Join(',', settings);
    }

    /// <summary>The settings in the form that <see cref="Parse"/> reads.</summary>
    public string Key { get; }

    /// <summary>Reads a list as <c>hb-shape --features</c> takes it: <c>halt,-kern</c>; <c>+</c> may stand before a tag that is on.</summary>
    /// <exception cref="ArgumentException">A tag is empty, longer than four letters or not ASCII.</exception>
    public static FeatureSettings Parse(string list)
    {
        if (list.Length == 0) return Default;
        var settings = ImmutableArray.CreateBuilder<FeatureSetting>();
        foreach (var item in list.Split(',', StringSplitOptions.TrimEntries))
        {
            var on = !item.StartsWith('-');
            settings.Add(new FeatureSetting(Tag.Parse(item.TrimStart('+', '-')), on));
        }

        return new FeatureSettings(settings.ToImmutable());
    }

    /// <summary>These settings with one more.</summary>
    public FeatureSettings With(Tag tag, bool on = true) => new(_settings.Add(new FeatureSetting(tag, on)));

    /// <summary>Whether a feature was switched, and how; null where it was left alone.</summary>
    public bool? StateOf(Tag tag)
    {
        for (var i = _settings.Length - 1; i >= 0; i--)
        {
            if (_settings[i].Tag == tag) return _settings[i].On;
        }

        return null;
    }

    public bool Equals(FeatureSettings? other) => other is not null && Key == other.Key;

    public override bool Equals(object? obj) => Equals(obj as FeatureSettings);

    public override int GetHashCode() => string.GetHashCode(Key, StringComparison.Ordinal);

    public override string ToString() => Key;
}
