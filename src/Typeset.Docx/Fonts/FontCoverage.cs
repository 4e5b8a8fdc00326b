namespace Typeset.Docx.Fonts;

/// <summary>How much of each face a document brings along; the default is <see cref="Used"/>.</summary>
public enum FontCoverage
{
    /// <summary>The document's own characters, the Latin alphabet, digits and Chinese marks.</summary>
    Used,

    /// <summary><see cref="Used"/> and the 3,500 most common Han characters, for those who will write more into the document.</summary>
    Common,

    /// <summary>Whole faces.</summary>
    Whole,

    /// <summary>Nothing; the document names its faces only.</summary>
    None,
}
