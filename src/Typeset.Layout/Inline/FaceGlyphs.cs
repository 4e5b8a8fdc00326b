using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.OpenType;
using Typeset.Shaping;

namespace Typeset.Layout.Inline;

/// <summary>Glyphs of the faces that a house style names.</summary>
internal sealed class FaceGlyphs(HouseStyle style, FontLibrary fonts, Shaper shaper) : GlyphSource
{
    private readonly List<FontFace> _faces = [];
    private readonly Dictionary<Voice, TextSetting> _settings = [];
    private readonly ShapedTextBuilder _builder = new();

    public override FontFace FaceOf(byte face) => _faces[face];

    public override void Shape(ReadOnlySpan<char> text, ReadOnlySpan<TextSide> sides, Voice voice, int offset, GrowingArray<ShapedGlyph> glyphs, SpanResolver? spanOf = null)
    {
        _builder.Clear();
        shaper.Shape(text, sides, SettingOf(voice), _builder, offset, spanOf);
        var shaped = _builder.Glyphs;
        var own = glyphs.AddRange(shaped.Length);
        Span<byte> numbers = stackalloc byte[_builder.Faces.Count];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = NumberOf(_builder.Faces[i]);
        for (var i = 0; i < own.Length; i++) own[i] = shaped[i].Id == 0 ? Box(shaped[i], voice, _builder.Faces[shaped[i].Face]) : shaped[i] with { Face = numbers[shaped[i].Face] };
    }

    /// <summary>
    /// □ for a character that no face has, as editions mark a character that is lost. It is a character like others, for PDF/A and PDF/UA take no glyph
    /// for a missing one (ISO 19005-2 §6.2.11.8, ISO 14289-1 §7.21.8).
    /// </summary>
    private ShapedGlyph Box(in ShapedGlyph missing, Voice voice, FontFace wanted)
    {
        var stack = SettingOf(voice).Stack;
        var face = stack.FirstWith(WhiteSquare) ?? wanted;
        var glyph = (ushort)face.GlyphOf(WhiteSquare);
        return missing with { Id = glyph, Face = NumberOf(face), Advance = (int)((long)face.AdvanceOf(glyph) * voice.Size / face.UnitsPerEm), XOffset = 0, YOffset = 0 };
    }

    private const int WhiteSquare = 0x25A1;

    private byte NumberOf(FontFace face)
    {
        var index = _faces.IndexOf(face);
        if (index >= 0) return (byte)index;
        _faces.Add(face);
        return (byte)(_faces.Count - 1);
    }

    private TextSetting SettingOf(Voice voice)
    {
        voice = voice with { Rise = 0 };
        if (!_settings.TryGetValue(voice, out var setting)) _settings[voice] = setting = new TextSetting(StackOf(voice), new Length(voice.Size));
        return setting;
    }

    private FaceStack StackOf(Voice voice)
    {
        var stack = style.Fonts.GetValueOrDefault(voice.Stack) ?? new FontStack(voice.Stack, [voice.Stack], [], []);
        if (voice.Bold && stack.Bold is { } bold) stack = style.Fonts.GetValueOrDefault(bold)?.Before(stack) ?? Ahead(stack, bold);
        if (voice.Emphasized) stack = stack.Emphasized;
        return fonts.Resolve(new FaceNames(stack.Han, stack.Latin, stack.Fallback));
    }

    /// <summary>A bold face that is named itself stands before those of the stack.</summary>
    private static FontStack Ahead(FontStack stack, string face) => stack with { Han = stack.Han.Insert(0, face), Latin = stack.Latin.Insert(0, face) };
}
