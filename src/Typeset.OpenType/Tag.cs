namespace Typeset.OpenType;

/// <summary>The four letters that name a table, a script, a language or a feature (OpenType, "Data Types": Tag).</summary>
public readonly record struct Tag(uint Value) : IComparable<Tag>
{
    public static readonly Tag Base = Parse("BASE");
    public static readonly Tag Cff = Parse("CFF ");
    public static readonly Tag Cmap = Parse("cmap");
    public static readonly Tag ControlValues = Parse("cvt ");
    public static readonly Tag FontProgram = Parse("fpgm");
    public static readonly Tag Gdef = Parse("GDEF");
    public static readonly Tag Glyf = Parse("glyf");
    public static readonly Tag Gpos = Parse("GPOS");
    public static readonly Tag Gsub = Parse("GSUB");
    public static readonly Tag Head = Parse("head");
    public static readonly Tag Hhea = Parse("hhea");
    public static readonly Tag Hmtx = Parse("hmtx");
    public static readonly Tag Loca = Parse("loca");
    public static readonly Tag Maxp = Parse("maxp");
    public static readonly Tag Name = Parse("name");
    public static readonly Tag Os2 = Parse("OS/2");
    public static readonly Tag Post = Parse("post");
    public static readonly Tag ControlProgram = Parse("prep");
    public static readonly Tag Vhea = Parse("vhea");
    public static readonly Tag Vmtx = Parse("vmtx");
    public static readonly Tag Vorg = Parse("VORG");

    /// <summary>The tag of one to four ASCII letters, filled up with spaces.</summary>
    /// <exception cref="ArgumentException">The text is empty, longer than four or not ASCII.</exception>
    public static Tag Parse(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 4) throw new ArgumentException("A tag has one to four letters.", nameof(text));
        uint value = 0;
        for (var i = 0; i < 4; i++) value = value << 8 | Letter(i < text.Length ? text[i] : ' ');
        return new Tag(value);
    }

    /// <summary>The order of table directories: by the letters' codes.</summary>
    public int CompareTo(Tag other) => Value.CompareTo(other.Value);

    /// <summary>The four letters; what is not printable ASCII (in a broken file) shows as <c>?</c>.</summary>
    public override string ToString() => string.Create(4, Value, static (span, value) =>
    {
        for (var i = 0; i < 4; i++) span[i] = (char)(value >> (24 - 8 * i) & 0xFF) is >= ' ' and <= '~' and var letter ? letter : '?';
    });

    private static uint Letter(char c) => c is >= ' ' and <= '~' ? c : throw new ArgumentException("A tag is written in ASCII.");
}
