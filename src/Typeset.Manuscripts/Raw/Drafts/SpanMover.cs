using System.Collections.Immutable;
using System.Diagnostics;
using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Manuscripts.Raw.Drafts;

/// <summary>Gives units the source that their spans lead into.</summary>
internal sealed class SpanMover(SourceText source)
{
    public SourceText Source => source;

    public RawUnit Move(RawUnit unit) => unit switch
    {
        RawParagraph paragraph => new RawParagraph(Move(paragraph.Text), paragraph.Hints, Move(paragraph.Span)),
        RawBlock block => new RawBlock(Move(block.Block), Move(block.Span)),
        RawPageBreak => new RawPageBreak(Move(unit.Span)),
        RawLine line => new RawLine(line.Text, Move(line.Span)),
        _ => throw new UnreachableException(),
    };

    public Footnote Move(Footnote note) => new([.. note.Paragraphs.Select(paragraph => (Paragraph)Move(paragraph))], Move(note.Span));

    private Block Move(Block block) => block switch
    {
        Paragraph paragraph => new Paragraph(Move(paragraph.Text), paragraph.Role, Move(block.Span)),
        Heading heading => new Heading(heading.Level, Move(heading.Text), Move(block.Span)),
        Attachment attachment => new Attachment(attachment.Mark, Move(attachment.Title), Move(block.Span)),
        ListBlock list => new ListBlock(list.Ordered, list.Start, [.. list.Items.Select(item => new ListItem(item.Marker, Move(item.Blocks), Move(item.Span)))], Move(block.Span)),
        Quote quote => new Quote(Move(quote.Blocks), Move(block.Span)),
        Figure figure => new Figure(figure.Image, figure.Alternative, Move(figure.Caption), figure.WidthPercent, Move(block.Span)),
        Table table => new Table(table.Columns, table.HeaderRows, [.. table.Rows.Select(row => new TableRow([.. row.Cells.Select(Move)], Move(row.Span)))], Move(table.Caption), Move(block.Span)),
        PageBreak => new PageBreak(Move(block.Span)),
        ThematicBreak => new ThematicBreak(Move(block.Span)),
        _ => throw new UnreachableException(),
    };

    private ImmutableArray<Block> Move(ImmutableArray<Block> blocks) => [.. blocks.Select(Move)];

    private RichText Move(RichText text) => text.IsEmpty ? text : text with { Runs = [.. text.Runs.Select(run => run with { Span = Move(run.Span) })] };

    private SourceSpan Move(SourceSpan span) => span.IsNone ? span : source.Span(Math.Min(span.Start, source.Text.Length), Math.Min(span.End, source.Text.Length));
}
