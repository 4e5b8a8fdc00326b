using System.Text;
using Typeset.Testing;

namespace Typeset.OpenType.Tests;

public sealed class FaceTableTests
{
    private static readonly string Sample = "Hx…字宋体，。“”—〇㐀①⑪\U00020089";

    [Fact]
    public void The_tables_of_the_shipped_faces_read_as_reviewed()
    {
        var dump = new StringBuilder();
        foreach (var file in Faces.Files) Dump(dump, Faces.Open(file));
        Golden.Matches("faces", dump.ToString());
    }

    private static void Dump(StringBuilder dump, FontFace face)
    {
        dump.Append($"{face.PostScriptName}: {face.FamilyName} / {face.SubfamilyName}\n");
        dump.Append($"  {face.GlyphCount} glyphs, {face.UnitsPerEm} per em, cff {face.IsCff}, cid {face.IsCidKeyed}\n");
        dump.Append($"  ascender {face.Ascender} descender {face.Descender} gap {face.LineGap} cap {face.CapHeight} x {face.XHeight}\n");
        dump.Append($"  weight {face.Weight} angle {face.ItalicAngle} italic {face.IsItalic} fixed {face.IsFixedPitch} rights {face.EmbeddingRights}\n");
        dump.Append($"  box {face.BoundingBox}\n");
        foreach (var rune in Sample.EnumerateRunes()) DumpGlyph(dump, face, rune);
    }

    private static void DumpGlyph(StringBuilder dump, FontFace face, Rune rune)
    {
        var glyph = face.GlyphOf(rune.Value);
        if (glyph == 0) dump.Append($"  U+{rune.Value:X4} missing\n");
        else dump.Append($"  U+{rune.Value:X4} {glyph} advance {face.AdvanceOf(glyph)} × {face.VerticalAdvanceOf(glyph)} box {face.BoundsOf(glyph)}\n");
    }
}
