namespace Typeset.OpenType.Cff;

/// <summary>The hints and local subroutines that a group of glyphs shares: a Private DICT with what it points at.</summary>
internal sealed record CffPrivate(CffDict Dict, CffIndex Subrs);

/// <summary>A Compact Font Format font, CID-keyed or name-keyed (Adobe Technical Note 5176; OpenType, "CFF ").</summary>
internal sealed class CffFont
{
    private readonly FontTable _table;
    private readonly FdSelect _fdSelect;

    private CffFont(FontTable table, ref FontReader reader, int glyphCount)
    {
        _table = table;
        reader.Skip(2); // version
        reader.SeekTo(reader.U8());
        NameIndex = CffIndex.Read(table, ref reader);
        TopDict = CffDict.Read(table, CffIndex.Read(table, ref reader)[0]);
        CffIndex.Read(table, ref reader); // strings
        GlobalSubrs = CffIndex.Read(table, ref reader);
        CharStrings = CffIndex.ReadAt(table, Required(DictOperator.CharStrings));
        if (TopDict.IntegerOf(DictOperator.CharstringType) is not (null or 2)) throw table.Broken("the charstrings are not of type 2");
        if (glyphCount >= 0 && CharStrings.Count < glyphCount) throw table.Broken($"{CharStrings.Count} charstrings are too few for {glyphCount} glyphs");
        IsCidKeyed = TopDict.Find(DictOperator.Ros) is not null;
        _fdSelect = IsCidKeyed ? FdSelect.Read(table, Required(DictOperator.FdSelect), CharStrings.Count) : FdSelect.Single;
        FontDicts = IsCidKeyed ? ReadFontDicts() : [TopDict];
        Privates = [.. FontDicts.Select(ReadPrivate)];
    }

    /// <param name="table">The whole CFF table, or a bare CFF program.</param>
    /// <param name="glyphCount">How many glyphs there must be at least; −1 where nothing says so.</param>
    public static CffFont Open(FontTable table, int glyphCount)
    {
        var reader = table.Reader;
        return new CffFont(table, ref reader, glyphCount);
    }

    public bool IsCidKeyed { get; }
    public CffIndex NameIndex { get; }
    public CffDict TopDict { get; }
    public CffIndex CharStrings { get; }
    public CffIndex GlobalSubrs { get; }

    /// <summary>The Font DICTs; of a name-keyed font, its Top DICT, which plays their part.</summary>
    public CffDict[] FontDicts { get; }

    /// <summary>One for each Font DICT.</summary>
    public CffPrivate[] Privates { get; }

    /// <summary>Which Font DICT a glyph belongs to.</summary>
    public int FontDictOf(int glyph) => _fdSelect[glyph] is var dict && dict < FontDicts.Length
        ? dict
        : throw _table.Broken($"glyph {glyph} takes Font DICT {_fdSelect[glyph]} of {FontDicts.Length}");

    public CffPrivate PrivateOf(int glyph) => Privates[FontDictOf(glyph)];

    public GlyphOutline OutlineOf(int glyph) => new CharstringWalker(this).OutlineOf(glyph);

    /// <summary>A glyph that there is.</summary>
    public int Checked(int glyph) =>
        (uint)glyph < (uint)CharStrings.Count ? glyph : throw _table.Broken($"there is no glyph {glyph} in a font of {CharStrings.Count}");

    /// <summary>The glyph of a code of Adobe's Standard Encoding, by which old accented letters name their parts.</summary>
    public int GlyphOfStandardCode(int code)
    {
        if (IsCidKeyed) throw _table.Broken("a CID-keyed font composes a glyph by letter codes");
        var name = StandardEncoding.NameOf(code);
        var glyph = Charset.GlyphOfName(_table, TopDict.IntegerOf(DictOperator.Charset) ?? 0, name, CharStrings.Count);
        return glyph >= 0 ? glyph : throw _table.Broken($"a part of an accented letter, code {code}, is missing");
    }

    /// <summary>Ems in a unit of the charstrings, by the font's matrix; 0.001 where it has none.</summary>
    public double HorizontalScale => (TopDict.Find(DictOperator.FontMatrix) ?? FontDicts[0].Find(DictOperator.FontMatrix)) is { Operands: [var scale, ..] } ? scale : 0.001;

    /// <summary>The glyph of each CID, up to the highest that there is; 0 where a CID has none.</summary>
    public int[] ReadCids() => Charset.ReadCids(_table, TopDict.IntegerOf(DictOperator.Charset) ?? 0, CharStrings.Count);

    public FontFormatException Broken(string problem) => _table.Broken(problem);

    private int Required(DictOperator entry) => TopDict.IntegerOf(entry) ?? throw _table.Broken($"the Top DICT has no {entry}");

    private CffDict[] ReadFontDicts()
    {
        var index = CffIndex.ReadAt(_table, Required(DictOperator.FdArray));
        if (index.Count is 0 or > 256) throw _table.Broken($"the font has {index.Count} Font DICTs");
        var dicts = new CffDict[index.Count];
        for (var i = 0; i < dicts.Length; i++) dicts[i] = CffDict.Read(_table, index[i]);
        return dicts;
    }

    private CffPrivate ReadPrivate(CffDict fontDict)
    {
        if (fontDict.IntegerOf(DictOperator.Private) is not { } size) return new CffPrivate(CffDict.Read(_table, default), CffIndex.Empty(_table));
        var offset = fontDict.IntegerOf(DictOperator.Private, 1)!.Value;
        var reader = _table.Reader;
        reader.SeekTo(offset);
        var dict = CffDict.Read(_table, reader.Bytes(size));
        var subrs = dict.IntegerOf(DictOperator.Subrs) is { } subrsOffset ? CffIndex.ReadAt(_table, (long)offset + subrsOffset) : CffIndex.Empty(_table);
        return new CffPrivate(dict, subrs);
    }
}
