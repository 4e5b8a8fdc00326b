namespace Typeset.Shaping;
public sealed class FontLibrary(IReadOnlyList<FontSource> sources) { public IReadOnlyList<FontSource> Sources => sources; }
