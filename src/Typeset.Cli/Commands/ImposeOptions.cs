using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Typeset.Cli.Reporting;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Pages.Imposition;

namespace Typeset.Cli.Commands;

/// <summary>The options that say how pages are laid on sheets.</summary>
internal sealed class ImposeOptions(Terminal terminal)
{
    private const double WidestAllowance = 20, WidestMilling = 10, LargestSheet = 2000, SmallestSheet = 50;

    private readonly Option<string> _scheme = new("--scheme")
    {
        HelpName = "SCHEME", DefaultValueFactory = _ => "saddle",
        Description = terminal.Say("saddle[:4|8|16]、perfect[:4|8|16|32]、cut-stack:N 或 RxC、nup:RxC", "saddle[:4|8|16], perfect[:4|8|16|32], cut-stack:N or RxC, nup:RxC"),
    };

    private readonly Option<string> _sheet = new("--sheet")
    {
        HelpName = "SHEET",
        Description = terminal.Say("纸张：A3、SRA3、787x1092、889x1194 等，或毫米宽x高；缺省取放得下的最小一种", "the sheet: A3, SRA3, 787x1092, 889x1194 …, or millimetres as WxH; by default the smallest usual one that will do"),
    };

    private readonly Option<string> _paper = new("--paper")
    {
        HelpName = "PAPER",
        Description = terminal.Say("内文纸：offset、writing、bulky、coated、matt、board，可加 :克重；或只写克重（缺省依样式，offset:80）", "the paper inside: offset, writing, bulky, coated, matt or board, with :g/m² or without; or g/m² alone (default: the style's, offset:80)"),
    };

    private readonly Option<string> _bulk = new("--bulk") { HelpName = "CM3/G", Description = terminal.Say("内文纸松厚度，cm³/g，0.5 至 3；缺省依样式，再随纸种", "the paper's bulk in cm³/g, 0.5 to 3; by default the style's, then the paper's usual one") };

    private readonly Option<string> _coverPaper = new("--cover-paper") { HelpName = "PAPER", Description = terminal.Say("封面纸（缺省依样式，200 g/m²、0.9 cm³/g）", "the cover's paper (default: the style's, 200 g/m² of 0.9 cm³/g)") };

    private readonly Option<BindingEdge> _binding = new("--binding") { DefaultValueFactory = _ => BindingEdge.Left, Description = terminal.Say("装订边：left 或 right（竖排）", "the bound edge: left, or right for vertical text") };

    private readonly Option<string> _blanks = new("--blanks") { HelpName = "end|before-last|refuse", DefaultValueFactory = _ => "end", Description = terminal.Say("空白页：放在最后、放在版权页或末页之前、不许有", "blank pages: at the end, before the colophon or last page, or none allowed") };

    private readonly Option<string> _cover = new("--cover") { HelpName = "front|wrap", Arity = ArgumentArity.ZeroOrOne, Description = terminal.Say("封面另成一张：front 取前两页，wrap 取前两页与末两页", "the cover as a sheet of its own: front takes the first two pages, wrap the first and the last two") };

    private readonly Option<string> _trim = new("--trim") { HelpName = "MM", Description = terminal.Say("裁切余量即出血，毫米，0 至 20（缺省依样式的出血，3）", "what is trimmed off, and so the bleed, in mm, 0 to 20 (default: the style's bleed, 3)") };

    private readonly Option<string> _milling = new("--milling") { HelpName = "MM", DefaultValueFactory = _ => "3", Description = terminal.Say("胶订铣背，毫米，0 至 10", "what a perfect binder mills off the spine, in mm, 0 to 10") };

