using Typeset.Preflight.Reading;
using M = Typeset.Core.Messages.FindingMessages;

namespace Typeset.Preflight.Checks;

/// <summary>How objects are written in the bytes of the file; those packed in streams of objects have no such form.</summary>
internal static class SyntaxChecks
{
    public static void AddTo(Dictionary<string, Delegate> checks)
    {
        checks["object-frames"] = (DocumentCheck)ObjectFrames;
        checks["stream-frames"] = (DocumentCheck)StreamFrames;
        checks["hexadecimal-strings"] = (ObjectCheck)HexadecimalStrings;
        checks["reference-table-form"] = (DocumentCheck)ReferenceTableForm;
    }

    /// <summary>One blank between number, generation and <c>obj</c>; ends of lines before them and behind, and around <c>endobj</c>.</summary>
    private static void ObjectFrames(DocumentView document, ClauseFindings found)
    {
        foreach (var number in document.File.ObjectNumbers)
        {
            if (document.File.FrameOf(number) is { } frame && !IsFramed(document.File.Bytes.Span, frame)) found.InFile(M.Wrong, $"{number} 0 obj", "?", "⏎ n g obj ⏎ … ⏎ endobj ⏎");
        }
    }

    private static bool IsFramed(ReadOnlySpan<byte> bytes, ObjectFrame frame)
    {
        var at = frame.Offset;
        if (at == 0 || !IsEndOfLine(bytes[at - 1]) || !Digits(bytes, ref at) || !Blank(bytes, ref at) || !Digits(bytes, ref at) || !Blank(bytes, ref at)) return false;
        if (!bytes[at..].StartsWith("obj"u8) || at + 3 >= bytes.Length || !IsEndOfLine(bytes[at + 3])) return false;
        var end = frame.End;
        if (bytes[end..].StartsWith("endstream"u8)) end += 9;
        while (end < bytes.Length && PdfLexer.IsSpace(bytes[end])) end++;
        return bytes[end..].StartsWith("endobj"u8) && IsEndOfLine(bytes[end - 1]) && (end + 6 >= bytes.Length || IsEndOfLine(bytes[end + 6]));
    }

    private static bool Digits(ReadOnlySpan<byte> bytes, ref int at)
    {
        var start = at;
        while (at < bytes.Length && bytes[at] is >= (byte)'0' and <= (byte)'9') at++;
        return at > start;
    }

    private static bool Blank(ReadOnlySpan<byte> bytes, ref int at) => at < bytes.Length && PdfLexer.IsSpace(bytes[at++]);

    private static bool IsEndOfLine(byte b) => b is (byte)'\n' or (byte)'\r';

    /// <summary><c>stream</c> is followed by a line feed, with or without a return before it; <c>endstream</c> stands at the head of a line.</summary>
    private static void StreamFrames(DocumentView document, ClauseFindings found)
    {
        var bytes = document.File.Bytes.Span;
        foreach (var number in document.File.ObjectNumbers)
        {
            if (document.File.FrameOf(number) is not { Item: PdfStream { Start: > 0 } stream } frame) continue;
            if (bytes[stream.Start - 1] != '\n' || !IsEndOfLine(bytes[frame.End - 1]) || frame.End - stream.Start - stream.Raw.Length > 2) found.InFile(M.Wrong, $"{number} 0 obj", "?", "stream ⏎ … ⏎ endstream");
        }
    }

    private static void HexadecimalStrings(ObjectView view, ClauseFindings found)
    {
        foreach (var part in view.Item is PdfArray array ? array.Raw : view.Item.Dictionary?.Raw.Values.AsEnumerable() ?? [])
        {
            if (part is PdfString { HasHalfByte: true }) found.At(view.Place, M.Wrong, $"<…> ({view.Label})", "2n + 1", "2n");
        }
    }

    /// <summary>The newest table: <c>xref</c> on a line of its own, and the two numbers of its first section with one blank between.</summary>
    private static void ReferenceTableForm(DocumentView document, ClauseFindings found)
    {
        var bytes = document.File.Bytes.Span;
        var at = (int)Math.Clamp(document.File.ReferencesOffset, 0, bytes.Length);
        if (!bytes[at..].StartsWith("xref"u8)) return;
        at += 4;
        if (at < bytes.Length && bytes[at] == '\r') at++;
        if (at < bytes.Length && bytes[at] == '\n') at++;
        var isRight = IsEndOfLine(bytes[at - 1]) && Digits(bytes, ref at) && at < bytes.Length && bytes[at++] == ' ' && Digits(bytes, ref at);
        if (!isRight) found.InFile(M.Wrong, "xref", "?", "xref ⏎ first count ⏎");
    }
}
