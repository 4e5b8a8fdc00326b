using System.CommandLine;
using System.Globalization;
using Typeset.Cli.Files;
using Typeset.Cli.Reporting;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Pdf;

namespace Typeset.Cli.Commands;

/// <summary>Options of <c>build</c> and <c>impose</c> for archive and press files.</summary>
internal sealed class PdfOptionSet(Terminal terminal)
{
    private readonly Option<string> _archive = new("--archive-as") { HelpName = "a-2b|a-1b", Description = terminal.Say("存档文件的标准（缺省 a-2b）", "the archive file's standard (default: a-2b)") };
    private readonly Option<string> _press = new("--press-as") { HelpName = "x-4|x-1a", Description = terminal.Say("印刷文件的标准（缺省依样式，x-4）", "the press file's standard (default: the style's, x-4)") };
    private readonly Option<string> _bleed = new("--bleed") { HelpName = "MM", Description = terminal.Say("出血，0 到 20 毫米（缺省依样式，3mm）", "bleed, 0 to 20 mm (default: the style's, 3mm)") };
    private readonly Option<string> _profile = new("--icc") { HelpName = "FILE", Description = terminal.Say("印刷条件的 ICC 特性文件（缺省依样式，FOGRA39）", "ICC profile of the printing condition (default: the style's, FOGRA39)") };
    private readonly Option<string> _ink = new("--ink-limit") { HelpName = "PERCENT", Description = terminal.Say("总墨量上限，150 到 400（缺省依样式，300）", "most total ink, 150 to 400 (default: the style's, 300)") };
    private readonly Option<bool> _attach = new("--attach") { Description = terminal.Say("阅读文件附上可编辑的 DOCX 与全部原稿：文章、图片、样式（PDF/A-3）", "carry the editable DOCX and all sources in the reading file: articles, images, styles (PDF/A-3)") };
    private readonly Option<bool> _noMarks = new("--no-marks") { Description = terminal.Say("印刷文件不带裁切、套准标记", "no crop and register marks in the press file") };
    private readonly Option<bool> _noSlug = new("--no-slug") { Description = terminal.Say("印刷文件不带标识行", "no slug line in the press file") };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_attach, _archive, _press, _bleed, _profile, _ink, _noMarks, _noSlug]) command.Add(option);
    }

    /// <summary>Adds what press sheets have of these: the rest is the sheets' own.</summary>
    public void AddToSheets(Command command)
    {
        foreach (var option in (Option[])[_press, _profile, _ink]) command.Add(option);
    }

    /// <exception cref="HostException">A value makes no sense, or the profile is missing or unusable.</exception>
    public PdfSettings Read(ParseResult parsed) => new()
    {
        Archive = Choose(parsed, _archive, ("a-2b", PdfStandard.A2b), ("a-1b", PdfStandard.A1b)),
        Press = parsed.GetValue(_press) is null ? null : Choose(parsed, _press, ("x-4", PdfStandard.X4), ("x-1a", PdfStandard.X1a)),
        Attach = parsed.GetValue(_attach),
        Bleed = Number(parsed, _bleed, "mm", 0, PressOptions.MostBleed.Millimetres)?.Mm,
        InkLimit = (int?)Number(parsed, _ink, "%", PressOptions.LeastInk, PressOptions.MostInk),
        Profile = parsed.GetValue(_profile) is { } path ? ReadProfile(path) : null,
        Marks = parsed.GetValue(_noMarks) ? false : null,
        Slug = parsed.GetValue(_noSlug) ? false : null,
    };

    /// <summary>The bytes of the profile that is named; null where none is.</summary>
    /// <exception cref="HostException">It cannot be read.</exception>
    public ReadOnlyMemory<byte>? Profile(ParseResult parsed) => parsed.GetValue(_profile) is { } path ? MappedFile.Open(path) : (ReadOnlyMemory<byte>?)null;

    private static PdfStandard Choose(ParseResult parsed, Option<string> option, params (string Word, PdfStandard Standard)[] choices)
    {
        if (parsed.GetValue(option) is not { } word) return choices[0].Standard;
        foreach (var choice in choices)
        {
            if (choice.Word.Equals(word, StringComparison.OrdinalIgnoreCase)) return choice.Standard;
        }

        throw new HostException(HostMessages.UnknownStandard.Anywhere(word, option.Name, string.Join(", ", choices.Select(static c => c.Word))), ExitCode.Usage);
    }

    private static double? Number(ParseResult parsed, Option<string> option, string unit, double least, double most)
    {
        if (parsed.GetValue(option) is not { } text) return null;
        var digits = text.EndsWith(unit, StringComparison.OrdinalIgnoreCase) ? text[..^unit.Length] : text;
        if (double.TryParse(digits.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        var range = string.Create(CultureInfo.InvariantCulture, $"{least:0.#}–{most:0.#} {unit}");
        throw new HostException(HostMessages.OutOfRange.Anywhere(text, option.Name, range), ExitCode.Usage);
    }

    private static IccProfile ReadProfile(string path)
    {
        try
        {
            return IccProfile.ReadPress(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or IccFormatException)
        {
            throw new HostException(PressMessages.UnusableProfile.Anywhere(path, e.Message), ExitCode.NoInput);
        }
    }
}
