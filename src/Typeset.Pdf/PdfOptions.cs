using System.IO.Compression;
using Typeset.Core;

namespace Typeset.Pdf;

/// <summary>How a reader of the file finds its objects.</summary>
public enum CrossReferences
{
    /// <summary>Object streams and a cross-reference stream (ISO 32000-1 §7.5.7, §7.5.8): about a tenth smaller; PDF 1.5 and later.</summary>
    Streams,

    /// <summary>Plain objects and a cross-reference table (§7.5.4): what PDF/A-1 asks for.</summary>
    Table,
}

/// <summary>How a booklet is written as PDF.</summary>
public sealed record PdfOptions
{
    public static readonly PdfOptions Reading = new();

    /// <summary>Objects in streams or one by one; <see cref="CrossReferences.Streams"/> unless told.</summary>
    public CrossReferences CrossReferences { get; init; } = CrossReferences.Streams;

    /// <summary>
    /// Writes the logical structure (ISO 32000-1 §14.7, §14.8): marked content, the structure tree and the tags of links; what belongs to no
    /// element becomes an artifact. Off unless told.
    /// </summary>
    public bool Tagged { get; init; }

    /// <summary>How many threads compose and deflate, from 1; any number gives the same bytes.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>How hard page contents and objects are deflated; <see cref="CompressionLevel.SmallestSize"/> is slower and hardly smaller.</summary>
    public CompressionLevel Compression { get; init; } = CompressionLevel.Optimal;

    /// <summary>Where images that cannot be read are reported; each is drawn as a crossed frame. Null reports to no one.</summary>
    public DiagnosticBag? Diagnostics { get; init; }
}
