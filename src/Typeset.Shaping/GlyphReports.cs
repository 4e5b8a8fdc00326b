using System.Collections.Concurrent;
using System.Globalization;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.OpenType;
using Typeset.Shaping.Runs;

namespace Typeset.Shaping;

/// <summary>Where in the author's files a UTF-16 unit of the shaped text (a <see cref="ShapedGlyph.Cluster"/>) stands.</summary>
public delegate SourceSpan SpanResolver(int cluster);

/// <summary>
/// Gathers what shaping has to complain of, from any thread: each character and face once, at its first place in the manuscript,
/// whatever order the threads took.
/// </summary>
public sealed class GlyphReports
{
    private readonly ConcurrentDictionary<Complaint, SourceSpan> _places = new();
    private readonly ConcurrentDictionary<ShapingFace, bool> _unreadable = new();

    /// <summary>Adds a diagnostic for each complaint; to be called when shaping is done.</summary>
    public void ReportTo(DiagnosticBag diagnostics)
    {
        foreach (var (complaint, place) in _places) diagnostics.Add(complaint.At(place));
        foreach (var (face, _) in _unreadable) diagnostics.Add(FontMessages.UnreadableFont.Anywhere(face.Face.PostScriptName, face.Problem ?? ""));
    }

    internal void Substituted(int codePoint, FontFace wanted, FontFace used, SourceSpan place) => Note(new(codePoint, wanted, used), place);

    internal void Missing(int codePoint, FontFace wanted, SourceSpan place) => Note(new(codePoint, wanted, null), place);

    internal void LoneSurrogate(int unit, SourceSpan place) => Note(new(unit, null, null), place);

    internal void Unreadable(ShapingFace face) => _unreadable.TryAdd(face, true);

    private void Note(Complaint complaint, SourceSpan place) =>
        _places.AddOrUpdate(complaint, place, (_, before) => IsBefore(place, before) ? place : before);

    private static bool IsBefore(SourceSpan a, SourceSpan b)
    {
        if (a.Source is null || b.Source is null) return b.Source is null && a.Source is not null;
        var order = string.CompareOrdinal(a.Source.Path, b.Source.Path);
        return order != 0 ? order < 0 : a.Start < b.Start;
    }

    private sealed record Complaint(int CodePoint, FontFace? Wanted, FontFace? Used)
    {
        public Diagnostic At(SourceSpan place)
        {
            if (Wanted is null) return FontMessages.LoneSurrogate.At(place, Code);
            return Used is null
                ? FontMessages.MissingGlyph.At(place, Character, Code)
                : FontMessages.FallbackGlyph.At(place, Character, Code, Wanted.PostScriptName, Used.PostScriptName);
        }

        private string Character => char.ConvertFromUtf32(CodePoint);

        private string Code => "U+" + CodePoint.ToString("X4", CultureInfo.InvariantCulture);
    }
}
