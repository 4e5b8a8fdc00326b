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
    private readonly ConcurrentDictionary<Complaint, Places> _places = new();
    private readonly ConcurrentDictionary<ShapingFace, bool> _unreadable = new();
    private readonly HashSet<Complaint> _told = [];

    /// <summary>The characters that no face has.</summary>
    public IEnumerable<int> MissingCharacters => _places.Keys.Where(static complaint => complaint.IsMissing).Select(static complaint => complaint.CodePoint).Distinct();

    /// <summary>Adds a diagnostic for each complaint that was not told before; to be called when shaping is done.</summary>
    public void ReportTo(DiagnosticBag diagnostics)
    {
        var fresh = _places.Where(pair => _told.Add(pair.Key)).OrderBy(static pair => pair.Key.CodePoint).ThenBy(static pair => pair.Key.FaceNames, StringComparer.Ordinal);
        foreach (var (complaint, places) in fresh) diagnostics.Add(complaint.At(places));
        foreach (var (face, _) in _unreadable) diagnostics.Add(FontMessages.UnreadableFont.Anywhere(face.Face.PostScriptName, face.Problem ?? ""));
    }

    internal void Substituted(int codePoint, FontFace wanted, FontFace used, SourceSpan place) => Note(new(FontMessages.FallbackGlyph, codePoint, wanted, used), place);

    internal void Missing(int codePoint, SourceSpan place) => Note(new(FontMessages.MissingGlyph, codePoint), place);

    internal void Unjoined(SourceSpan place) => Note(new(FontMessages.UnjoinedLetters, 0), place);

    internal void LoneSurrogate(int unit, SourceSpan place) => Note(new(FontMessages.LoneSurrogate, unit), place);

    internal void Unreadable(ShapingFace face) => _unreadable.TryAdd(face, true);

    private void Note(Complaint complaint, SourceSpan place) => _places.GetOrAdd(complaint, static complaint => new Places(complaint.IsMissing ? Places.MostListed : 1)).Add(place);

    private sealed record Complaint(MessageTemplate Template, int CodePoint, FontFace? Wanted = null, FontFace? Used = null)
    {
        public bool IsMissing => Template == FontMessages.MissingGlyph;

        public string FaceNames => $"{Wanted?.PostScriptName} {Used?.PostScriptName}";

        public Diagnostic At(Places places)
        {
            if (Wanted is null && !IsMissing) return Template.At(places.First, Code);
            return IsMissing
                ? Template.At(places.First, Character, Code, places.ToString())
                : Template.At(places.First, Character, Code, Wanted!.PostScriptName, Used!.PostScriptName);
        }

        private string Character => char.ConvertFromUtf32(CodePoint);

        private string Code => "U+" + CodePoint.ToString("X4", CultureInfo.InvariantCulture);
    }
}