    private readonly Option<bool> _noCreep = new("--no-creep") { Description = terminal.Say("不补偿爬移", "does not move pages for creep") };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_scheme, _sheet, _paper, _bulk, _coverPaper, _binding, _blanks, _cover, _trim, _milling, _noCreep]) command.Add(option);
    }

    /// <exception cref="HostException">A value makes no sense.</exception>
    public SheetOrder Read(ParseResult parsed)
    {
        var options = new ImpositionOptions
        {
            Scheme = SchemeNames.Find(parsed.GetValue(_scheme)!) ?? throw Refuse("--scheme", parsed.GetValue(_scheme)!, "saddle[:4|8|16], perfect[:4|8|16|32], cut-stack:N|RxC, nup:RxC", "可用 saddle[:4|8|16]、perfect[:4|8|16|32]、cut-stack:N 或 RxC、nup:RxC"),
            Sheet = parsed.GetValue(_sheet) is { } sheet ? SheetOf(sheet) : null,
            Binding = parsed.GetValue(_binding),
            Blanks = BlanksOf(parsed.GetValue(_blanks)!),
            Cover = parsed.GetResult(_cover) is null ? CoverPages.None : CoverOf(parsed.GetValue(_cover)),
            Milling = Millimetres("--milling", parsed.GetValue(_milling)!, WidestMilling),
            CompensatesCreep = !parsed.GetValue(_noCreep),
        };
        if (options is { Scheme: NUp, Cover: not CoverPages.None }) throw Refuse("--cover", options.Scheme.Name, "proofs have no cover", "样张没有封面");
        return new(options)
        {
            Paper = parsed.GetValue(_paper) is { } paper ? PaperOf("--paper", paper) : null,
            BulkThousandths = parsed.GetValue(_bulk) is { } bulk ? BulkOf(bulk) : null,
            CoverPaper = parsed.GetValue(_coverPaper) is { } cover ? PaperOf("--cover-paper", cover) : null,
            TrimAllowance = parsed.GetValue(_trim) is { } trim ? Millimetres("--trim", trim, WidestAllowance) : null,
        };
    }

    private static Size SheetOf(string text)
    {
        if (StandardSheets.Find(text) is { } known) return known;
        var sides = text.Split('x', 'X', '×');
        return sides.Length == 2 && Number(sides[0]) is >= SmallestSheet and <= LargestSheet && Number(sides[1]) is >= SmallestSheet and <= LargestSheet
            ? new Size(Number(sides[0])!.Value.Mm, Number(sides[1])!.Value.Mm)
            : throw Refuse("--sheet", text, $"{string.Join(", ", StandardSheets.All.Select(sheet => sheet.Name))}, or WxH of {SmallestSheet} to {LargestSheet} mm", $"可用 {string.Join("、", StandardSheets.All.Select(sheet => sheet.Name))}，或 {SmallestSheet} 至 {LargestSheet} 毫米的 宽x高");
    }

    private static PaperStock PaperOf(string option, string text)
    {
        var names = string.Join(", ", StandardPapers.All.Select(paper => paper.Name));
        return StandardPapers.Find(text) ?? throw Refuse(option, text, $"a name ({names}), with :{StandardPapers.LeastGrams} to :{StandardPapers.MostGrams} g/m² or without", $"可用纸名（{names}），可加 :{StandardPapers.LeastGrams} 至 :{StandardPapers.MostGrams} 克重");
    }

    private static int BulkOf(string text) => Number(text) is { } bulk && bulk * 1000 is >= StandardPapers.LeastBulk and <= StandardPapers.MostBulk
        ? (int)Math.Round(bulk * 1000)
        : throw Refuse("--bulk", text, "cm³/g from 0.5 to 3", "单位 cm³/g，0.5 至 3");

    private static BlankPolicy BlanksOf(string text) => text switch
    {
        "end" => BlankPolicy.End,
        "before-last" => BlankPolicy.BeforeLast,
        "refuse" => BlankPolicy.Refuse,
        _ => throw Refuse("--blanks", text, "end, before-last or refuse", "可用 end、before-last、refuse"),
    };

    private static CoverPages CoverOf(string? text) => text switch
    {
        null or "front" => CoverPages.Front,
        "wrap" => CoverPages.Wrap,
        _ => throw Refuse("--cover", text, "front or wrap", "可用 front、wrap"),
    };

    private static Length Millimetres(string option, string text, double most)
    {
        var number = text.EndsWith("mm", StringComparison.OrdinalIgnoreCase) ? text[..^2] : text;
        return Number(number) is { } length && length >= 0 && length <= most
            ? length.Mm
            : throw Refuse(option, text, string.Create(CultureInfo.InvariantCulture, $"millimetres from 0 to {most}"), string.Create(CultureInfo.InvariantCulture, $"单位毫米，0 至 {most}"));
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static HostException Refuse(string option, string text, string english, string chinese) =>
        new(ImpositionMessages.BadOption.Anywhere(option, text, english, chinese), ExitCode.Usage);
}
