using Typeset.Core;

namespace Typeset.Shaping.Tests;

public sealed class FontLibraryTests
{
    private readonly DiagnosticBag _diagnostics = new();

    [Fact]
    public void An_unknown_name_is_complained_of_once_and_the_next_face_takes_over()
    {
        var library = Library(ShippedFonts.Source("SourceSerif4-Regular"));
        var stack = library.Resolve(new FaceNames(["NoSuchFont", "SourceSerif4-Regular"], ["NoSuchFont"], []));
        Assert.Equal("SourceSerif4-Regular", stack.Han.PostScriptName);
        Assert.Equal("SourceSerif4-Regular", stack.Latin.PostScriptName);
        var complaint = Assert.Single(_diagnostics.Sorted());
        Assert.Equal(("TS3004", "NoSuchFont"), (complaint.Id, complaint.Arguments[0]));
    }

    [Fact]
    public void A_font_cut_in_half_is_complained_of_once_with_its_path()
    {
        var whole = File.ReadAllBytes(ShippedFonts.PathOf("SourceSerif4-Regular"));
        var library = Library(new FontSource("Half", "fonts/half.ttf", 0, () => whole.AsMemory(0, whole.Length / 2)));
        Assert.Null(library.Find("Half"));
        Assert.Null(library.Find("Half"));
        var complaint = Assert.Single(_diagnostics.Sorted());
        Assert.Equal(("TS3003", "fonts/half.ttf"), (complaint.Id, complaint.Arguments[0]));
    }

    [Fact]
    public void The_user_s_own_faces_set_what_no_named_face_has_the_better_ones_first()
    {
        var (heavy, plain) = (ShippedFonts.StandIn("LiberationSerif-Bold", 2), ShippedFonts.StandIn("LiberationSerif-Regular", 1));
        var stack = Library(ShippedFonts.Source("SourceSerif4-Regular"), heavy, plain).Resolve(new FaceNames(["SourceSerif4-Regular"], [], []));
        Assert.Equal("LiberationSerif", stack.FirstWith('ש')!.PostScriptName);
        Assert.Equal("SourceSerif4-Regular", stack.FirstWith('a')!.PostScriptName);
        Assert.Null(stack.FirstWith('编'));
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_complained_of()
    {
        var library = Library(new FontSource("Gone", "fonts/gone.ttf", 0, () => throw new FileNotFoundException("gone")));
        Assert.Null(library.Find("Gone"));
        Assert.Equal("TS3003", Assert.Single(_diagnostics.Sorted()).Id);
    }

    [Fact]
    public void A_face_is_opened_only_when_asked_for_and_only_once_by_all_libraries()
    {
        var opened = 0;
        var source = new FontSource("SourceSerif4-Regular", "", 0, () =>
        {
            Interlocked.Increment(ref opened);
            return File.ReadAllBytes(ShippedFonts.PathOf("SourceSerif4-Regular"));
        });
        FontLibrary[] libraries = [Library(source), Library(source)];
        Assert.Equal(0, opened);
        Parallel.For(0, 16, i => libraries[i % 2].Find("SourceSerif4-Regular"));
        Assert.Equal(1, opened);
    }

    [Fact]
    public void The_first_of_two_sources_of_a_name_wins()
    {
        var first = ShippedFonts.Source("SourceSerif4-Regular");
        var library = Library(first, new FontSource(first.PostScriptName, "", 0, () => File.ReadAllBytes(ShippedFonts.PathOf("SourceSerif4-Bold"))));
        Assert.Equal("SourceSerif4-Regular", library.Find(first.PostScriptName)!.PostScriptName);
    }

    private FontLibrary Library(params FontSource[] sources) => new(sources, _diagnostics);
}
