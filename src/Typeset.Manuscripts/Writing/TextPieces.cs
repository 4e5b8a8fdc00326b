using Typeset.Documents;

namespace Typeset.Manuscripts.Writing;

/// <summary>A stretch of text under one markup; <see cref="Note"/> is a note's index from 0, or −1.</summary>
internal readonly record struct TextPiece(string Text, InlineFormat Format, string? Link, int Note);

/// <summary>A text as readers have it: neighbours of one markup are one piece, white space at the ends and before line breaks is not there, no line is empty.</summary>
internal static class TextPieces
{
    private const string Blank = " \t\u3000\u00A0\r\n";

    public static IReadOnlyList<TextPiece> Of(RichText text)
    {
        var pieces = new List<TextPiece>(text.Runs.Length);
        foreach (var run in text.Runs) Add(pieces, new TextPiece(text.Text[run.Start..run.End], run.Format, run.LinkTarget, run.FootnoteIndex));
        TrimEnd(pieces);
        return pieces;
    }

    private static void Add(List<TextPiece> pieces, TextPiece piece)
    {
        var from = 0;
        for (var at = piece.Text.IndexOf(RichText.LineBreak); piece.Note < 0 && at >= 0; at = piece.Text.IndexOf(RichText.LineBreak, from))
        {
            AddPlain(pieces, piece with { Text = piece.Text[from..at] });
            TrimEnd(pieces);
            if (pieces.Count > 0) Join(pieces, new TextPiece(RichText.LineBreak.ToString(), LineFormat(pieces[^1]), pieces[^1].Link, -1));
            from = at + 1;
        }

        AddPlain(pieces, piece with { Text = piece.Text[from..] });
    }

    private static void AddPlain(List<TextPiece> pieces, TextPiece piece)
    {
        if (pieces.Count == 0) piece = piece with { Text = piece.Text.TrimStart([.. Blank]) };
        if (piece.Text.Length > 0) Join(pieces, piece);
    }

    private static void Join(List<TextPiece> pieces, TextPiece piece)
    {
        if (pieces.Count > 0 && piece.Note < 0 && pieces[^1] is { Note: < 0 } last && last.Format == piece.Format && last.Link == piece.Link) pieces[^1] = last with { Text = last.Text + piece.Text };
        else pieces.Add(piece);
    }

    private static void TrimEnd(List<TextPiece> pieces)
    {
        while (pieces.Count > 0 && pieces[^1] is { Note: < 0 } last)
        {
            var trimmed = last.Text.TrimEnd([.. Blank, RichText.LineBreak]);
            if (trimmed.Length == last.Text.Length) return;
            pieces.RemoveAt(pieces.Count - 1);
            if (trimmed.Length > 0) pieces.Add(last with { Text = trimmed });
        }
    }

    /// <summary>A line break belongs to no literal text and to no note mark.</summary>
    private static InlineFormat LineFormat(TextPiece before) => before.Note >= 0 || before.Format.HasFlag(InlineFormat.Code) ? InlineFormat.None : before.Format;
}
