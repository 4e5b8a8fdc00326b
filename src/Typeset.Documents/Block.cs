using System.Collections.Immutable;
using Typeset.Core;

namespace Typeset.Documents;

/// <summary>What a paragraph is to the article, where that changes its setting.</summary>
public enum ParagraphRole { Body, Salutation, Signature, Dateline, Center, Right, NoIndent }

/// <summary>A part of an article's body; the cases below are all there are.</summary>
public abstract record Block
{
    private protected Block(SourceSpan span) => Span = span;

    /// <summary>The block in the manuscript.</summary>
    public SourceSpan Span { get; }
}

/// <summary>A paragraph of running text, or one with a part to play.</summary>
public sealed record Paragraph(RichText Text, ParagraphRole Role, SourceSpan Place) : Block(Place);

/// <summary>A heading; levels are 1 (一、) to 6, the numbering is part of the text.</summary>
public sealed record Heading(int Level, RichText Text, SourceSpan Place) : Block(Place);

/// <summary>Begins an attachment (附件) inside an article: a new page, the mark flush left, the title centred.</summary>
public sealed record Attachment(string Mark, RichText Title, SourceSpan Place) : Block(Place);

/// <summary>A list; an ordered one counts from <c>Start</c>.</summary>
public sealed record ListBlock(bool Ordered, int Start, ImmutableArray<ListItem> Items, SourceSpan Place) : Block(Place);

/// <summary>One item; <see cref="Marker"/> is the printed mark: <c>1.</c>, <c>•</c>.</summary>
public sealed record ListItem(string Marker, ImmutableArray<Block> Blocks, SourceSpan Span);

/// <summary>A block quote.</summary>
public sealed record Quote(ImmutableArray<Block> Blocks, SourceSpan Place) : Block(Place);

/// <summary>An image with its caption; <see cref="WidthPercent"/> is of the measure, 1 to 100, or null for its own size (no wider than the measure).</summary>
public sealed record Figure(ImageData Image, string Alternative, RichText Caption, int? WidthPercent, SourceSpan Place) : Block(Place);

/// <summary>How the cells of a table’s column are set.</summary>
public enum ColumnAlignment { Start, Center, End }

/// <summary>A table: the first <see cref="HeaderRows"/> rows are repeated on each page it runs over. Every row has as many cells as there are columns.</summary>
public sealed record Table(ImmutableArray<ColumnAlignment> Columns, int HeaderRows, ImmutableArray<TableRow> Rows, RichText Caption, SourceSpan Place) : Block(Place);

/// <summary>A row of a table, cell by cell.</summary>
public sealed record TableRow(ImmutableArray<RichText> Cells, SourceSpan Span);

/// <summary>A hard page break.</summary>
public sealed record PageBreak(SourceSpan Place) : Block(Place);

/// <summary>A break in the sense, shown by the style (a blank line or three stars).</summary>
public sealed record ThematicBreak(SourceSpan Place) : Block(Place);

/// <summary>The bytes of an image and what its header says. Width and height in pixels, both over 0; resolution in pixels an inch (72 where the file says none).</summary>
public sealed record ImageData(string Name, ImageFormat Format, int PixelWidth, int PixelHeight, double HorizontalPpi, double VerticalPpi, ReadOnlyMemory<byte> Bytes);

/// <summary>The image formats that are read.</summary>
public enum ImageFormat { Jpeg, Png }
