using Typeset.Documents;

namespace Typeset.Manuscripts.Markdown;

/// <summary>The few HTML tags that manuscripts may use: for what Markdown has no sign for, or where its signs do not work.</summary>
internal readonly record struct MarkupTag(InlineFormat Format, bool IsEnd, bool IsBreak = false)
{
    private static readonly (string Name, InlineFormat Format)[] Formats =
        [("em", InlineFormat.EmphasisDots), ("strong", InlineFormat.Strong), ("sup", InlineFormat.Superscript), ("sub", InlineFormat.Subscript)];

    /// <summary>What a tag as written means, or null for any other; one with attributes is another.</summary>
    public static MarkupTag? Find(string written)
    {
        var name = written.AsSpan(1, written.Length - 2).TrimEnd(" /");
        if (name.Equals("br", StringComparison.OrdinalIgnoreCase)) return new MarkupTag(InlineFormat.None, IsEnd: false, IsBreak: true);
        var isEnd = name.StartsWith('/');
        foreach (var (known, format) in Formats)
        {
            if (name[(isEnd ? 1 : 0)..].Equals(known, StringComparison.OrdinalIgnoreCase)) return new MarkupTag(format, isEnd);
        }

        return null;
    }
}
