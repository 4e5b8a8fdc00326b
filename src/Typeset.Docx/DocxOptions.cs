using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Docx.Fonts;
using Typeset.OpenType;

namespace Typeset.Docx;

/// <summary>What the writer is told besides booklet and map.</summary>
public sealed record DocxOptions
{
    /// <summary>Finds a face by its PostScript name; null where there is none.</summary>
    public required Func<string, FontFace?> Faces { get; init; }

    /// <summary>Names of faces that set what those of the style lack.</summary>
    public ImmutableArray<string> StandIns { get; init; } = [];

    /// <summary>Hold lines to the layout's by a spacing of a fraction of a point (default); else text flows by the word processor's own rules.</summary>
    public bool Pins { get; init; } = true;

    /// <summary>How much of each face goes into the document.</summary>
    public FontCoverage Fonts { get; init; } = FontCoverage.Used;

    /// <summary>How many threads cut and compress fonts, from 1; any number gives the same bytes.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Written into the document's properties; null leaves it out.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Told of what a DOCX cannot hold.</summary>
    public required DiagnosticBag Diagnostics { get; init; }
}

/// <summary>How a document was written.</summary>
/// <param name="Lines">Lines that the layout made.</param>
/// <param name="PinnedLines">Those that a spacing holds.</param>
/// <param name="TitleBreaks">Line breaks in titles and in the contents.</param>
/// <param name="ForcedBreaks">Lines that only a break could hold.</param>
/// <param name="UnmappedBlocks">Blocks that the map did not have; more than none is a fault of ours.</param>
public sealed record DocxReport(int Lines, int PinnedLines, int TitleBreaks, int ForcedBreaks, int UnmappedBlocks)
{
    /// <summary>The faces that the text is set in, in the order of the styles that ask for them.</summary>
    public ImmutableArray<TwinFont> Fonts { get; init; } = [];
}

/// <summary>What a document holds of a face.</summary>
/// <param name="Face">Its PostScript name.</param>
/// <param name="Family">The family by which the document asks for it.</param>
/// <param name="Characters">How many characters of the document are set in it.</param>
public sealed record TwinFont(string Face, string Family, int Characters)
{
    /// <summary>How much of the face is in the document; <see cref="FontCoverage.None"/> where its maker forbids it, it is broken, or nothing was wanted.</summary>
    public FontCoverage Coverage { get; init; }

    /// <summary>Glyphs that have an outline in the file inside the document.</summary>
    public int Glyphs { get; init; }

    /// <summary>Length of that file, before the package compresses it.</summary>
    public int Bytes { get; init; }

    /// <summary>What its maker allows (OpenType, "OS/2", fsType); 0 is everything.</summary>
    public int EmbeddingRights { get; init; }

    /// <summary>What programs that do not read embedded fonts are to take first.</summary>
    public string Substitute { get; init; } = "";
}

/// <summary>Counts while a document is written.</summary>
internal sealed class DocxStatistics
{
    public int Lines { get; set; }
    public int PinnedLines { get; set; }
    public int TitleBreaks { get; set; }
    public int ForcedBreaks { get; set; }
    public int UnmappedBlocks { get; set; }

    public DocxReport Report => new(Lines, PinnedLines, TitleBreaks, ForcedBreaks, UnmappedBlocks);
}
