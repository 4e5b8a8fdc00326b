namespace Typeset.Manuscripts.Recovery;

/// <summary>How wide words were printed, in em.</summary>
internal static class Widths
{
    /// <summary>Gap that a print shows for a space between Han and figures (clreq: ¼ em).</summary>
    private const double MixedGap = 0.25;

    /// <summary>Printed width: Han and their marks 1, Western characters ½, a space next to Han ¼.</summary>
    public static double Of(string text)
    {
        double width = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\u3000') width += 1;
            else if (Glyph.IsSpace(c)) width += i > 0 && i + 1 < text.Length && (Glyph.IsWide(text[i - 1]) || Glyph.IsWide(text[i + 1])) ? MixedGap : 0.5;
            else if (!char.IsHighSurrogate(c)) width += Glyph.IsWide(c) ? 1 : 0.5;
        }

        return width;
    }

    /// <summary>Columns of a terminal halved: every space counts as any Western character.</summary>
    public static double Columns(string text)
    {
        double width = 0;
        foreach (var c in text)
        {
            if (!char.IsHighSurrogate(c)) width += Glyph.IsWide(c) || c == '\u3000' ? 1 : 0.5;
        }

        return width;
    }

    /// <summary>Width of the least that a line could have taken from the head of the next: a character with the marks that cannot leave it, or a Western word.</summary>
    public static double OfFirstUnit(string text)
    {
        var end = 0;
        while (end < text.Length && Glyph.IsOpening(text[end])) end++;
        if (end < text.Length && !Glyph.IsWide(text[end]))
        {
            while (end < text.Length && !Glyph.IsWide(text[end]) && !Glyph.IsSpace(text[end])) end++;
        }
        else
        {
            end++;
        }

        while (end < text.Length && Glyph.NeverStarts(text[end])) end++;
        return Columns(text[..Math.Min(end, text.Length)]);
    }
}
