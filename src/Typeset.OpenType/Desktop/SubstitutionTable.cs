namespace Typeset.OpenType.Desktop;

/// <summary>
/// The single, multiple and ligature substitutions (GSUB lookup types 1, 2, 4, directly or by extension, 7) of the features that
/// programs apply unasked. Contexts are not looked at: lookups that no feature names are taken to be called by one.
/// </summary>
internal ref struct SubstitutionTable
{
    private const int Single = 1, Multiple = 2, Ligature = 4, Extension = 7;

    /// <summary>More than any font has; a table that claims more leads in circles.</summary>
    private const int MaxSubstitutions = 1 << 20;

    private static readonly Tag[] Unasked =
        [Tag.Parse("ccmp"), Tag.Parse("locl"), Tag.Parse("rlig"), Tag.Parse("liga"), Tag.Parse("clig"), Tag.Parse("calt"), Tag.Parse("vert"),
            Tag.Parse("isol"), Tag.Parse("init"), Tag.Parse("medi"), Tag.Parse("med2"), Tag.Parse("fina"), Tag.Parse("fin2"), Tag.Parse("fin3"),
            Tag.Parse("nukt"), Tag.Parse("akhn"), Tag.Parse("rphf"), Tag.Parse("rkrf"), Tag.Parse("pref"), Tag.Parse("blwf"), Tag.Parse("abvf"), Tag.Parse("half"),
            Tag.Parse("pstf"), Tag.Parse("vatu"), Tag.Parse("cjct"), Tag.Parse("pres"), Tag.Parse("abvs"), Tag.Parse("blws"), Tag.Parse("psts"), Tag.Parse("haln"),
        ];

    private readonly FontReader _table;
    private readonly List<Substitution> _found = [];

    private SubstitutionTable(FontReader table) => _table = table;

    public static List<Substitution> Read(FontTable table)
    {
        var reader = new SubstitutionTable(table.Reader);
        reader.ReadLookups();
        return reader._found;
    }

    private readonly void ReadLookups()
    {
        var lookups = _table.SliceFrom(_table.U16At(8));
        var wanted = ChooseLookups(lookups.U16At(0));
        for (var i = 0; i < wanted.Length; i++)
        {
            if (wanted[i]) ReadLookup(lookups.SliceFrom(lookups.U16At(2 + 2 * i)));
        }
    }

    private readonly bool[] ChooseLookups(int count)
    {
        var (wanted, named) = (new bool[count], new bool[count]);
        var features = _table.SliceFrom(_table.U16At(6));
        for (var i = 0; i < features.U16At(0); i++)
        {
            var feature = features.SliceFrom(features.U16At(2 + 6 * i + 4));
            var isWanted = Unasked.Contains(new Tag(features.U32At(2 + 6 * i)));
            for (var k = 0; k < feature.U16At(2); k++)
            {
                var lookup = feature.U16At(4 + 2 * k);
                if (lookup >= count) throw _table.Broken($"a feature names lookup {lookup} of {count}");
                named[lookup] = true;
                wanted[lookup] |= isWanted;
            }
        }

        for (var i = 0; i < count; i++) wanted[i] |= !named[i];
        return wanted;
    }

    private readonly void ReadLookup(FontReader lookup)
    {
        var type = lookup.U16At(0);
        for (var i = 0; i < lookup.U16At(4); i++)
        {
            var subtable = lookup.SliceFrom(lookup.U16At(6 + 2 * i));
            if (type == Extension) ReadSubtable(subtable.U16At(2), subtable.SliceFrom(subtable.U32At(4)));
            else ReadSubtable(type, subtable);
        }
    }

    private readonly void ReadSubtable(int type, FontReader subtable)
    {
        if (type is not (Single or Multiple or Ligature)) return;
        var glyphs = ReadCoverage(subtable.SliceFrom(subtable.U16At(2)));
        for (var i = 0; i < glyphs.Count; i++)
        {
            if (type == Single) ReadSingle(subtable, glyphs[i], i);
            else if (type == Multiple) ReadMultiple(subtable, glyphs[i], i);
            else ReadLigatures(subtable, glyphs[i], i);
            if (_found.Count > MaxSubstitutions) throw _table.Broken("there are too many substitutions");
        }
    }

    private readonly void ReadSingle(FontReader subtable, ushort glyph, int index)
    {
        if (subtable.U16At(0) == 1) _found.Add(new([glyph], [(ushort)(glyph + subtable.U16At(4))]));
        else if (index < subtable.U16At(4)) _found.Add(new([glyph], [subtable.U16At(6 + 2 * index)]));
    }

    private readonly void ReadMultiple(FontReader subtable, ushort glyph, int index)
    {
        if (index >= subtable.U16At(4)) return;
        var sequence = subtable.SliceFrom(subtable.U16At(6 + 2 * index));
        _found.Add(new([glyph], ReadGlyphs(sequence, 2, sequence.U16At(0))));
    }

    private readonly void ReadLigatures(FontReader subtable, ushort glyph, int index)
    {
        if (index >= subtable.U16At(4)) return;
        var set = subtable.SliceFrom(subtable.U16At(6 + 2 * index));
        for (var i = 0; i < set.U16At(0); i++)
        {
            var ligature = set.SliceFrom(set.U16At(2 + 2 * i));
            var others = Math.Max(0, ligature.U16At(2) - 1);
            _found.Add(new([glyph, .. ReadGlyphs(ligature, 4, others)], [ligature.U16At(0)]));
        }
    }

    private static ushort[] ReadGlyphs(FontReader reader, int offset, int count)
    {
        reader.SeekTo(offset + 2L * count);
        var glyphs = new ushort[count];
        for (var i = 0; i < count; i++) glyphs[i] = reader.U16At(offset + 2 * i);
        return glyphs;
    }

    private static List<ushort> ReadCoverage(FontReader coverage)
    {
        var count = coverage.U16At(2);
        if (coverage.U16At(0) == 1) return [.. ReadGlyphs(coverage, 4, count)];
        var glyphs = new List<ushort>();
        for (var i = 0; i < count; i++)
        {
            var (first, last) = (coverage.U16At(4 + 6 * i), coverage.U16At(6 + 6 * i));
            for (int glyph = first; glyph <= last; glyph++) glyphs.Add((ushort)glyph);
            if (glyphs.Count > ushort.MaxValue + 1) throw coverage.Broken("a coverage goes back over itself");
        }

        return glyphs;
    }
}
