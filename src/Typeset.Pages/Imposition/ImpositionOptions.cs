using Typeset.Core;

namespace Typeset.Pages.Imposition;

/// <summary>The edge at which a booklet is bound: left for text that runs to the right, right for vertical Chinese.</summary>
public enum BindingEdge { Left, Right }

/// <summary>Where blank pages go that fill the last sheet.</summary>
public enum BlankPolicy
{
    /// <summary>After the last page.</summary>
    End,

    /// <summary>Before the pages that must stay last: the colophon or the back cover.</summary>
    BeforeLast,

    /// <summary>Nowhere: a count that does not fill its sheets is an error.</summary>
    Refuse,
}

/// <summary>Which pages become the cover, a sheet of its own.</summary>
public enum CoverPages
{
    None,

    /// <summary>The first two pages are the front cover's outside and inside; the back cover stays blank.</summary>
    Front,

    /// <summary>The first two and the last two.</summary>
    Wrap,
}

/// <summary>A paper: its mass in g/m² and its bulk in thousandths of cm³/g, which together give its thickness.</summary>
public readonly record struct PaperStock(int GramsPerSquareMetre, int BulkThousandths)
{
    /// <summary>The thickness of one leaf: g/m² × cm³/g = µm.</summary>
    public Length Caliper => Length.FromMillimetres(GramsPerSquareMetre * (double)BulkThousandths / 1_000_000);
}

/// <summary>What a press and a binder must be told of a job.</summary>
public sealed record ImpositionOptions
{
    public required ImpositionScheme Scheme { get; init; }

    /// <summary>The sheet as it lies in the press; null takes the smallest usual one that holds the pages.</summary>
    public Size? Sheet { get; init; }

    public BindingEdge Binding { get; init; } = BindingEdge.Left;

    public BlankPolicy Blanks { get; init; } = BlankPolicy.End;

    /// <summary>How many pages at the end <see cref="BlankPolicy.BeforeLast"/> keeps there; from 1.</summary>
    public int LastPages { get; init; } = 1;

    public CoverPages Cover { get; init; } = CoverPages.None;

    /// <summary>The paper inside: offset of 80 g/m², 0.1 mm thick, unless told.</summary>
    public PaperStock Paper { get; init; } = new(80, 1250);

    /// <summary>The paper of a cover of its own: coated of 200 g/m², 0.18 mm thick, unless told.</summary>
    public PaperStock CoverPaper { get; init; } = new(200, 900);

    /// <summary>What is trimmed off at head, foot and fore-edge, and how far ink may run over the trim; 0 to 20 mm, 3 mm unless told.</summary>
    public Length TrimAllowance { get; init; } = 3.Mm;

    /// <summary>What a perfect binder mills off the spine; 0 to 10 mm, 3 mm unless told.</summary>
    public Length Milling { get; init; } = 3.Mm;

    /// <summary>Whether inner pages are moved towards the spine by what the sheets around them are thick.</summary>
    public bool CompensatesCreep { get; init; } = true;
}
