using System.IO.Compression;
using System.IO.Hashing;
using Typeset.OpenType;
using Typeset.Pdf.Fonts;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf;

/// <summary>
/// Font programs cut and deflated once for all the files of one layout: what a reading, an archive and a press file embed is the same. Safe from
/// any thread; changes no byte of any file. Disposed of when the files are written, it hands its memory on to the next.
/// </summary>
public sealed class PdfFontCache : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<FontFace, List<(ushort[] Glyphs, CompressionLevel Level, FontProgram Program)>> _programs = new(ReferenceEqualityComparer.Instance);

    /// <summary>The program for some glyphs of a face, made where it is not there yet.</summary>
    internal FontProgram ProgramOf(FontFace face, ReadOnlySpan<ushort> glyphs, CompressionLevel level)
    {
        if (Find(face, glyphs, level) is { } found) return found;
        var program = FontProgram.Of(face, glyphs, level);
        lock (_gate)
        {
            if (!_programs.TryGetValue(face, out var known)) _programs.Add(face, known = []);
            known.Add((glyphs.ToArray(), level, program));
        }

        return program;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var (_, _, program) in _programs.Values.SelectMany(static programs => programs)) program.Dispose();
            _programs.Clear();
        }
    }

    private FontProgram? Find(FontFace face, ReadOnlySpan<ushort> glyphs, CompressionLevel level)
    {
        lock (_gate)
        {
            if (!_programs.TryGetValue(face, out var known)) return null;
            foreach (var entry in known)
            {
                if (entry.Level == level && glyphs.SequenceEqual(entry.Glyphs)) return entry.Program;
            }
        }

        return null;
    }
}

/// <summary>A subset's program.</summary>
internal sealed class FontProgram : IDisposable
{
    private readonly Flate _flate;

    private FontProgram(FontSubset subset, CompressionLevel level)
    {
        var program = subset.Program.Span;
        (Kind, Length, GlyphCount, Tag) = (subset.Kind, program.Length, subset.Glyphs.Length, TagOf(program));
        _flate = Flate.ForFonts(level, subset.Kind);
        _flate.Deflate(program);
    }

    /// <summary>What it is.</summary>
    public FontProgramKind Kind { get; }

    /// <summary>Its bytes before they were deflated.</summary>
    public int Length { get; }

    /// <summary>Its glyphs, and so CIDs.</summary>
    public int GlyphCount { get; }

    /// <summary>The program, deflated; until disposal.</summary>
    public ReadOnlySpan<byte> Deflated => _flate.Deflated;

    /// <summary>The six capitals that tell it from others of its face.</summary>
    public string Tag { get; }

    public static FontProgram Of(FontFace face, ReadOnlySpan<ushort> glyphs, CompressionLevel level)
    {
        using var subset = FontSubsetter.Subset(face, glyphs);
        return new(subset, level);
    }

    public void Dispose() => _flate.Dispose();

    /// <summary>Digits to base 26 of the program's fingerprint (ISO 32000-1 §9.6.4).</summary>
    private static string TagOf(ReadOnlySpan<byte> program) => string.Create(6, XxHash3.HashToUInt64(program), static (tag, hash) =>
    {
        for (var i = 0; i < tag.Length; i++, hash /= 26) tag[i] = (char)('A' + hash % 26);
    });
}
