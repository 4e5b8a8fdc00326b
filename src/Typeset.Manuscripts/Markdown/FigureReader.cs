using System.Collections.Immutable;
using System.Globalization;
using Typeset.Core.Messages;
using Typeset.Documents;
using SourceSpan = Typeset.Core.SourceSpan;

namespace Typeset.Manuscripts.Markdown;

/// <summary>Reads images into figures.</summary>
internal static class FigureReader
{
    private static readonly string[] Keys = ["alt", "width"];

    public static void Read(List<InlineImage> images, Manuscript manuscript, bool inNote, ImmutableArray<Block>.Builder blocks)
    {
        foreach (var image in images)
        {
            if (ReadOne(image, manuscript, inNote) is { } figure) blocks.Add(figure);
        }
    }

    /// <summary>Images stand where none can be.</summary>
    public static void Refuse(List<InlineImage> images, Manuscript manuscript)
    {
        foreach (var image in images) manuscript.Report(ManuscriptMessages.ImageInHeading, manuscript.SpanOf(image.Link.Span));
    }

    private static Figure? ReadOne(InlineImage image, Manuscript manuscript, bool inNote)
    {
        var span = manuscript.SpanOf(image.Link.Span);
        if (image.Link.Reference is { } definition) manuscript.UsedDefinitions.Add(definition);
        var reader = new InlineReader(manuscript, span.End, inNote);
        var caption = reader.Read(image.Link);
        Refuse(reader.Images, manuscript);
        image.Attributes.ClassAmong([], manuscript.Diagnostics);
        image.Attributes.ReportOthers(Keys, manuscript.Diagnostics);
        var width = WidthOf(image.Attributes, manuscript);
        var data = manuscript.Images.Find(image.Link.Url ?? "", manuscript.Folder, span);
        return data is null ? null : new Figure(data, image.Attributes.Find("alt")?.Value ?? caption.Text, caption, width, span);
    }

    private static int? WidthOf(AttributeList attributes, Manuscript manuscript)
    {
        if (attributes.Find("width") is not { Value: { } text } width) return null;
        if (text.EndsWith('%') && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent is >= 1 and <= 100) return percent;
        manuscript.Report(ManuscriptMessages.BadWidth, width.Span, text);
        return null;
    }
}
