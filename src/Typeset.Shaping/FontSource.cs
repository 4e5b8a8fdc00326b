using Typeset.OpenType;

namespace Typeset.Shaping;

/// <summary>A face that can be had.</summary>
/// <param name="postScriptName">What styles call it by.</param>
/// <param name="path">The file it lies in, as messages show it.</param>
/// <param name="collectionIndex">Which face of a collection; 0 for the first or only one.</param>
/// <param name="open">Gives the file's bytes when the face is first needed (the host maps the file then).</param>
public sealed class FontSource(string postScriptName, string path, int collectionIndex, Func<ReadOnlyMemory<byte>> open)
{
    private readonly Lock _gate = new();
    private FontFace? _face;

    public string PostScriptName { get; } = postScriptName;
    public string Path { get; } = path;

    /// <summary>
    /// Whether it sets what the faces that a style names all lack, though none names it, as the user's own fonts do: 1 before 2 and so on, 0 never.
    /// </summary>
    public int StandIn { get; init; }

    /// <summary>The face, opened when first asked for. It remembers what was read of it, so that all booklets of a process read a font once.</summary>
    /// <exception cref="FontFormatException">The file is no font, is cut, or lacks what every font has.</exception>
    public FontFace Face => Volatile.Read(ref _face) ?? Open();

    private FontFace Open()
    {
        lock (_gate)
        {
            if (_face is null) Volatile.Write(ref _face, FontFace.Open(open(), collectionIndex, Path));
            return _face!;
        }
    }
}
