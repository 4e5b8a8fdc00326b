namespace Typeset.Pdf;

/// <summary>
/// A file carried inside the PDF as an associated one (ISO 19005-3 §6.8): what the document was made from. Only <see cref="PdfStandard.A3aUa1"/>
/// and <see cref="PdfStandard.None"/> carry any.
/// </summary>
/// <param name="Name">Its name, which may hold <c>/</c>; each once.</param>
/// <param name="MediaType">What it is: <c>text/markdown</c>.</param>
/// <param name="Description">What it is to a reader.</param>
/// <param name="Bytes">The file.</param>
public sealed record PdfAttachment(string Name, string MediaType, string Description, ReadOnlyMemory<byte> Bytes);
