namespace Typeset.Pdf;

/// <summary>The standard that a file claims, and so keeps.</summary>
public enum PdfStandard
{
    /// <summary>PDF 1.7 (ISO 32000-1), no claim.</summary>
    None,

    /// <summary>PDF/A-1b (ISO 19005-1): PDF 1.4, no transparency, no object streams.</summary>
    A1b,

    /// <summary>PDF/A-2b (ISO 19005-2).</summary>
    A2b,

    /// <summary>PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) at once: tagged.</summary>
    A2aUa1,

    /// <summary>PDF/A-3a (ISO 19005-3) and PDF/UA-1 at once: tagged, and any file may be attached.</summary>
    A3aUa1,

    /// <summary>PDF/X-1a:2003 (ISO 15930-4): PDF 1.4, grey, CMYK and spot inks only, no transparency.</summary>
    X1a,

    /// <summary>PDF/X-4 (ISO 15930-7): PDF 1.6.</summary>
    X4,
}
