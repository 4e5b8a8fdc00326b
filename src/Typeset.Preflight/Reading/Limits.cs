using Typeset.Core.Messages;

namespace Typeset.Preflight.Reading;

/// <summary>How much a file may ask of its reader. Real files stay far below; a hostile one ends in a clear message instead of in a full memory.</summary>
internal static class Limits
{
    /// <summary>Arrays and dictionaries inside each other; ISO 32000 files nest some ten deep.</summary>
    public const int Nesting = 100;

    /// <summary>Objects of a file; a tagged volume of 1,240 pages has some 14,000.</summary>
    public const int Objects = 2_000_000;

    /// <summary>A decoded stream: an image of A3 at 600 ppi in four colours has 280 MB; content and object streams a hundredth.</summary>
    public const int DecodedStream = 300_000_000;

    /// <summary>Bytes decoded over the whole run for each byte of the file, and at least: deflate makes at most 1,032 of one.</summary>
    public const long DecodedPerByte = 200, DecodedAtLeast = 400_000_000;

    /// <summary>Pages of a file, and nodes of its page tree above them.</summary>
    public const int Pages = 100_000;

    /// <summary>Operators of a page, those of its forms included; a full page of text has some thousands.</summary>
    public const int Operators = 2_000_000;

    /// <summary>Graphics states saved on each other (§8.4.2; Annex C says 28).</summary>
    public const int SavedStates = 1_000;

    /// <summary>Forms drawn inside each other.</summary>
    public const int FormNesting = 20;

    /// <summary>Elements of a structure tree, and how deep they stand.</summary>
    public const int StructureElements = 2_000_000, StructureNesting = 200;

    /// <summary>Ranges and codes of a CMap: at most one for each code of two bytes, twice.</summary>
    public const int CMapEntries = 200_000;
}

/// <summary>Counts what a run has decoded.</summary>
internal sealed class DecodingAllowance(long fileLength)
{
    private long _left = Math.Max(Limits.DecodedAtLeast, fileLength * Limits.DecodedPerByte);

    /// <exception cref="PdfFormatException">All is spent.</exception>
    public void Spend(long bytes)
    {
        if ((_left -= bytes) < 0) throw new PdfFormatException(PreflightMessages.TooMuch, "decoded bytes");
    }
}
