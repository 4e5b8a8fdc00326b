using System.Collections.Immutable;
using System.Globalization;
using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Docx.Parts;

/// <summary>
/// The paragraph styles of a document: the house style's, and beside them those of articles with a style of their own or set tighter. An article's
/// styles have its number behind their ids and are based on the house style's.
/// </summary>
internal sealed class StyleSheet
{
    private readonly List<HouseStyle> _variants = [];

    /// <param name="house">The booklet's style: variant 0.</param>
    public StyleSheet(HouseStyle house) => _variants.Add(house);

    public ImmutableArray<HouseStyle> Variants => [.. _variants];

    /// <summary>The style of an article set tighter by so much, as one of the document's variants.</summary>
    public HouseStyle VariantOf(HouseStyle style, Length tightening)
    {
        var wanted = tightening.IsZero ? style : Tightened(style, tightening);
        foreach (var variant in _variants)
        {
            if (ReferenceEquals(variant, wanted) || (variant.Name == wanted.Name && AreAlike(variant, wanted))) return variant;
        }

        _variants.Add(wanted);
        return wanted;
    }

    /// <summary>The id of a role's style in a variant; the house style's where the variant sets that role alike.</summary>
    public string IdOf(TextRole role, HouseStyle variant)
    {
        var number = Differs(role, variant) ? _variants.IndexOf(variant) : 0;
        return number <= 0 ? role.ToString() : string.Create(CultureInfo.InvariantCulture, $"{role}-{number + 1}");
    }

    /// <summary>The name of a role's style in a variant, as people and tables of contents call it.</summary>
    public string NameOf(TextRole role, HouseStyle variant) => RoleNames.NameOf(role) + IdOf(role, variant)[role.ToString().Length..].Replace('-', '·');

    /// <summary>Whether a variant sets a role otherwise than the house style.</summary>
    public bool Differs(TextRole role, HouseStyle variant) => variant != _variants[0] && (variant.Of(role) != _variants[0].Of(role) || ControlsLines(variant) != ControlsLines(_variants[0]));

    /// <summary>Whether single lines of paragraphs are kept from page edges.</summary>
    public static bool ControlsLines(HouseStyle style) => style.Pages.Orphans > 1 || style.Pages.Widows > 1;

    private static HouseStyle Tightened(HouseStyle style, Length by)
    {
        var body = style.Of(TextRole.Body).LinePitch;
        return style with { Text = style.Text.Select(text => text.LinePitch == body ? text with { LinePitch = body - by } : text) };
    }

    private static bool AreAlike(HouseStyle a, HouseStyle b)
    {
        foreach (var role in Enum.GetValues<TextRole>())
        {
            if (a.Of(role) != b.Of(role)) return false;
        }

        return a with { Text = b.Text } == b;
    }
}
