using System.Globalization;
using System.Xml.Linq;
using Typeset.Core;
using Typeset.Pages;
using Typeset.Testing;

namespace Typeset.Svg.Tests;

public sealed class PagePictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly XNamespace Link = "http://www.w3.org/1999/xlink";

    [Fact]
    public void A_page_looks_as_it_did() => Golden.Matches("page", SvgWriter.Write(SamplePage.Whole(), SvgOptions.Default));

    [Fact]
    public void Every_glyph_of_the_page_is_used_and_every_outline_defined_once()
    {
        var picture = Parse(SamplePage.Whole());
        var defined = picture.Descendants(Svg + "defs").Elements(Svg + "path").Select(path => (string)path.Attribute("id")!).ToArray();
        var used = picture.Descendants(Svg + "g").Elements(Svg + "use").Select(use => ((string)use.Attribute(Link + "href")!)[1..]).ToArray();
        Assert.Equal(6, defined.Length);
        Assert.Equal(defined.Order(StringComparer.Ordinal), defined.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["雨", "水", "雨", "，", "一"], used[..5].Select(id => "雨水，一".Single(c => id == $"f0g{SamplePage.Song.GlyphOf(c)}").ToString()));
        Assert.Equal(7, used.Length);
        Assert.Empty(used.Except(defined));
    }

    [Fact]
    public void A_glyph_stands_where_the_display_list_has_it()
    {
        var run = Parse(SamplePage.Of(SamplePage.Run(SamplePage.Song, 10, 60, 90, "雨水"))).Descendants(Svg + "g").Single();
        Assert.Equal("matrix(0.01 0 0 -0.01 60 90)", (string)run.Attribute("transform")!);
        Assert.Equal([null, "1000"], run.Elements().Select(use => (string?)use.Attribute("x")));
    }

    [Fact]
    public void An_image_placed_twice_is_held_once()
    {
        var picture = Parse(SamplePage.Whole());
        Assert.Single(picture.Descendants(Svg + "image"));
        Assert.Equal(2, picture.Root!.Elements(Svg + "use").Count(use => (string)use.Attribute(Link + "href")! == "#i0"));
    }

    [Fact]
    public void An_image_that_is_none_becomes_a_crossed_frame()
    {
        var broken = SamplePage.Red with { Bytes = "GIF89a"u8.ToArray() };
        var picture = Parse(SamplePage.Of(new ImageItem(broken, SamplePage.Box(60, 60, 100, 50), SourceSpan.None)));
        Assert.Empty(picture.Descendants(Svg + "image"));
        Assert.Equal("M60 60L160 110M60 110L160 60", (string)picture.Root!.Elements(Svg + "path").Single().Attribute("d")!);
    }

    [Fact]
    public void Links_and_structure_print_nothing() =>
        Assert.Equal(SvgWriter.Write(SamplePage.Of(), SvgOptions.Default), SvgWriter.Write(SamplePage.Of(new StructureBegin(0), new LinkItem(SamplePage.Box(1, 1, 2, 2), "x", null, "y"), new StructureEnd()), SvgOptions.Default));

    [Fact]
    public void A_thumbnail_has_the_width_asked_for_and_the_shape_of_the_page()
    {
        var root = Parse(SamplePage.Of(), new SvgOptions { PixelWidth = 148 }).Root!;
        Assert.Equal(("148", "210", "0 0 419.528 595.276"), ((string)root.Attribute("width")!, (string)root.Attribute("height")!, (string)root.Attribute("viewBox")!));
    }

    [Fact]
    public void A_title_may_hold_any_character()
    {
        var root = Parse(SamplePage.Of(), new SvgOptions { Title = "<春>&\u0001\"𠮷\uD800" }).Root!;
        Assert.Equal("<春>&\uFFFD\"𠮷\uFFFD", root.Element(Svg + "title")!.Value);
    }

    [Fact]
    public void Every_identifier_begins_with_the_prefix()
    {
        var picture = Parse(SamplePage.Whole(), new SvgOptions { IdPrefix = "p7-" });
        Assert.All(picture.Descendants().Select(element => (string?)element.Attribute("id")).OfType<string>(), id => Assert.StartsWith("p7-", id));
        Assert.All(picture.Descendants().Select(element => (string?)element.Attribute(Link + "href")).OfType<string>().Where(link => link[0] == '#'), link => Assert.StartsWith("#p7-", link));
    }

    [Fact]
    public void The_same_text_comes_again_and_in_another_culture()
    {
        var here = SvgWriter.Write(SamplePage.Whole(), SvgOptions.Default);
        var before = CultureInfo.CurrentCulture;
        try
        {
            var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (foreign.NumberFormat.NumberDecimalSeparator, foreign.NumberFormat.NegativeSign) = (",", "~");
            CultureInfo.CurrentCulture = foreign;
            Assert.Equal(here, SvgWriter.Write(SamplePage.Whole(), SvgOptions.Default));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static XDocument Parse(Page page, SvgOptions? options = null) => XDocument.Parse(SvgWriter.Write(page, options ?? SvgOptions.Default));
}
