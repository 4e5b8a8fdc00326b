using System.Collections.Immutable;
using System.Globalization;
using Typeset.Layout.Flow;

namespace Typeset.Layout.Pagination;

/// <summary>The printed marks of notes.</summary>
internal static class NoteMarks
{
    /// <summary>The mark of the note with an ordinal from 1: ①…㊿ where marks are circled (Unicode has no more), else the figures.</summary>
    public static string Of(int ordinal, bool circled) => (circled, ordinal) switch
    {
        (true, >= 1 and <= 20) => ((char)('\u2460' + ordinal - 1)).ToString(),
        (true, >= 21 and <= 35) => ((char)('\u3251' + ordinal - 21)).ToString(),
        (true, >= 36 and <= 50) => ((char)('\u32B1' + ordinal - 36)).ToString(),
        _ => ordinal.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Marks of the notes on a page: counted anew there, or through the chapter.</summary>
    public static Func<int, string> On(ColumnFill column, Documents.FootnoteStyle style)
    {
        if (!style.RestartEachPage) return note => Of(note + 1, style.Circled);
        var ordinals = new Dictionary<int, int>();
        foreach (var part in column.Notes)
        {
            if (part.From == 0) ordinals.TryAdd(part.Note, ordinals.Count + 1);
        }

        return note => Of(ordinals.GetValueOrDefault(note, ordinals.Count + 1), style.Circled);
    }
}
