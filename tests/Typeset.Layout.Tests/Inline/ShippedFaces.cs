using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Inline;
using Typeset.OpenType;
using Typeset.Pages;
using Typeset.Shaping;
using Typeset.Testing;

namespace Typeset.Layout.Tests.Inline;

/// <summary>The faces in <c>fonts/</c>, and lines set in them.</summary>
internal static class ShippedFaces
{
    private static readonly Lazy<FontLibrary> Shared = new(() => new FontLibrary([.. Sources()], new DiagnosticBag()));

    public static FontLibrary Library => Shared.Value;

    /// <summary>A style whose stack <c>song</c> has a Han and a Latin face, and <c>hei</c> as its bold.</summary>
    public static InlineSetter Setter(LineRules rules, string han = "NotoSerifSC-Regular", string latin = "SourceSerif4-Regular") =>
        new(Style(rules, han, latin), Library, new DiagnosticBag());

    public static TextStyle Text => new() { Font = "song", Size = 16.Pt, LinePitch = 28.Pt };

    /// <summary>All lines of a text in a measure of so many ems, composed at the page's origin.</summary>
    public static ImmutableArray<PageItem> Compose(InlineSetter setter, RichText text, TextStyle style, Length measure, LineRules rules)
    {
        var paragraph = setter.Break(text, style, measure, rules);
        var output = ImmutableArray.CreateBuilder<PageItem>();
        setter.Compose(paragraph, 0, paragraph.LineCount, default, style.LinePitch, static _ => "①", output);
        return output.ToImmutable();
    }

    private static IEnumerable<FontSource> Sources()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.At("fonts"), "*.?tf").Order(StringComparer.Ordinal))
        {
            yield return new FontSource(FontFace.Open(File.ReadAllBytes(file)).PostScriptName, Path.GetFileName(file), 0, () => File.ReadAllBytes(file));
        }
    }

    private static HouseStyle Style(LineRules rules, string han, string latin) => new()
    {
        Name = "test",
        Page = new PageGeometry { Trim = default, HeadMargin = default, FootMargin = default, GutterMargin = default, ForeEdgeMargin = default },
        Fonts = ImmutableDictionary<string, FontStack>.Empty
            .Add("song", new FontStack("song", [han], [latin], ["LXGWWenKai-Regular"], "hei") { Italic = ["SourceSerif4-Italic"] })
            .Add("hei", new FontStack("hei", ["NotoSansSC-Medium"], ["NotoSansSC-Medium"], [])),
        Text = TextStyles.None,
        Lines = rules, Pages = new PageRules(), Cover = new CoverStyle(), Contents = new ContentsStyle(), Furniture = new FurnitureStyle(),
        Footnotes = new FootnoteStyle(), Tables = new TableStyle(), Figures = new FigureStyle(), ArticleHeader = new HeaderStyle(),
    };
}
