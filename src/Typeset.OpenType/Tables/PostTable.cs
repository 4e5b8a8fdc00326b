namespace Typeset.OpenType.Tables;

/// <summary>Slant and pitch for PostScript printers (OpenType, "post"); glyph names are not read.</summary>
/// <param name="ItalicAngle">Degrees counter-clockwise from the vertical; negative for a face that leans right.</param>
/// <param name="IsFixedPitch">Whether all glyphs are equally wide.</param>
internal sealed record PostTable(double ItalicAngle, bool IsFixedPitch)
{
    public static readonly PostTable Absent = new(0, false);

    public static PostTable Read(FontTable table)
    {
        var reader = table.Reader;
        reader.Skip(4); // version
        var italicAngle = reader.Fixed();
        reader.Skip(4); // underline position and thickness
        return new PostTable(italicAngle, reader.U32() != 0);
    }
}
