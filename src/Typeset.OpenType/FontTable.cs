namespace Typeset.OpenType;

/// <summary>The bytes of one table of one font, to be read through a <see cref="FontReader"/> only.</summary>
internal readonly record struct FontTable(ReadOnlyMemory<byte> Data, Tag Tag, string Font)
{
    public FontReader Reader => new(Data.Span, Tag, Font);

    public FontFormatException Broken(string problem) => new(Tag, problem, Font);
}
