using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Manuscripts.Yaml;

namespace Typeset.Manuscripts.Styles;

/// <summary>Settles a merged style: the body first, since 行, 字 and em stand on it, then everything else.</summary>
internal static class StyleDecoder
{
    public static HouseStyle Decode(string name, MappingReader root)
    {
        var keys = new StyleKeys(root);
        keys.Text("extends");
        keys.Text("description");
        var fonts = FontSection.Read(root.Section("fonts"));
        var (page, text) = ReadText(keys);
        CheckFonts(text, fonts, root, name);
        page = CheckLines(page, text[TextRole.Body], keys);
        var style = new HouseStyle
        {
            Name = keys.Text("name") ?? name,
            Page = page,
            Fonts = fonts,
            Text = text,
            Lines = RuleSections.ReadLines(keys.Section("lines")),
            Pages = RuleSections.ReadPages(keys.Section("pages"), UnitsOf(text[TextRole.Body], text, page.TypeAreaHeight)),
            Cover = RuleSections.ReadCover(keys.Section("cover"), UnitsOf(text[TextRole.Body], text, page.Trim.Height)),
            Contents = RuleSections.ReadContents(keys.Section("contents"), UnitsOf(text[TextRole.ContentsEntry], text, page.TypeAreaWidth)),
            Furniture = RuleSections.ReadFurniture(keys.Section("furniture"), UnitsOf(text[TextRole.RunningHead], text, page.TypeAreaHeight), UnitsOf(text[TextRole.Folio], text, page.TypeAreaHeight)),
            Footnotes = RuleSections.ReadFootnotes(keys.Section("footnotes"), UnitsOf(text[TextRole.Note], text, page.TypeAreaWidth)),
            Tables = RuleSections.ReadTables(keys.Section("tables"), UnitsOf(text[TextRole.TableCell], text, page.TypeAreaWidth)),
            Figures = RuleSections.ReadFigures(keys.Section("figures"), UnitsOf(text[TextRole.Body], text, page.TypeAreaHeight)),
            Press = RuleSections.ReadPress(keys.Section("press"), UnitsOf(text[TextRole.Body], text, page.Trim.Width)),
            ArticleHeader = RuleSections.ReadArticleHeader(keys.Section("article-header")),
        };
        keys.Close();
        return style;
    }

    /// <summary>All keys a style may have, with their sections before them; the names of font stacks are free.</summary>
    public static void ListKeys(ICollection<string> log) => Decode("", new MappingReader(YamlMapping.Empty, new DiagnosticBag(), "", log));

    private static (PageGeometry Page, TextStyles Text) ReadText(StyleKeys keys)
    {
        var bodyKeys = keys.Section(RoleNames.Of(TextRole.Body));
        var size = TextSection.ReadBodySize(bodyKeys);
        var pageKeys = keys.Section("page");
        var page = PageSection.Read(pageKeys, size);
        var body = TextSection.ReadBody(bodyKeys, size, page);
        page = PageSection.ReadMeasure(pageKeys, page, body);
        var text = new TextStyle[RoleNames.All.Length];
        text[(int)TextRole.Body] = body;
        for (var role = TextRole.Body + 1; (int)role < text.Length; role++) text[(int)role] = TextSection.Read(keys.Section(RoleNames.Of(role)), role, body, page);
        return (page, TextStyles.Of(text));
    }

    private static Units UnitsOf(TextStyle own, TextStyles text, Length whole) =>
        new(own.Size, own.Size + own.Tracking, text[TextRole.Body].LinePitch, whole);

    private static void CheckFonts(TextStyles text, ImmutableDictionary<string, FontStack> fonts, MappingReader root, string name)
    {
        if (fonts.IsEmpty)
        {
            root.Diagnostics.Add(StyleMessages.MissingValue.At(root.Span, name, "fonts"));
            return;
        }

        for (var role = TextRole.Body; (int)role < RoleNames.All.Length; role++)
        {
            CheckFont(text[role].Font, role, "font", fonts, root);
            if (text[role].RunInFont is { } font) CheckFont(font, role, "run-in-font", fonts, root);
        }
    }

    private static void CheckFont(string font, TextRole role, string key, ImmutableDictionary<string, FontStack> fonts, MappingReader root)
    {
        if (fonts.ContainsKey(font)) return;
        var own = PlaceOf(root, role, key);
        root.Diagnostics.Add(StyleMessages.UnknownFontStack.At(own.IsNone ? PlaceOf(root, TextRole.Body, key) : own, font, string.Join(", ", fonts.Keys.Order(StringComparer.Ordinal))));
    }

    private static SourceSpan PlaceOf(MappingReader root, TextRole role, string key) =>
        (root.Mapping.Find(RoleNames.Of(role))?.Value as YamlMapping)?.Find(key)?.Value.Span ?? SourceSpan.None;

    /// <summary>The page, with as many lines as its margins leave where it cannot hold those asked for.</summary>
    private static PageGeometry CheckLines(PageGeometry page, TextStyle body, StyleKeys keys)
    {
        if (body.LinePitch * page.Lines <= page.Trim.Height - page.HeadMargin) return page;
        var place = new StyleKeys(new MappingReader((keys.Take("page") as YamlMapping)!, keys.Diagnostics)).PlaceOf("lines");
        keys.Diagnostics.Add(StyleMessages.LinesDoNotFit.At(place, page.Lines.ToString(System.Globalization.CultureInfo.InvariantCulture), body.LinePitch.ToString()));
        return page with { Lines = 0 };
    }
}
