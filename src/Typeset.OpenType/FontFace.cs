using Typeset.OpenType.Cff;
using Typeset.OpenType.Glyf;
using Typeset.OpenType.Tables;

namespace Typeset.OpenType;

/// <summary>
/// One face of a font file. Opening reads the directory and three small tables; all else is read when first asked for and
/// remembered, from any thread. The bytes must stay as they are while the face is in use (a mapped file will do).
/// </summary>
public sealed class FontFace
{
    private readonly TableDirectory _tables;
    private readonly HeadTable _head;
    private readonly HheaTable _hhea;
    private readonly ushort[]?[] _pages = new ushort[CharacterMap.PageCount][];
    private readonly string _givenName;

    private FontFace(TableDirectory tables, string givenName)
    {
        _tables = tables;
        _givenName = givenName;
        _head = HeadTable.Read(tables.Get(Tag.Head));
        _hhea = HheaTable.Read(tables.Get(Tag.Hhea));
        GlyphCount = MaxpTable.Read(tables.Get(Tag.Maxp)).GlyphCount;
        IsCff = tables.TryGet(Tag.Cff, out _);
    }

    /// <summary>Opens a face.</summary>
    /// <param name="data">The whole font file: TrueType, OpenType or a collection.</param>
    /// <param name="collectionIndex">Which face of a collection; 0 for the first or only one.</param>
    /// <param name="name">What messages call the font; by default they name the table only.</param>
    /// <exception cref="FontFormatException">The file is no font, is cut, or lacks what every font has.</exception>
    public static FontFace Open(ReadOnlyMemory<byte> data, int collectionIndex = 0, string? name = null) =>
        new(TableDirectory.Read(data, collectionIndex, name ?? ""), name ?? "");

    /// <summary>How many faces a file holds: more than one in a collection only.</summary>
    /// <exception cref="FontFormatException">The file is cut within its header.</exception>
    public static int CountFaces(ReadOnlyMemory<byte> data) => TableDirectory.CountFaces(data);

    /// <summary>The name a PDF or a style calls the face by; what the caller gave when opening where the font has none.</summary>
    public string PostScriptName => Names.PostScript is { Length: > 0 } name ? name : _givenName;

    public string FamilyName => Names.Family;
    public string SubfamilyName => Names.Subfamily;

    /// <summary>The family in a font menu of four styles (OpenType, "name", id 1): weights of their own are in it.</summary>
    public string MenuName => Names.Menu;

    /// <summary>Font units in an em, 16 to 16384.</summary>
    public int UnitsPerEm => _head.UnitsPerEm;

    public int GlyphCount { get; }

    /// <summary>Whether the outlines are CFF (cubic) rather than glyf (quadratic).</summary>
    public bool IsCff { get; }

    /// <summary>Whether the CFF outlines are addressed by CID rather than by glyph name.</summary>
    public bool IsCidKeyed => IsCff && Cff.IsCidKeyed;

    /// <summary>Font units above the baseline: OS/2's where the font says they are the ones to use or hhea has none, else hhea's.</summary>
    public int Ascender => UsesTypoMetrics ? Os2.TypoAscender : _hhea.Ascender;

    /// <summary>Font units, negative below the baseline; from the same table as <see cref="Ascender"/>.</summary>
    public int Descender => UsesTypoMetrics ? Os2.TypoDescender : _hhea.Descender;

    /// <summary>Font units between lines that the face asks for; from the same table as <see cref="Ascender"/>.</summary>
    public int LineGap => UsesTypoMetrics ? Os2.TypoLineGap : _hhea.LineGap;

    /// <summary>Font units; where OS/2 is silent, the height of H, or else the ascender.</summary>
    public int CapHeight => Os2.CapHeight ?? HeightOf('H') ?? Ascender;

    /// <summary>Font units; where OS/2 is silent, the height of x, or else half the ascender.</summary>
    public int XHeight => Os2.XHeight ?? HeightOf('x') ?? Ascender / 2;

    /// <summary>Degrees counter-clockwise from the vertical; negative for a face that leans right.</summary>
    public double ItalicAngle => Post.ItalicAngle;

    /// <summary>Whether it is the bold style of its <see cref="MenuName"/>, whatever its weight.</summary>
    public bool IsStyledBold => (_head.MacStyle & 1) != 0;

    public bool IsItalic => (_head.MacStyle & 2) != 0 || ItalicAngle != 0;
    public bool IsFixedPitch => Post.IsFixedPitch;

    /// <summary>1 to 1000: 400 is regular, 700 bold.</summary>
    public int Weight => Os2.Weight;

    /// <summary>The box around all glyphs laid upon each other, as the font's header gives it.</summary>
    public GlyphBounds BoundingBox => _head.Bounds;

