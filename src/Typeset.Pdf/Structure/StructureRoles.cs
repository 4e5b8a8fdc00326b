using System.Diagnostics;
using Typeset.Pages;

namespace Typeset.Pdf.Structure;

/// <summary>The standard structure types of ISO 32000-1 §14.8.4.</summary>
internal static class StructureRoles
{
    /// <summary>Not a standard type of PDF 1.7; the role map says what it is like.</summary>
    public static ReadOnlySpan<byte> Title => "Title"u8;

    public static ReadOnlySpan<byte> NameOf(StructureRole role) => role switch
    {
        StructureRole.Document => "Document"u8,
        StructureRole.Part => "Part"u8,
        StructureRole.Article => "Art"u8,
        StructureRole.Section => "Sect"u8,
        StructureRole.Title => Title,
        StructureRole.Heading1 => "H1"u8,
        StructureRole.Heading2 => "H2"u8,
        StructureRole.Heading3 => "H3"u8,
        StructureRole.Heading4 => "H4"u8,
        StructureRole.Heading5 => "H5"u8,
        StructureRole.Heading6 => "H6"u8,
        StructureRole.Paragraph => "P"u8,
        StructureRole.List => "L"u8,
        StructureRole.ListItem => "LI"u8,
        StructureRole.ListLabel => "Lbl"u8,
        StructureRole.ListBody => "LBody"u8,
        StructureRole.BlockQuote => "BlockQuote"u8,
        StructureRole.Figure => "Figure"u8,
        StructureRole.Caption => "Caption"u8,
        StructureRole.Table => "Table"u8,
        StructureRole.TableHead => "THead"u8,
        StructureRole.TableBody => "TBody"u8,
        StructureRole.TableRow => "TR"u8,
        StructureRole.TableHeaderCell => "TH"u8,
        StructureRole.TableDataCell => "TD"u8,
        StructureRole.Contents => "TOC"u8,
        StructureRole.ContentsItem => "TOCI"u8,
        StructureRole.Reference => "Reference"u8,
        StructureRole.Note => "Note"u8,
        StructureRole.Link => "Link"u8,
        StructureRole.Span => "Span"u8,
        _ => throw new UnreachableException(),
    };
}
