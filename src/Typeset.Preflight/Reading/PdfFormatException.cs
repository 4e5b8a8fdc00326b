using Typeset.Core;

namespace Typeset.Preflight.Reading;

/// <summary>A file, or an object in it, is not what it says it is; the only exception that the bytes of a PDF file can cause.</summary>
public sealed class PdfFormatException(MessageTemplate template, params string[] arguments) : Exception(template.Anywhere(arguments).Message(Language.English))
{
    /// <summary>What to tell the user.</summary>
    public Diagnostic Diagnostic { get; } = template.Anywhere(arguments);
}
