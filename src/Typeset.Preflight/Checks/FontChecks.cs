using System.Globalization;
using Typeset.OpenType;
using Typeset.Preflight.Reading;
using M = Typeset.Core.Messages.FindingMessages;

namespace Typeset.Preflight.Checks;

/// <summary>Fonts that pages use: embedded, sound, with true widths and a text for every code.</summary>
internal static class FontChecks
{
    /// <summary>Of a font, so many codes are named; one mistake mostly meets them all.</summary>
    private const int NamedCodes = 5;

    public static void AddTo(Dictionary<string, Delegate> checks)
    {
        checks["font-embedded"] = (FontCheck)Embedded;
        checks["font-sound"] = (FontCheck)Sound;
        checks["font-glyphs-there"] = (FontCheck)GlyphsThere;
        checks["font-widths"] = (FontCheck)Widths;
        checks["font-no-notdef"] = (FontCheck)NoNotDef;
        checks["font-text"] = (FontCheck)Text;
        checks["font-text-valid"] = (FontCheck)TextValid;
        checks["font-cidset"] = (FontCheck)CidSet;
        checks["font-cidset-right"] = (FontCheck)CidSetRight;
        checks["font-encoding"] = (FontCheck)Encodings;
        checks["font-cid-map"] = (FontCheck)CidMap;
        checks["font-dictionary"] = (FontCheck)Entries;
    }

    private static void Embedded(FontView view, ClauseFindings found)
    {
        if (!view.Font.IsEmbedded && view.Font.Subtype != "Type3") found.At(view.FirstPlace, M.FontNotEmbedded, view.Name);
    }

    private static void Sound(FontView view, ClauseFindings found)
    {
        if (view.Font.Program is null && view.Font.ProgramFault is { } fault) found.At(view.FirstPlace, M.FontBroken, view.Name, fault);
    }

    private static void GlyphsThere(FontView view, ClauseFindings found)
    {
        if (view.Font.Program is not { } program) return;
        foreach (var (code, place) in view.Font.Used.Where(used => view.Font.GlyphOf(used.Key) is { } glyph && !program.HasGlyph(glyph)).Take(NamedCodes)) found.At(place, M.FontNoGlyph, view.Name, Code(code));
    }

    /// <summary>The clause's limit: by how many thousandths of an em a declared width may differ.</summary>
    private static void Widths(FontView view, ClauseFindings found)
    {
        if (view.Font.Program is not { } program) return;
        var named = 0;
        foreach (var (code, place) in view.Font.Used)
        {
            if (view.Font.GlyphOf(code) is not { } glyph || !program.HasGlyph(glyph) || AdvanceOf(program, glyph) is not { } actual) continue;
            var declared = view.Font.WidthOf(code);
            if (Math.Abs(declared - actual) <= found.Limit(0)) continue;
            found.At(place, M.FontWidth, view.Name, Code(code), Number(declared), Number(actual));
            if (++named == NamedCodes) return;
        }
    }

    private static double? AdvanceOf(FontProgram program, int glyph)
    {
        try
        {
            return program.AdvanceOf(glyph);
        }
        catch (FontFormatException)
        {
            return null;
        }
    }

    private static void NoNotDef(FontView view, ClauseFindings found)
    {
        foreach (var (code, place) in view.Font.Used.Where(used => view.Font.GlyphOf(used.Key) == 0).Take(NamedCodes)) found.At(place, M.FontNotDef, view.Name, Code(code));
    }

    private static void Text(FontView view, ClauseFindings found)
    {
        if (view.Font.IsComposite && !view.Font.HasToUnicode) found.At(view.FirstPlace, M.FontNoMap, view.Name);
        else foreach (var (code, place) in view.Font.Used.Where(used => string.IsNullOrEmpty(view.Font.TextOf(used.Key))).Take(NamedCodes)) found.At(place, M.FontNoText, view.Name, Code(code));
    }

    private static void TextValid(FontView view, ClauseFindings found)
    {
        foreach (var (code, place) in view.Font.Used)
        {
            var text = view.Font.TextOf(code) ?? "";
            var bad = text.AsSpan().IndexOfAny('\0', '\uFEFF', '\uFFFE');
            if (bad >= 0) found.At(place, M.FontBadText, view.Name, Code(code), ((int)text[bad]).ToString("X4"));
        }
    }

    private static bool IsSubset(FontView view) => view.Name is { Length: > 7 } name && name[6] == '+' && name[..6].All(char.IsAsciiLetterUpper);

    private static void CidSet(FontView view, ClauseFindings found)
    {
        if (!view.Font.IsComposite || !IsSubset(view)) return;
        if (view.Font.Descriptor["CIDSet"] is not PdfStream) found.At(view.FirstPlace, M.Missing, $"CIDSet ({view.Name})");
        else CidSetRight(view, found);
    }

    /// <summary>The set names every glyph of the program and no other.</summary>
    private static void CidSetRight(FontView view, ClauseFindings found)
    {
        if (view.Font.Descriptor["CIDSet"] is not PdfStream stream || view.Font.Program is not { } program) return;
        var bits = view.Document.File.Decode(stream);
        var missing = view.Font.Used.Keys.Select(view.Font.CidOf).Where(cid => !Holds(bits.Span, cid)).Order().Take(NamedCodes).Select(Code).ToList();
        if (missing.Count > 0) found.At(view.FirstPlace, M.FontCidSet, view.Name, "− " + string.Join(' ', missing));
        var named = 0;
        var set = bits.Span;
        for (var cid = 1; cid < set.Length * 8; cid++)
        {
            var isThere = program.IsCidKeyed ? program.GlyphOf(cid) != 0 : program.HasGlyph(cid);
            if (Holds(set, cid) == isThere) continue;
            found.At(view.FirstPlace, M.FontCidSet, view.Name, (isThere ? "− " : "+ ") + Code(cid));
            if (++named == NamedCodes) return;
        }
    }

    private static bool Holds(ReadOnlySpan<byte> set, int cid) => cid / 8 < set.Length && (set[cid / 8] >> (7 - cid % 8) & 1) != 0;

    private static void Encodings(FontView view, ClauseFindings found)
    {
        if (!view.Font.HasKnownEncoding) found.At(view.FirstPlace, M.FontEncoding, view.Name);
    }

    private static void CidMap(FontView view, ClauseFindings found)
    {
        if (!view.Font.IsComposite || view.Font.Descendant["Subtype"].AsName != "CIDFontType2") return;
        var map = view.Font.Descendant["CIDToGIDMap"];
        if (map is not PdfStream && map.AsName != "Identity") found.At(view.FirstPlace, M.Missing, $"CIDToGIDMap ({view.Name})");
    }

    private static void Entries(FontView view, ClauseFindings found)
    {
        var font = view.Font;
        if (font.Subtype is not ("Type0" or "Type1" or "MMType1" or "Type3" or "TrueType")) found.At(view.FirstPlace, M.Missing, $"Subtype ({view.Name})");
        if (font.IsComposite && font.Descendant["CIDSystemInfo"]["Ordering"].AsText is null) found.At(view.FirstPlace, M.Missing, $"CIDSystemInfo ({view.Name})");
        if (font.Subtype != "Type3" && font.Name.Length == 0) found.At(view.FirstPlace, M.Missing, "BaseFont");
        if (!font.IsComposite && font.Subtype != "Type3" && font.IsEmbedded && font.Dictionary["Widths"] is not PdfArray) found.At(view.FirstPlace, M.Missing, $"Widths ({view.Name})");
    }

    private static string Code(int code) => code.ToString("X4");

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