    /// <summary>What the font's maker allows (OS/2 fsType): 0 everything, 2 no embedding, 4 print and preview, 8 editable.</summary>
    public ushort EmbeddingRights => Os2.EmbeddingRights;

    /// <summary>The nominal glyph of a character; 0 (.notdef) where the face lacks it.</summary>
    public ushort GlyphOf(int codePoint)
    {
        if ((uint)codePoint > 0x10FFFF) return 0;
        var page = _pages[codePoint >> 8] ?? LoadPage(codePoint >> 8);
        return page[codePoint & 0xFF];
    }

    /// <summary>The horizontal advance in font units; 0 for a glyph the face does not have.</summary>
    public int AdvanceOf(ushort glyph)
    {
        var advances = _advances ?? LoadAdvances();
        return glyph < advances.Length ? advances[glyph] : 0;
    }

    /// <summary>The vertical advance in font units (downwards, positive); ascender to descender where the face has no vertical metrics.</summary>
    public int VerticalAdvanceOf(ushort glyph)
    {
        var advances = _verticalAdvances ?? LoadVerticalAdvances();
        return glyph < advances.Length ? advances[glyph] : Ascender - Descender;
    }

    /// <summary>The box around a glyph's ink.</summary>
    public GlyphBounds BoundsOf(ushort glyph) => IsCff ? Cff.OutlineOf(glyph).Bounds : Glyf.BoundsOf(glyph);

    /// <summary>The contours of a glyph, components put in place.</summary>
    /// <exception cref="FontFormatException">The glyph's data are broken, or the face has no such glyph.</exception>
    public GlyphOutline OutlineOf(ushort glyph) => IsCff ? Cff.OutlineOf(glyph) : Glyf.OutlineOf(glyph);

    /// <summary>The bytes of a table as they stand in the file.</summary>
    public bool TryGetTable(Tag tag, out ReadOnlyMemory<byte> table)
    {
        var found = _tables.TryGet(tag, out var bytes);
        table = bytes.Data;
        return found;
    }

    public override string ToString() => PostScriptName;

    internal FontTable Table(Tag tag) => _tables.Get(tag);

    internal HeadTable Head => _head;

    internal GlyfTable Glyf => field ??= GlyfTable.Open(_tables.Get(Tag.Glyf), _tables.Get(Tag.Loca), GlyphCount, _head.HasLongOffsets);

    internal CffFont Cff => field ??= CffFont.Open(_tables.Get(Tag.Cff), GlyphCount);

    /// <summary>CFF glyphs as TrueType descriptions, by number: those that were asked for once. A face's glyphs bound it; those of FandolFang take 3 MB.</summary>
    internal byte[]?[] QuadraticDescriptions => field ??= new byte[GlyphCount][];

    internal short BearingOf(ushort glyph) => MetricsTable.ReadBearing(_tables.Get(Tag.Hmtx), _hhea.MetricCount, glyph);

    private NameTable Names => field ??= _tables.TryGet(Tag.Name, out var table) ? NameTable.Read(table) : NameTable.Absent;

    private Os2Table Os2 => field ??= _tables.TryGet(Tag.Os2, out var table) ? Os2Table.Read(table) : Os2Table.Absent;

    private PostTable Post => field ??= _tables.TryGet(Tag.Post, out var table) ? PostTable.Read(table) : PostTable.Absent;

    private bool UsesTypoMetrics => Os2.UsesTypoMetrics || (_hhea.Ascender == 0 && _hhea.Descender == 0);

    private volatile ushort[]? _advances;
    private volatile ushort[]? _verticalAdvances;
    private volatile CharacterMap? _characterMap;
    private volatile bool _hasReadCharacterMap;

    private int? HeightOf(char letter) => GlyphOf(letter) is var glyph and not 0 ? BoundsOf(glyph).YMax : null;

    private ushort[] LoadPage(int index)
    {
        var page = Characters()?.ReadPage(index) ?? CharacterMap.EmptyPage;
        Volatile.Write(ref _pages[index], page);
        return page;
    }

    private CharacterMap? Characters()
    {
        if (!_hasReadCharacterMap)
        {
            _characterMap = _tables.TryGet(Tag.Cmap, out var table) ? CharacterMap.Read(table, GlyphCount) : null;
            _hasReadCharacterMap = true;
        }

        return _characterMap;
    }

    private ushort[] LoadAdvances() => _advances = MetricsTable.ReadAdvances(_tables.Get(Tag.Hmtx), _hhea.MetricCount, GlyphCount);

    private ushort[] LoadVerticalAdvances() => _verticalAdvances =
        _tables.TryGet(Tag.Vhea, out var header) && _tables.TryGet(Tag.Vmtx, out var metrics)
            ? MetricsTable.ReadAdvances(metrics, HheaTable.Read(header).MetricCount, GlyphCount)
            : [];
}
