namespace Typeset.Core;

/// <summary>One file of the author's, with its path as shown in messages; lines and columns count from 1.</summary>
public sealed class SourceText(string path, string text)
{
    private int[]? _lineStarts;

    public string Path { get; } = path;
    public string Text { get; } = text;

    /// <summary>The number of lines; an empty file has one.</summary>
    public int LineCount => LineStarts.Length;

    /// <summary>Line and column of a UTF-16 offset, both from 1; the column counts UTF-16 units.</summary>
    public LinePosition PositionOf(int offset)
    {
        var index = Array.BinarySearch(LineStarts, offset);
        if (index < 0) index = ~index - 1;
        return new LinePosition(index + 1, offset - LineStarts[index] + 1);
    }

    /// <summary>The text of a line (from 1) without its line end.</summary>
    public string LineAt(int line)
    {
        var start = LineStarts[line - 1];
        var end = line < LineCount ? LineStarts[line] : Text.Length;
        return Text[start..end].TrimEnd('\r', '\n');
    }

    /// <summary>A span of this text, <c>[start, end)</c> in UTF-16 units.</summary>
    public SourceSpan Span(int start, int end) => new(this, start, end);

    private int[] LineStarts => _lineStarts ??= FindLineStarts(Text);

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) starts.Add(i + 1);
        }

        return [.. starts];
    }
}

/// <summary>A place in a file: line and column, both from 1.</summary>
public readonly record struct LinePosition(int Line, int Column);

/// <summary>A stretch of a source file, <c>[Start, End)</c> in UTF-16 units; <see cref="None"/> where no file is behind a thing.</summary>
public readonly record struct SourceSpan(SourceText? Source, int Start, int End)
{
    public static readonly SourceSpan None = default;

    public bool IsNone => Source is null;

    /// <summary>The smallest span that holds both; the two must be of one source, else this one is kept.</summary>
    public SourceSpan To(SourceSpan other) =>
        !ReferenceEquals(Source, other.Source) ? this : new(Source, Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary><c>path:line:column</c>, or an empty string for <see cref="None"/>.</summary>
    public override string ToString()
    {
        if (Source is null) return "";
        var (line, column) = Source.PositionOf(Start);
        return $"{Source.Path}:{line}:{column}";
    }

}
