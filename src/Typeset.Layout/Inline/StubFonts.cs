// Stands in until shaping lands; that change deletes this file.
namespace Typeset.Shaping;
public sealed class FontLibrary(IReadOnlyList<FontSource> sources) { public IReadOnlyList<FontSource> Sources => sources; }
