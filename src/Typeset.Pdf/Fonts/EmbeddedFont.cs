using Typeset.OpenType;
using Typeset.Pages;

namespace Typeset.Pdf.Fonts;

/// <summary>
/// A face as the file uses it: its glyphs numbered in order of first use (their CIDs), each with its width and the text it stands for.
/// </summary>
/// <remarks>
/// Pages are numbered one after the other, in order; a page may be encoded while a later one is numbered, because what was settled for a
/// glyph's CID, width and text never changes again. Lists by CID grow into new arrays, so that those who still read the old ones find all they may ask for.
/// </remarks>
internal sealed class EmbeddedFont
{
    /// <summary>A glyph that has stood for no text of its own so far.</summary>
    public const int NoText = 0;

    /// <summary>CIDs that there is room for at first.</summary>
    private const int FewGlyphs = 256;

    private readonly ushort[] _cidOfGlyph;
    private volatile ushort[] _glyphOfCid = new ushort[FewGlyphs];
    private volatile short[] _widthOfCid = new short[FewGlyphs];
    private volatile int[] _textOfCid = new int[FewGlyphs];
    private volatile string[] _longTexts = [];

    public EmbeddedFont(FontFace face, int index)
    {
        Face = face;
        Index = index;
        _cidOfGlyph = new ushort[face.GlyphCount];
        _widthOfCid[0] = Thousandths(face.AdvanceOf(0));
        Count = 1;
    }

    public FontFace Face { get; }

    /// <summary>Its place among the file's fonts; the resource name is <c>F</c> and this number from 1.</summary>
    public int Index { get; }

    /// <summary>How many CIDs there are, 0 (.notdef) included.</summary>
    public int Count { get; private set; }

    /// <summary>The glyph of every CID.</summary>
    public ReadOnlySpan<ushort> Glyphs => _glyphOfCid.AsSpan(0, Count);

    /// <summary>The CID of a glyph that was numbered; 0 for a glyph the face has not.</summary>
    public ushort CidOf(ushort glyph) => glyph < _cidOfGlyph.Length ? _cidOfGlyph[glyph] : (ushort)0;

    /// <summary>The advance in thousandths of an em, whole: what <c>W</c> says, and so what a reader moves by.</summary>
    public short WidthOf(int cid) => _widthOfCid[cid];

    /// <summary>Whether <c>ToUnicode</c> gives back just this text for a CID.</summary>
    public bool StandsFor(int cid, ReadOnlySpan<char> text)
    {
        var stored = _textOfCid[cid];
        if (IsMute(stored)) return false;
        if (stored > 0) return stored == CodePointOf(text);
        return stored < 0 && text.SequenceEqual(_longTexts[~stored]);
    }

    /// <summary>The text of a CID; empty where it never stood for one by itself.</summary>
    public string TextOf(int cid) => _textOfCid[cid] switch
    {
        NoText => "",
        < 0 and var index => _longTexts[~index],
        var codePoint => codePoint < 0x10000 ? ((char)codePoint).ToString() : char.ConvertFromUtf32(codePoint),
    };

    /// <summary>Gives every glyph of a run its CID, and its text to each that stands for one by itself for the first time.</summary>
    public void Number(GlyphRun run)
    {
        var glyphs = run.Glyphs;
        for (var i = 0; i < glyphs.Length; i++)
        {
            ref readonly var glyph = ref glyphs[i];
            var cid = CidOf(glyph.Id);
            if (cid == 0) cid = Add(glyph.Id);
            if (_textOfCid[cid] == NoText && cid != 0 && GlyphClusters.IsAlone(glyphs, i)) SetText(cid, run.Text.AsSpan(glyph.TextStart, glyph.TextLength));
        }
    }

    private ushort Add(ushort glyph)
    {
        if (glyph == 0 || glyph >= _cidOfGlyph.Length) return 0;
        var cid = (ushort)Count;
        if (cid == _glyphOfCid.Length) Grow();
        Count++;
        _cidOfGlyph[glyph] = cid;
        _glyphOfCid[cid] = glyph;
        _widthOfCid[cid] = Thousandths(Face.AdvanceOf(glyph));
        return cid;
    }

    private void Grow()
    {
        _glyphOfCid = Doubled(_glyphOfCid);
        _widthOfCid = Doubled(_widthOfCid);
        _textOfCid = Doubled(_textOfCid);

        static T[] Doubled<T>(T[] array)
        {
            Array.Resize(ref array, array.Length * 2);
            return array;
        }
    }

    private void SetText(int cid, ReadOnlySpan<char> text)
    {
        var codePoint = CodePointOf(text);
        if (codePoint == NoText)
        {
            // Readers may hold the array of before: theirs is complete for the pages they encode.
            var texts = _longTexts;
            _longTexts = [.. texts, text.ToString()];
            codePoint = ~texts.Length;
        }

        _textOfCid[cid] = codePoint;
    }

    private short Thousandths(int fontUnits)
    {
        var rounded = (fontUnits * 2000L + Face.UnitsPerEm) / (2L * Face.UnitsPerEm);
        return (short)Math.Clamp(rounded, short.MinValue, short.MaxValue);
    }

    /// <summary>Whether a character says nothing by itself: private ones (ISO 19005-2 §6.2.11.7.3), and those that no map may name (ISO 14289-1 §7.21.7).</summary>
    private static bool IsMute(int codePoint) =>
        codePoint is 0 or 0xFEFF or 0xFFFE or (>= 0xE000 and <= 0xF8FF) or (>= 0xF0000 and <= 0x10FFFF);

    /// <summary>The one code point that a text is; <see cref="NoText"/> where it is more than one.</summary>
    private static int CodePointOf(ReadOnlySpan<char> text) => text.Length switch
    {
        1 => text[0],
        2 when char.IsSurrogatePair(text[0], text[1]) => char.ConvertToUtf32(text[0], text[1]),
        _ => NoText,
    };
}
