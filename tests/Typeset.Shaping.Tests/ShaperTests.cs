using Typeset.Core;

namespace Typeset.Shaping.Tests;

public sealed class ShaperTests
{
    private static readonly Length Size = 10.Pt;

    private readonly GlyphReports _reports = new();

    [Fact]
    public void Han_and_Latin_stand_in_their_own_faces()
    {
        var shaped = Shape("中文 and", "NotoSerifSC-Regular", "SourceSerif4-Regular");
        Assert.Equal(["NotoSerifSC-Regular", "SourceSerif4-Regular"], shaped.Faces.Select(face => face.PostScriptName));
        Assert.Equal([0, 0, 1, 1, 1, 1], shaped.Glyphs.Select(glyph => (int)glyph.Face));
        Assert.Equal(
            [TextSide.Han, TextSide.Han, TextSide.Space, TextSide.Latin, TextSide.Latin, TextSide.Latin],
            shaped.Glyphs.Select(glyph => glyph.Side));
    }

    [Fact]
    public void A_Han_character_takes_one_em_exactly() =>
        Assert.All(Shape("中文，。“”‘’（）《》……", "NotoSerifSC-Regular", "SourceSerif4-Regular").Glyphs, glyph => Assert.Equal(Size.Raw, glyph.Advance));

    [Fact]
    public void A_doubled_dash_takes_two_ems_exactly() =>
        Assert.Equal(2 * Size.Raw, Shape("中——文", "NotoSerifSC-Regular", "SourceSerif4-Regular").Glyphs.Sum(glyph => glyph.Advance) - 2 * Size.Raw);

    [Fact]
    public void Quotes_in_Chinese_are_full_width_and_in_English_are_not()
    {
        var chinese = Shape("“中”", "NotoSerifSC-Regular", "SourceSerif4-Regular");
        var english = Shape("“one”", "NotoSerifSC-Regular", "SourceSerif4-Regular");
        Assert.Equal(Size.Raw, chinese.Glyphs[0].Advance);
        Assert.True(english.Glyphs[0].Advance < Size.Raw / 2);
    }

    [Fact]
    public void Latin_letters_are_kerned_and_joined_in_ligatures()
    {
        var shaped = Shape("AVfi", "NotoSerifSC-Regular", "NotoSerifSC-Regular");
        Assert.Equal([0, 1, 2], shaped.Glyphs.Select(glyph => glyph.Cluster));
        var apart = Shape("A", "NotoSerifSC-Regular", "NotoSerifSC-Regular");
        Assert.True(shaped.Glyphs[0].Advance < apart.Glyphs[0].Advance);
    }

    [Fact]
    public void A_glyph_the_face_lacks_comes_from_the_next_and_is_complained_of_once()
    {
        var shaped = Shape("䶮䶮中", "FandolFang-Regular", "LiberationSerif-Regular", "NotoSerifSC-Regular");
        Assert.Equal(["NotoSerifSC-Regular", "FandolFang-Regular"], FacesOf(shaped, 0, 2));
        var complaint = Assert.Single(Complaints());
        Assert.Equal("TS3002", complaint.Id);
        Assert.Equal(["䶮", "U+4DAE", "FandolFang-Regular", "NotoSerifSC-Regular"], complaint.Arguments.ToArray());
    }

    [Fact]
    public void A_glyph_that_no_face_has_is_shown_as_a_box_and_is_an_error()
    {
        var shaped = Shape("a\uE000", "NotoSerifSC-Regular", "SourceSerif4-Regular");
        Assert.Equal(0, shaped.Glyphs[1].Id);
        Assert.Equal("TS3001", Assert.Single(Complaints()).Id);
    }

    [Fact]
    public void A_complaint_names_the_first_place_whatever_came_first()
    {
        var source = new SourceText("a.md", "甲\uE000乙\uE000");
        Shape("\uE000", "NotoSerifSC-Regular", "SourceSerif4-Regular", spanOf: cluster => source.Span(3 + cluster, 4 + cluster));
        Shape("\uE000", "NotoSerifSC-Regular", "SourceSerif4-Regular", spanOf: cluster => source.Span(1 + cluster, 2 + cluster));
        Assert.Equal("a.md:1:2", Assert.Single(Complaints()).Span.ToString());
    }

    [Theory]
    [InlineData("中\u200B文")]
    [InlineData("\uFEFF中文")]
    [InlineData("中\u00AD文")]
    [InlineData("中\uFE0F文")]
    [InlineData("中\u200D文")]
    [InlineData("中\u2060文")]
    [InlineData("中\U000E0101文")]
    [InlineData("中\n文")]
    [InlineData("中\u2028文")]
    public void What_shows_nothing_takes_no_width_and_no_box(string text)
    {
        var shaped = Shape(text, "FandolFang-Regular", "LiberationSerif-Regular");
        Assert.Equal(2 * Size.Raw, shaped.Glyphs.Sum(glyph => glyph.Advance));
        Assert.DoesNotContain(shaped.Glyphs, glyph => glyph.Id == 0);
        Assert.Empty(Complaints());
    }

