using System.Collections.Immutable;
using System.Globalization;
using Typeset.Documents;
using Typeset.Docx.Flow;
using Typeset.Docx.Package;

namespace Typeset.Docx.Parts;

/// <summary>A running head or a folio: before and after the page's number, or a text without one; empty for nothing at all.</summary>
internal sealed record FurniturePart(bool IsHead, HouseStyle Variant)
{
    public string Text { get; init; } = "";
    public bool HasNumber { get; init; }
    public string After { get; init; } = "";
    public Alignment Alignment { get; init; } = Alignment.Center;

    /// <summary>Takes no room at all: the cover's text reaches to the page's edges.</summary>
    public bool IsFlat { get; init; }

    /// <summary>
    /// Twips between it and the text, as spacing of its own: LibreOffice 7.4 forgets the distance that the margins leave on the first page of a section that
    /// begins on a recto.
    /// </summary>
    public int Distance { get; init; }

    public bool IsEmpty => Text.Length == 0 && !HasNumber;

    /// <summary>Whether a rule stands below it.</summary>
    public bool HasRule => IsHead && !IsEmpty && !Variant.Furniture.HeadRule.IsZero;

    /// <summary>What the rule and the space above it add to its height, in twips.</summary>
    public int RuleHeight => HasRule ? RuleSpace * Twips.PerPoint + Twips.Of(Variant.Furniture.HeadRule) : 0;

    /// <summary>Whole points from the head's line to the rule: the layout rules half a type size below the head's baseline.</summary>
    public int RuleSpace
    {
        get
        {
            var style = Variant.Of(TextRole.RunningHead);
            var below = style.Size / 2 - ((style.LinePitch - style.Size) / 2 + style.Size.Times(120, 1000));
            return (int)Math.Clamp(below.Points, 1, 31);
        }
    }
}

/// <summary>The header and footer parts of a document; equal ones are one part.</summary>
internal sealed class FurnitureBook
{
    private readonly Dictionary<FurniturePart, string> _names = [];

    /// <summary>File names, in order.</summary>
    public ImmutableArray<string> Names => [.. _names.Values];

    /// <summary>The relationship id of a part.</summary>
    public string IdOf(FurniturePart part)
    {
        if (part.IsEmpty) part = part with { Alignment = Alignment.Center };
        if (!_names.TryGetValue(part, out var name))
        {
            _names[part] = name = string.Create(CultureInfo.InvariantCulture, $"{(part.IsHead ? "header" : "footer")}{_names.Count + 1}.xml");
        }

        return IdOf(name);
    }

    public IEnumerable<Relationship> Relationships => _names.Values.Select(static name => new Relationship(IdOf(name), PackageXml.TypeOf(name.StartsWith('h') ? "header" : "footer"), name));

    public void Write(ZipPackage package, TwinContext context)
    {
        var paragraphs = new ParagraphBuilder(context, context.NewLinks());
        foreach (var (part, name) in _names)
        {
            var paragraph = new FurnitureParagraph(paragraphs).Make(part);
            if (part.IsHead) package.Write("word/" + name, new W.Header(paragraph));
            else package.Write("word/" + name, new W.Footer(paragraph));
        }
    }

    private static string IdOf(string name) => "rId" + name[..^4];
}

/// <summary>Makes the paragraph of a running head or folio.</summary>
internal sealed class FurnitureParagraph(ParagraphBuilder paragraphs)
{
    public W.Paragraph Make(FurniturePart part)
    {
        var furniture = part.Variant.Furniture;
        var role = part.IsHead ? TextRole.RunningHead : TextRole.Folio;
        var metrics = new PageMetrics(part.Variant);
        var place = new ParagraphPlace(part.Variant, role) { Measure = metrics.TextWidth };
        var properties = paragraphs.PropertiesOf(place);
        if (part.IsFlat) return Flat(properties);
        if (part.HasRule) properties.Append(new W.ParagraphBorders(Rule(part)));
        if (part.Distance > 0) properties.Append(Distance(part));
        properties.Append(Inset(part, furniture), ParagraphPropertiesMaker.Justify(part.Alignment));
        var paragraph = new W.Paragraph(properties);
        paragraphs.Append(paragraph, Plain(part.Text), null, place);
        if (!part.HasNumber) return paragraph;
        paragraph.Append(Fields.Complex("PAGE", new W.Run(new W.Text("1"))));
        paragraphs.Append(paragraph, Plain(part.After), null, place);
        return paragraph;
    }

    private static W.Paragraph Flat(W.ParagraphProperties properties)
    {
        properties.Append(new W.SpacingBetweenLines { Before = "0", After = "0", Line = "20", LineRule = W.LineSpacingRuleValues.Exact });
        return new W.Paragraph(properties);
    }

    private static W.SpacingBetweenLines Distance(FurniturePart part) =>
        part.IsHead ? new() { After = Twips.Text(part.Distance) } : new() { Before = Twips.Text(part.Distance) };

    private static RichText Plain(string text) => RichText.Plain(text, default, false);

    private static W.Indentation Inset(FurniturePart part, FurnitureStyle furniture)
    {
        var inset = part.IsHead ? "0" : Twips.Text(furniture.FolioInset);
        return new W.Indentation
        {
            Left = part.Alignment == Alignment.Start ? inset : "0", Right = part.Alignment == Alignment.End ? inset : "0", FirstLine = "0", FirstLineChars = 0,
        };
    }

    private static W.BottomBorder Rule(FurniturePart part) =>
        new() { Val = W.BorderValues.Single, Size = Twips.EighthPoints(part.Variant.Furniture.HeadRule), Space = (uint)part.RuleSpace, Color = "auto" };
}

/// <summary>Fields with their results written (ECMA-376 part 1, §17.16.18).</summary>
internal static class Fields
{
    public static W.Run[] Complex(string instruction, W.Run result) => [.. Begin(instruction), result, End()];

    public static W.Run[] Begin(string instruction) =>
    [
        new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.Begin }),
        new W.Run(new W.FieldCode(" " + instruction + " ") { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve }),
        new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.Separate }),
    ];

    public static W.Run End() => new(new W.FieldChar { FieldCharType = W.FieldCharValues.End });
}
