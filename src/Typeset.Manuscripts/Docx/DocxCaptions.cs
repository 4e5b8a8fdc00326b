using System.Text.RegularExpressions;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Raw.Drafts;

namespace Typeset.Manuscripts.Docx;

/// <summary>Gives a caption to the figure or table that it stands below, or to the table that it stands above.</summary>
internal static partial class DocxCaptions
{
    /// <summary>Longest caption that is told by its words alone.</summary>
    private const int LongestCaption = 60;

    /// <summary>Whether the text was a caption and has been given to the block above it.</summary>
    public static bool Takes(DraftText text, string style, RawDraft draft)
    {
        var isNamed = IsNamed(style);
        if (!isNamed && (text.Length > LongestCaption || !Numbered().IsMatch(text.ToString()))) return false;
        switch (draft.Last)
        {
            case RawBlock { Block: Figure { Caption.IsEmpty: true } figure } unit:
                draft.Last = new RawBlock(figure with { Caption = draft.Place(text) }, unit.Span);
                return true;
            case RawBlock { Block: Table { Caption.IsEmpty: true } table } unit when isNamed || text.ToString().TrimStart()[0] == '表':
                draft.Last = new RawBlock(table with { Caption = draft.Place(text) }, unit.Span);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Gives the caption above a table to it.</summary>
    public static void TakeAbove(RawDraft draft)
    {
        if (draft.Last is not RawBlock { Block: Table { Caption.IsEmpty: true } table } unit) return;
        if (draft.TakeAbove(static above => above.Hints.Role is null && (IsNamed(above.Hints.Style ?? "") || IsTableNumber(above.Text.Text))) is { } caption) draft.Last = new RawBlock(table with { Caption = caption }, unit.Span);
    }

    private static bool IsTableNumber(string text) => text.Length <= LongestCaption && text.TrimStart().StartsWith('表') && Numbered().IsMatch(text);

    private static bool IsNamed(string style) => style.Contains("caption", StringComparison.OrdinalIgnoreCase) || style == "题注";

    [GeneratedRegex(@"\A\s*(图|表)\s*[0-9０-９一二三四五六七八九十]+([-—.．][0-9０-９]+)?[\s:：　、．.]")]
    private static partial Regex Numbered();
}
