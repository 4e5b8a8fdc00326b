namespace Typeset.Batch.Work;

/// <summary>A booklet's file does not hold what its commission counts on: somebody changes it at this moment, or another machine sees it late.</summary>
public sealed class SourcesMovedException(string path) : Exception(path + " is not as it was.")
{
    public string Path { get; } = path;
}
