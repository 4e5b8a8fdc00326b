namespace Typeset.OpenType;

// Stands in until the reader lands; that change deletes this file.
/// <summary>One face of a font file.</summary>
public sealed partial class FontFace;
