using System.Collections.Immutable;
using System.IO.Compression;
using Typeset.Core;
using Typeset.Pdf.Conformance;

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
    /// <summary>For screens and screen readers: tagged, PDF/A-2a and PDF/UA-1 at once.</summary>
    public static readonly PdfOptions Reading = new() { Standard = PdfStandard.A2aUa1 };

    /// <summary>For archives: PDF/A-2b.</summary>
    public static readonly PdfOptions Archive = new() { Standard = PdfStandard.A2b };

    /// <summary>The standard that the file keeps and claims; none unless told.</summary>
    public PdfStandard Standard { get; init; }

    /// <summary>Objects in streams or one by one; <see cref="CrossReferences.Streams"/> unless told, or unless the standard forbids it.</summary>
    public CrossReferences CrossReferences { get; init; } = CrossReferences.Streams;

    /// <summary>
    /// Writes the logical structure (ISO 32000-1 §14.7, §14.8): marked content, the structure tree and the tags of links; what belongs to no
    /// element becomes an artifact. Off unless told, or unless the standard asks for it.
    /// </summary>
    public bool Tagged { get; init; }

    internal bool IsTagged => Tagged || StandardRules.IsAccessible(Standard);

    internal bool HasObjectStreams => CrossReferences == CrossReferences.Streams && !StandardRules.IsPlain(Standard);

    /// <summary>Files carried along; of the standards only PDF/A-3 takes them. None unless told.</summary>
    public ImmutableArray<PdfAttachment> Attachments { get; init; } = [];

    /// <summary>What the press is told and told to print; of the rest only the profile counts, for pictures in CMYK.</summary>
    public PressOptions Press { get; init; } = new();

    /// <summary>Font programs shared with other files of the same layout; null shares none.</summary>
    public PdfFontCache? FontCache { get; init; }

    /// <summary>How many threads compose and deflate, from 1; any number gives the same bytes.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>How hard page contents and objects are deflated; <see cref="CompressionLevel.SmallestSize"/> is slower and hardly smaller.</summary>
    public CompressionLevel Compression { get; init; } = CompressionLevel.Optimal;

    /// <summary>Where images that cannot be read are reported; each is drawn as a crossed frame. Null reports to no one.</summary>
    public DiagnosticBag? Diagnostics { get; init; }
}
