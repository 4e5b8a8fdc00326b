namespace Typeset.Manuscripts.Recovery;

/// <summary>The strands of one article, its header’s and its body’s, in the order of the file.</summary>
internal sealed class ArticleDraft
{
    /// <summary>The part it is in begins with it; null where it goes on in the part before.</summary>
    public Strand? PartTitle { get; set; }

    /// <summary>Mark, title lines, subtitle, credits, note.</summary>
    public List<Strand> Header { get; } = [];
    public List<Strand> Body { get; } = [];

    /// <summary>The contents list’s entry it belongs to, −1 where there is none.</summary>
    public int Entry { get; set; } = -1;
}
