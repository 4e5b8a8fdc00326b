using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Typeset.Manuscripts.Docx;

/// <summary>What a paragraph style says, its bases looked through (ECMA-376 part 1, §17.7.2).</summary>
internal sealed record DocxStyle(string Id, string Name)
{
    public W.JustificationValues? Alignment { get; init; }

    /// <summary>From 0; 9 is body text.</summary>
    public int? OutlineLevel { get; init; }
    public int? NumberingId { get; init; }
    public int NumberingLevel { get; init; }
    public bool PageBreakBefore { get; init; }
    public bool Bold { get; init; }

    /// <summary>In half points.</summary>
    public double? Size { get; init; }
    public double? FirstLineIndent { get; init; }

    public static readonly DocxStyle None = new("", "");
}

/// <summary>The styles of a document by their ids.</summary>
internal sealed class DocxStyles
{
    /// <summary>Styles based on each other in a chain; a ring ends there too.</summary>
    private const int ChainLimit = 30;

    private readonly Dictionary<string, W.Style> _written = [];
    private readonly Dictionary<string, DocxStyle> _settled = [];
    private readonly string _defaultId = "";
    private readonly double? _defaultSize;

    public DocxStyles(StyleDefinitionsPart? part)
    {
        foreach (var style in part?.Styles?.Elements<W.Style>() ?? [])
        {
            if (style.StyleId?.Value is not { } id) continue;
            _written.TryAdd(id, style);
            if (style.Type.Known() == W.StyleValues.Paragraph && style.Default.Known() == true) _defaultId = id;
        }

        _defaultSize = SizeOf(part?.Styles?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle?.FontSize);
    }

    /// <summary>A paragraph's style; the default one where none is named.</summary>
    public DocxStyle Of(string? id)
    {
        id ??= _defaultId;
        if (!_settled.TryGetValue(id, out var style)) _settled[id] = style = Settle(id, 0);
        return style;
    }

    /// <summary>What a character style says of bold face, emphasis and position.</summary>
    public W.StyleRunProperties? RunsOf(string? id) => id is not null && _written.TryGetValue(id, out var style) ? style.StyleRunProperties : null;

    private DocxStyle Settle(string id, int depth)
    {
        if (depth > ChainLimit || !_written.TryGetValue(id, out var written)) return DocxStyle.None with { Size = _defaultSize };
        var below = written.BasedOn?.Val?.Value is { } based ? Settle(based, depth + 1) : DocxStyle.None with { Size = _defaultSize };
        var paragraph = written.StyleParagraphProperties;
        var runs = written.StyleRunProperties;
        return below with
        {
            Id = id,
            Name = written.StyleName?.Val?.Value ?? id,
            Alignment = paragraph?.Justification?.Val.Known() ?? below.Alignment,
            OutlineLevel = paragraph?.OutlineLevel?.Val.Known() ?? below.OutlineLevel,
            NumberingId = paragraph?.NumberingProperties?.NumberingId?.Val.Known() ?? below.NumberingId,
            NumberingLevel = paragraph?.NumberingProperties?.NumberingLevelReference?.Val.Known() ?? below.NumberingLevel,
            PageBreakBefore = IsOn(paragraph?.PageBreakBefore) ?? below.PageBreakBefore,
            Bold = IsOn(runs?.Bold) ?? below.Bold,
            Size = SizeOf(runs?.FontSize) ?? below.Size,
            FirstLineIndent = IndentOf(paragraph?.Indentation) ?? below.FirstLineIndent,
        };
    }

    /// <summary>A toggle's value; null where nothing is written.</summary>
    public static bool? IsOn(W.OnOffType? toggle) => toggle is null ? null : toggle.Val.Known() ?? true;

    /// <summary>In points.</summary>
    public static double? SizeOf(W.FontSize? size) => double.TryParse(size?.Val?.Value, System.Globalization.CultureInfo.InvariantCulture, out var half) ? half / 2 : null;

    /// <summary>In characters; where only twips are written, of 16 pt.</summary>
    public static double? IndentOf(W.Indentation? indent)
    {
        const double TwipsOfCharacter = 320;
        if (indent?.FirstLineChars.Known() is { } characters) return characters / 100.0;
        return double.TryParse(indent?.FirstLine?.Value, System.Globalization.CultureInfo.InvariantCulture, out var twips) ? twips / TwipsOfCharacter : null;
    }
}
