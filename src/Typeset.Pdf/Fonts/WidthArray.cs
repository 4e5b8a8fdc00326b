using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Fonts;

/// <summary>Advances of the CIDs: <c>DW</c> for the commonest, <c>W</c> for the others (ISO 32000-1 §9.7.4.3).</summary>
internal static class WidthArray
{
    /// <summary>From this many equal widths on, a range is shorter than a list.</summary>
    private const int RangeFrom = 4;

    /// <summary>The commonest advance, the smallest of several.</summary>
    public static int DefaultOf(EmbeddedFont font)
    {
        var counts = new SortedDictionary<int, int>();
        for (var cid = 0; cid < font.Count; cid++) counts[font.WidthOf(cid)] = counts.GetValueOrDefault(font.WidthOf(cid)) + 1;
        var (best, most) = (0, 0);
        foreach (var (width, count) in counts)
        {
            if (count > most) (best, most) = (width, count);
        }

        return best;
    }

    public static void Write(ByteWriter to, EmbeddedFont font, int standard)
    {
        to.OpenArray();
        for (var cid = 0; cid < font.Count;)
        {
            if (font.WidthOf(cid) == standard) cid++;
            else if (EqualEnd(font, cid) is var end && end - cid >= RangeFrom) cid = WriteRange(to, font, cid, end);
            else cid = WriteList(to, font, cid, standard);
        }

        to.CloseArray();
    }

    private static int WriteRange(ByteWriter to, EmbeddedFont font, int cid, int end)
    {
        to.Integer(cid).Integer(end - 1).Integer(font.WidthOf(cid));
        return end;
    }

    private static int WriteList(ByteWriter to, EmbeddedFont font, int cid, int standard)
    {
        to.Integer(cid).OpenArray();
        for (; cid < font.Count && font.WidthOf(cid) != standard && EqualEnd(font, cid) - cid < RangeFrom; cid++) to.Integer(font.WidthOf(cid));
        to.CloseArray();
        return cid;
    }

    private static int EqualEnd(EmbeddedFont font, int cid)
    {
        var width = font.WidthOf(cid);
        do cid++;
        while (cid < font.Count && font.WidthOf(cid) == width);
        return cid;
    }
}
