using Typeset.Core;

namespace Typeset.Batch;

/// <summary>Ends work on an archive with a message for the user: an input or an output that all of it needs cannot be had.</summary>
public sealed class ArchiveException(Diagnostic diagnostic, bool isOutput, Exception? cause = null) : Exception(diagnostic.Message(Language.English), cause)
{
    public Diagnostic Diagnostic { get; } = diagnostic;

    /// <summary>Whether it is an output that cannot be written, and not an input that cannot be read.</summary>
    public bool IsOutput { get; } = isOutput;
}
