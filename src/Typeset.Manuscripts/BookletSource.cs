using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Manuscripts.Yaml;

namespace Typeset.Manuscripts;

/// <summary>What an author changes in a style, as written in <c>booklet.yaml</c> or in an article's front matter.</summary>
public sealed class StyleOverrides
{
    internal StyleOverrides(YamlMapping mapping) => Mapping = mapping;

    internal YamlMapping Mapping { get; }
}

/// <summary>A booklet as read from its folder, with the style it asks for.</summary>
/// <param name="Booklet">The document model.</param>
/// <param name="StyleName">A shipped style's name or a path in the booklet's folder.</param>
/// <param name="StylePlace">Where the style is named.</param>
/// <param name="Overrides">Changes for the whole booklet; null for none.</param>
/// <param name="ArticleOverrides">Further changes, by article id.</param>
public sealed record BookletSource(
    Booklet Booklet, string StyleName, SourceSpan StylePlace, StyleOverrides? Overrides, ImmutableDictionary<string, StyleOverrides> ArticleOverrides)
{
    /// <summary>The style of a booklet that names none.</summary>
    public const string DefaultStyle = "book-a5";

    /// <summary>A booklet that was not read from a folder, in the default style.</summary>
    public static BookletSource Of(Booklet booklet) => new(booklet, DefaultStyle, SourceSpan.None, null, ImmutableDictionary<string, StyleOverrides>.Empty);
}
