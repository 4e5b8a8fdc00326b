using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Manuscripts.Styles;
using Typeset.Manuscripts.Yaml;

namespace Typeset.Manuscripts;

/// <summary>Settles house styles: what a style extends, then the style, then the booklet's changes, then an article's.</summary>
public static class StyleReader
{
    /// <summary>
    /// The style of a name (<c>xuexi-a4</c>) or a path, with changes laid over it in order; null where the style or one it extends
    /// is not there. A value that is wrong is reported and its default taken.
    /// </summary>
    /// <param name="nameOrPath">As written by the author or on the command line.</param>
    /// <param name="overrides">Later ones win.</param>
    /// <param name="find">The text of a style by name or path; null where there is none.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="place">Where the style is asked for.</param>
    public static HouseStyle? Resolve(string nameOrPath, ReadOnlySpan<StyleOverrides> overrides, Func<string, SourceText?> find, DiagnosticBag diagnostics, SourceSpan place = default)
    {
        if (StyleLayers.Load(nameOrPath, place, find, diagnostics) is not { } merged) return null;
        foreach (var layer in overrides) merged = StyleLayers.Merge(merged, layer.Mapping);
        return StyleDecoder.Decode(nameOrPath, new MappingReader(merged, diagnostics));
    }

    /// <summary>A booklet with its style, and the styles of articles that change it; null where the style is not there.</summary>
    /// <param name="source">The booklet.</param>
    /// <param name="styleOverride">A name or path used instead of the booklet's own style; null for none.</param>
    /// <param name="find">The text of a style by name or path; null where there is none.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static StyledBooklet? Resolve(BookletSource source, string? styleOverride, Func<string, SourceText?> find, DiagnosticBag diagnostics)
    {
        var place = styleOverride is null ? source.StylePlace : SourceSpan.None;
        if (StyleLayers.Load(styleOverride ?? source.StyleName, place, find, diagnostics) is not { } merged) return null;
        if (source.Overrides is { } whole) merged = StyleLayers.Merge(merged, whole.Mapping);
        var name = styleOverride ?? source.StyleName;
        var style = StyleDecoder.Decode(name, new MappingReader(merged, diagnostics));
        var articles = ImmutableDictionary<string, HouseStyle>.Empty;
        foreach (var (id, own) in source.ArticleOverrides) articles = articles.Add(id, StyleDecoder.Decode(name, new MappingReader(StyleLayers.Merge(merged, own.Mapping), diagnostics)));
        return new StyledBooklet(source.Booklet, style, articles);
    }
}