    [Fact]
    public void A_combining_mark_stands_in_the_face_of_its_letter()
    {
        var shaped = Shape("力\u0301", "LXGWWenKai-Regular", "LiberationSerif-Regular");
        Assert.Single(shaped.Faces);
        Assert.Equal([0, 0], shaped.Glyphs.Select(glyph => glyph.Cluster));
        Assert.Equal(0, shaped.Glyphs[1].Advance);
        Assert.True(shaped.Glyphs[1].YOffset < 0, "upwards is negative");
    }

    [Fact]
    public void A_cluster_goes_whole_to_the_face_that_has_its_mark()
    {
        var shaped = Shape("力\u0301", "FandolFang-Regular", "LiberationSerif-Regular", "LXGWWenKai-Regular");
        Assert.Equal("LXGWWenKai-Regular", Assert.Single(FacesOf(shaped, 0, 1).Distinct()));
        Assert.Equal("TS3002", Assert.Single(Complaints()).Id);
    }

    [Fact]
    public void A_letter_and_mark_that_the_face_has_as_one_need_no_fallback()
    {
        var shaped = Shape("e\u0301", "FandolFang-Regular", "LiberationSerif-Regular");
        Assert.Single(shaped.Glyphs);
        Assert.Empty(Complaints());
    }

    [Theory]
    [InlineData('a', 0xD800, 'b')]
    [InlineData('中', 0xDC00, '文')]
    [InlineData(0xD842, 0xD842, 0xDC00)]
    public void Half_a_character_is_set_as_a_replacement_and_complained_of(int first, int second, int third)
    {
        string text = new([(char)first, (char)second, (char)third]);
        var shaped = Shape(text, "NotoSerifSC-Regular", "SourceSerif4-Regular");
        Assert.Equal(0, shaped.Glyphs[0].Cluster);
        Assert.Contains(Complaints(), complaint => complaint.Id == "TS3005");
    }

    [Fact]
    public void A_character_outside_the_basic_plane_is_one_glyph_at_its_first_unit()
    {
        var shaped = Shape("甲𠀀乙", "NotoSerifSC-Regular", "SourceSerif4-Regular");
        Assert.Equal([0, 1, 3], shaped.Glyphs.Select(glyph => glyph.Cluster));
    }

    [Fact]
    public void Clusters_count_from_where_the_stretch_begins()
    {
        var builder = new ShapedTextBuilder();
        var stack = ShippedFonts.Stack("NotoSerifSC-Regular", "SourceSerif4-Regular");
        var shaper = new Shaper(_reports);
        shaper.Shape("甲a", [TextSide.Han, TextSide.Latin], new TextSetting(stack, Size), builder);
        shaper.Shape("乙To", [TextSide.Han, TextSide.Latin, TextSide.Latin], new TextSetting(stack, 2 * Size), builder, 2);
        var shaped = builder.Build();
        Assert.Equal([0, 1, 2, 3, 4], shaped.Glyphs.Select(glyph => glyph.Cluster));
        Assert.Equal([0, 1, 0, 1, 1], shaped.Glyphs.Select(glyph => (int)glyph.Face));
        Assert.Equal(2 * Size.Raw, shaped.Glyphs[2].Advance);
    }

    [Fact]
    public void An_empty_text_and_an_empty_stack_give_no_glyphs()
    {
        Assert.Empty(Shape("", "NotoSerifSC-Regular", "SourceSerif4-Regular").Glyphs);
        var none = new FontLibrary([], new DiagnosticBag()).Resolve(new FaceNames([], [], []));
        Assert.Empty(new Shaper(_reports).Shape("中", new TextSetting(none, Size)).Glyphs);
    }

    [Fact]
    public void Eight_threads_give_the_glyphs_of_one()
    {
        var lines = SampleText.Lines(new Random(12), 200);
        var fresh = new FontLibrary([ShippedFonts.Source("NotoSerifSC-Regular"), ShippedFonts.Source("SourceSerif4-Regular")], new DiagnosticBag());
        var setting = new TextSetting(fresh.Resolve(new FaceNames(["NotoSerifSC-Regular"], ["SourceSerif4-Regular"], [])), Size);
        var shaper = new Shaper(_reports);
        var many = new string[lines.Count];
        Parallel.For(0, lines.Count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => many[i] = GlyphDump.Of(shaper.Shape(lines[i], setting), Size));
        for (var i = 0; i < lines.Count; i++) Assert.Equal(GlyphDump.Of(shaper.Shape(lines[i], setting), Size), many[i]);
    }

    private ShapedText Shape(string text, string han, string latin, string? fallback = null, SpanResolver? spanOf = null)
    {
        var stack = fallback is null ? ShippedFonts.Stack(han, latin) : ShippedFonts.Stack(han, latin, fallback);
        return new Shaper(_reports).Shape(text, new TextSetting(stack, Size), spanOf);
    }

    private static IEnumerable<string> FacesOf(ShapedText shaped, params int[] glyphs) => glyphs.Select(i => shaped.Faces[shaped.Glyphs[i].Face].PostScriptName);

    private IReadOnlyList<Diagnostic> Complaints()
    {
        var diagnostics = new DiagnosticBag();
        _reports.ReportTo(diagnostics);
        return diagnostics.Sorted();
    }
}
