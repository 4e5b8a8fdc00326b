using System.Collections.Concurrent;
using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.OpenType;
using Typeset.Shaping.Runs;

namespace Typeset.Shaping;

/// <summary>The faces that a style asks for by PostScript name, best first, as <see cref="FontLibrary.Resolve"/> takes them.</summary>
/// <param name="Han">For Han, kana, full-width marks.</param>
/// <param name="Latin">For the rest.</param>
/// <param name="Fallback">For what both lack.</param>
public sealed record FaceNames(ImmutableArray<string> Han, ImmutableArray<string> Latin, ImmutableArray<string> Fallback);

/// <summary>
/// The faces there are, opened when first asked for and kept. The first source of a name wins. A face that cannot be read is complained
/// of once and is then as if it were not there. Safe from any thread.
/// </summary>
public sealed class FontLibrary
{
    private readonly Dictionary<string, FontSource> _sources = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<ShapingFace?>> _faces = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _unknown = new(StringComparer.Ordinal);
    private readonly DiagnosticBag _diagnostics;
    private readonly ImmutableArray<string> _standIns;

    public FontLibrary(IReadOnlyList<FontSource> sources, DiagnosticBag diagnostics)
    {
        foreach (var source in sources) _sources.TryAdd(source.PostScriptName, source);
        Sources = sources;
        _standIns = [.. sources.Where(static source => source.StandIn > 0).OrderBy(static source => source.StandIn).Select(static source => source.PostScriptName)];
        _diagnostics = diagnostics;
    }

    /// <summary>All that can be had, as the host found them.</summary>
    public IReadOnlyList<FontSource> Sources { get; }

    /// <summary>The face of a PostScript name, or null where there is none or it cannot be read; either is complained of once.</summary>
    public FontFace? Find(string postScriptName) => FaceOf(postScriptName)?.Value?.Face;

    /// <summary>The faces that no style need name: each sets what all of a stack lack.</summary>
    public ImmutableArray<string> StandIns => _standIns;

    /// <summary>
    /// The stack of the faces that can be had, those that stand in for all at its end. Names that lead nowhere are left out; where a list is empty the others
    /// stand in for it.
    /// </summary>
    public FaceStack Resolve(FaceNames names) => new(FacesOf(names.Han), FacesOf(names.Latin), FacesOf(names.Fallback.AddRange(_standIns)));

    private ImmutableArray<Lazy<ShapingFace?>> FacesOf(ImmutableArray<string> names)
    {
        var faces = ImmutableArray.CreateBuilder<Lazy<ShapingFace?>>(names.Length);
        foreach (var name in names)
        {
            if (FaceOf(name) is { } face) faces.Add(face);
        }

        return faces.ToImmutable();
    }

    private Lazy<ShapingFace?>? FaceOf(string name)
    {
        if (_sources.TryGetValue(name, out var source)) return _faces.GetOrAdd(name, _ => new Lazy<ShapingFace?>(() => Open(source)));
        if (_unknown.TryAdd(name, true)) _diagnostics.Add(FontMessages.UnknownFont.Anywhere(name));
        return null;
    }

    private ShapingFace? Open(FontSource source)
    {
        try
        {
            return new ShapingFace(Probe(source.Face));
        }
        catch (Exception problem) when (problem is FontFormatException or IOException or UnauthorizedAccessException)
        {
            _diagnostics.Add(FontMessages.UnreadableFont.Anywhere(source.Path, problem.Message));
            return null;
        }
    }

    /// <summary>Reads what every text needs, so that a broken font fails here and not in the middle of a line.</summary>
    private static FontFace Probe(FontFace face)
    {
        face.AdvanceOf(face.GlyphOf(' '));
        return face;
    }
}
