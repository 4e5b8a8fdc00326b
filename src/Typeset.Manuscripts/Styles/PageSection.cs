using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Manuscripts.Yaml;

namespace Typeset.Manuscripts.Styles;

/// <summary>Reads <c>page</c>: the trim, the margins and the character grid.</summary>
internal static class PageSection
{
    private const int GridLimit = 500;
    private static readonly Length DefaultMargin = 20.Mm;

    public static PageGeometry Read(StyleKeys keys, Length bodySize)
    {
        var units = new Units(bodySize, null, null, null);
        var trim = ReadTrim(keys, units);
        var tall = units with { Whole = trim.Height };
        var wide = units with { Whole = trim.Width };
        var page = new PageGeometry
        {
            Trim = trim,
            HeadMargin = keys.Length("head-margin", tall, LengthRange.Positive, DefaultMargin),
            FootMargin = keys.Length("foot-margin", tall, LengthRange.Positive, DefaultMargin),
            GutterMargin = keys.Length("gutter-margin", wide, LengthRange.Positive, DefaultMargin),
            ForeEdgeMargin = keys.Length("fore-edge-margin", wide, LengthRange.Positive, DefaultMargin),
            Mirrored = keys.Flag("mirrored", false),
            Characters = keys.Whole("characters", 0, 0, GridLimit),
            Lines = keys.Whole("lines", 0, 0, GridLimit),
        };
        return HasTypeArea(page, bodySize) ? page : Refuse(keys, trim);
    }

    /// <summary>The measure needs the body's tracking and is read when that is settled.</summary>
    public static PageGeometry ReadMeasure(StyleKeys keys, PageGeometry page, TextStyle body)
    {
        var units = new Units(body.Size, body.Size + body.Tracking, body.LinePitch, page.TypeAreaWidth);
        var measure = keys.Length("measure", units, LengthRange.Positive);
        keys.Close();
        if (measure is null || measure >= body.Size) return page with { Measure = measure };
        keys.Diagnostics.Add(StyleMessages.MeasureTooNarrow.At(keys.PlaceOf("measure")));
        return page;
    }

    private static Size ReadTrim(StyleKeys keys, Units units)
    {
        var a4 = new Size(210.Mm, 297.Mm);
        switch (keys.Take("size"))
        {
            case null: return a4;
            case YamlScalar scalar when Named(scalar.Text) is { } named: return named;
            case YamlSequence { Items: [YamlScalar width, YamlScalar height] }:
                return Edge(keys, width, units) is { } w && Edge(keys, height, units) is { } h ? new Size(w, h) : a4;
            case { } other: keys.Diagnostics.Add(StyleMessages.UnknownPageSize.At(other.Span, (other as YamlScalar)?.Text ?? "…")); return a4;
        }
    }

    private static Length? Edge(StyleKeys keys, YamlScalar written, Units units) =>
        keys.Settle(written.Text.Trim(), written.Span, "size", units with { Size = null }, LengthRange.Edge);

    /// <summary>ISO 216 formats and the Chinese book formats (开本, GB/T 788).</summary>
    private static Size? Named(string name) => name switch
    {
        "A4" => new Size(210.Mm, 297.Mm),
        "A5" => new Size(148.Mm, 210.Mm),
        "A6" => new Size(105.Mm, 148.Mm),
        "B5" => new Size(176.Mm, 250.Mm),
        "16开" => new Size(185.Mm, 260.Mm),
        "大16开" => new Size(210.Mm, 285.Mm),
        "32开" => new Size(130.Mm, 184.Mm),
        "大32开" => new Size(140.Mm, 203.Mm),
        _ => null,
    };

    private static bool HasTypeArea(PageGeometry page, Length size) => page.TypeAreaWidth >= size && page.TypeAreaHeight >= size;

    private static PageGeometry Refuse(StyleKeys keys, Size trim)
    {
        keys.Diagnostics.Add(StyleMessages.NoTypeArea.At(keys.PlaceOf("gutter-margin")));
        return new PageGeometry { Trim = trim, HeadMargin = trim.Height / 10, FootMargin = trim.Height / 10, GutterMargin = trim.Width / 10, ForeEdgeMargin = trim.Width / 10 };
    }
}
