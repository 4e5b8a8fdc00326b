using Typeset.Core;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>A line that is not blank, with what stands round it; or a block (<see cref="Block"/>) that the file gave as such.</summary>
internal sealed class Line
{
    public required RawManuscript Manuscript { get; init; }
    public required SourceSpan Span { get; init; }

    /// <summary>The words, white space at both ends left out; empty for a block.</summary>
    public required RichText Rich { get; init; }
    public required RawHints Hints { get; init; }
    public Block? Block { get; init; }

    /// <summary>Blank lines before it.</summary>
    public required int Gap { get; init; }

    /// <summary>A line of white space only (a lone tab) is among the blank lines before it.</summary>
    public bool AfterSpaceLine { get; init; }

    /// <summary>It begins a page of the original.</summary>
    public bool PageBreak { get; set; }

    /// <summary>White space before the words, in characters (em).</summary>
    public double Indent { get; init; }

    /// <summary>White space after the words.</summary>
    public bool TrailingSpace { get; init; }

    /// <summary>The line's number in its source, from 1; the number of the unit where the source has no lines.</summary>
    public required int Number { get; init; }

    /// <summary>It is a physical line of plain text.</summary>
    public bool IsPlain { get; init; }

    public string Text => Rich.Text;

    /// <summary>Width of the words, in em.</summary>
    public required double Width { get; init; }

    /// <summary>Characters that fill the measure at this place; 0 where lines are not wrapped.</summary>
    public double Measure { get; set; }

    /// <summary>What the line takes of the measure, in the metric that the file was measured with.</summary>
    public double Extent { get; set; }

    /// <summary>What the editor’s correction, or the file itself, says that it is.</summary>
    public LineRole? Forced { get; set; }

    /// <summary>What the editor’s correction says of the join with the next line.</summary>
    public bool? ForcedJoin { get; set; }

    /// <summary>It stands by itself whatever its neighbours are: a mark, a line of credits, a date.</summary>
    public bool IsAnchor { get; set; }

    public bool IsBlock => Block is not null;
    public bool EndsSentence => Glyph.EndsSentence(Text);
    public char First => Text.Length > 0 ? Text[0] : '\0';
    public char Last => Text.Length > 0 ? Text[^1] : '\0';

    public override string ToString() => $"{Number}: {Text}";
}
