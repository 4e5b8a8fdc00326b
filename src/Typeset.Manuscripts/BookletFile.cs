using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Manuscripts.Images;
using Typeset.Manuscripts.Sources;
using Typeset.Manuscripts.Yaml;

namespace Typeset.Manuscripts;

/// <summary>What <c>booklet.yaml</c> says: the booklet without its articles, the plan of these, and the style.</summary>
internal sealed record BookletFile(Booklet Booklet, ArticlePlan Plan, string StyleName, SourceSpan StylePlace, StyleOverrides? Overrides)
{
    public static BookletFile Read(MappingReader keys, SourceFolder folder, ImageShelf images, SourceText source)
    {
        var booklet = ReadBooklet(keys, images, source);
        var plan = ArticlePlan.Read(keys, folder, source);
        var stylePlace = keys.Mapping.Find("style")?.Value.Span ?? source.Span(0, 0);
        var style = keys.Text("style") ?? BookletSource.DefaultStyle;
        var overrides = keys.Whole("style-overrides");
        keys.Close();
        return new BookletFile(booklet, plan, style, stylePlace, overrides is null ? null : new StyleOverrides(overrides));
    }

    /// <summary>All keys of <c>booklet.yaml</c>, with their sections before them.</summary>
    public static void ListKeys(ICollection<string> log)
    {
        var nothing = new SourceFolder("", static _ => default, static _ => []);
        Read(new MappingReader(YamlMapping.Empty, new DiagnosticBag(), "", log), nothing, new ImageShelf(nothing, new DiagnosticBag()), new SourceText("", ""));
    }

    private static Booklet ReadBooklet(MappingReader keys, ImageShelf images, SourceText source)
    {
        var title = TitleParts.Of(keys.Texts("title"));
        if (title.IsEmpty) keys.Diagnostics.Add(BookletMessages.MissingBookletTitle.At(source.Span(0, 0)));
        return new Booklet
        {
            Title = title.IsEmpty ? [""] : title,
            Subtitle = keys.Text("subtitle") ?? "",
            Series = keys.Text("series") ?? "",
            Issue = keys.Text("issue") ?? "",
            Date = PrintedDate.Of(keys.Text("date") ?? ""),
            Issuer = keys.Texts("issuer"),
            Language = ReadLanguage(keys),
            Cover = ReadCover(keys.Section("cover"), images),
            ContentsTitle = ReadContentsTitle(keys.Section("contents")),
            Colophon = ReadColophon(keys),
            Parts = [],
            Span = source.Span(0, 0),
        };
    }

    private static string ReadLanguage(MappingReader keys)
    {
        const string Default = "zh-CN";
        var node = keys.Mapping.Find("language")?.Value;
        if (keys.Text("language") is not { } tag) return Default;
        if (IsLanguageTag(tag)) return tag;
        keys.Diagnostics.Add(BookletMessages.BadLanguage.At(node!.Span, tag));
        return Default;
    }

    /// <summary>The shape of BCP 47: a language of two to eight letters, then subtags of one to eight letters or digits.</summary>
    private static bool IsLanguageTag(string tag)
    {
        var parts = tag.Split('-');
        return parts[0].Length is >= 2 and <= 8 && parts[0].All(char.IsAsciiLetter)
            && parts.All(static part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
    }

    private static Cover ReadCover(MappingReader keys, ImageShelf images)
    {
        var mark = keys.Text("mark") ?? "";
        var imageNode = keys.Mapping.Find("image")?.Value;
        var image = keys.Text("image") is { } path ? images.Find(path, "", imageNode!.Span) : null;
        var cover = new Cover(mark, image, keys.Texts("lines"));
        keys.Close();
        return cover;
    }

    private static string ReadContentsTitle(MappingReader keys)
    {
        var title = keys.Text("title");
        keys.Close();
        return title ?? "目录";
    }

    private static ImmutableArray<ColophonLine> ReadColophon(MappingReader keys)
    {
        var lines = ImmutableArray.CreateBuilder<ColophonLine>();
        var node = keys.Take("colophon");
        foreach (var item in node is YamlSequence list ? list.Items : node is null ? [] : [node])
        {
            if (item is YamlMapping mapping) AddPairs(mapping, lines, keys);
            else if (keys.TextOf(item, "colophon", BookletMessages.ExpectedTexts) is { } text) lines.Add(new ColophonLine("", text));
        }

        return lines.ToImmutable();
    }

    private static void AddPairs(YamlMapping mapping, ImmutableArray<ColophonLine>.Builder lines, MappingReader keys)
    {
        foreach (var entry in mapping.Entries)
        {
            if (entry.Value is YamlScalar { IsNull: true }) lines.Add(new ColophonLine("", entry.Key));
            else if (keys.TextOf(entry.Value, entry.Key) is { } value) lines.Add(new ColophonLine(entry.Key, value));
        }
    }
}
