namespace Typeset.Batch.Discovery;

/// <summary>Where a booklet lies in an archive.</summary>
/// <param name="Path">Relative to the archive, with <c>/</c>: of the booklet's folder, or of a raw manuscript's file. An archive that is itself a booklet is <c>.</c>.</param>
/// <param name="IsManuscript">Whether it is the file of a raw manuscript and not a booklet's folder.</param>
public sealed record BookletPlace(string Path, bool IsManuscript)
{
    /// <summary>Its outputs' path without a suffix, relative to the folder of outputs.</summary>
    public required string Target { get; init; }
}
