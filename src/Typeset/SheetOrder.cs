using System.Globalization;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Pages.Imposition;

namespace Typeset;

/// <summary>How a booklet is to be imposed; what is null here is the style's, and where that does not say, what is usual.</summary>
/// <param name="Options">All that a style says nothing of.</param>
public sealed record SheetOrder(ImpositionOptions Options)
{
    private const double Thousand = 1000;

    public PaperStock? Paper { get; init; }

    /// <summary>Of the paper inside, in thousandths of cm³/g.</summary>
    public int? BulkThousandths { get; init; }

    public PaperStock? CoverPaper { get; init; }

    /// <summary>What is trimmed off and how far ink may bleed; of the style its bleed, where it has one.</summary>
    public Length? TrimAllowance { get; init; }

    /// <summary>The options for a booklet of a style.</summary>
    public ImpositionOptions For(PressStyle style, DiagnosticBag diagnostics)
    {
        var paper = Paper ?? Read(style.Paper, "paper", diagnostics) ?? Options.Paper;
        var bulk = BulkThousandths ?? (Paper is null ? BulkOf(style.Bulk, diagnostics) : null);
        return Options with
        {
            Paper = bulk is { } thousandths ? paper with { BulkThousandths = thousandths } : paper,
            CoverPaper = CoverPaper ?? Read(style.CoverPaper, "cover-paper", diagnostics) ?? Options.CoverPaper,
            TrimAllowance = TrimAllowance ?? (style.Bleed > Length.Zero ? style.Bleed : Options.TrimAllowance),
        };
    }

    private static PaperStock? Read(WrittenValue? written, string key, DiagnosticBag diagnostics)
    {
        if (written is null) return null;
        if (StandardPapers.Find(written.Text) is { } paper) return paper;
        var names = string.Join(", ", StandardPapers.All.Select(static known => known.Name));
        var range = string.Create(CultureInfo.InvariantCulture, $"{StandardPapers.LeastGrams}–{StandardPapers.MostGrams}");
        diagnostics.Add(PressMessages.BadPaper.At(written.Place, written.Text, key, $"a name ({names}), with :g/m² ({range}) or without, or g/m² alone", $"可用纸名（{names}），可加 :克重（{range}），或只写克重"));
        return null;
    }

    private static int? BulkOf(WrittenValue? written, DiagnosticBag diagnostics)
    {
        if (written is null) return null;
        if (double.TryParse(written.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var bulk) && bulk * Thousand is >= StandardPapers.LeastBulk and <= StandardPapers.MostBulk) return (int)Math.Round(bulk * Thousand);
        diagnostics.Add(PressMessages.BadPaper.At(written.Place, written.Text, "bulk", "cm³/g from 0.5 to 3", "单位 cm³/g，0.5 至 3"));
        return null;
    }
}
