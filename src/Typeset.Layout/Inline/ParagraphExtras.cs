using System.Collections.Immutable;
using Typeset.Core;

namespace Typeset.Layout.Inline;

/// <summary>What a paragraph carries besides its text and style.</summary>
internal sealed record ParagraphExtras
{
    public static readonly ParagraphExtras None = new();

    /// <summary>Room kept free at the end of the last line (for the number of a contents entry).</summary>
    public Length EndRoom { get; init; }

    /// <summary>The printed mark of a note by its footnote index, as the breaker measures it; null prints ① for all, as wide as any other mark of its kind.</summary>
    public Func<int, string>? NoteMark { get; init; }
}
