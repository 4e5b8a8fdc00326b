using System.Collections.Immutable;

namespace Typeset.Comparison;

/// <summary>A line of print.</summary>
/// <param name="Text">Its characters without spaces, and without the dots that lead to a page number.</param>
/// <param name="HasLeader">Whether such dots stood in it: it is an entry of the contents.</param>
public readonly record struct RenderedLine(string Text, bool HasLeader);

/// <summary>A printed page: its lines from top to bottom, running head and folio apart.</summary>
/// <param name="Number">Of the sheet side, from 1.</param>
/// <param name="Lines">The text.</param>
/// <param name="Furniture">Running heads and folios.</param>
public sealed record RenderedPage(int Number, ImmutableArray<RenderedLine> Lines, ImmutableArray<RenderedLine> Furniture)
{
    /// <summary>The page's text in one piece, which does not depend on where lines break.</summary>
    public string Text => string.Concat(Lines.Select(static line => line.Text));
}
