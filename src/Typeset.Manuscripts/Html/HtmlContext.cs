using AngleSharp.Dom;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Manuscripts.Images;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Raw.Drafts;
using Typeset.Manuscripts.Sources;

namespace Typeset.Manuscripts.Html;

/// <summary>What the reading of one page shares.</summary>
internal sealed class HtmlContext(RawFile file)
{
    /// <summary>Characters of left-out text that a message shows.</summary>
    private const int ShownText = 60;

    private readonly List<(MessageTemplate Message, int Position, string[] Arguments)> _complaints = [];

    public RawDraft Draft { get; } = new(file.Path, RawKind.Html);

    /// <summary>Tells of an element that is not taken over; one without text is nothing to tell of.</summary>
    public void LeaveOut(IElement element, string why)
    {
        var text = string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length > 0) Complain(HtmlReadingMessages.LeftOut, why, text.Length <= ShownText ? text : text[..ShownText] + "…");
    }

    public void Complain(MessageTemplate message, params string[] arguments) => _complaints.Add((message, Draft.Position, arguments));

    public void Report(SourceText source, DiagnosticBag diagnostics)
    {
        foreach (var (message, position, arguments) in _complaints) diagnostics.Add(message.At(RawDraft.Moved(source, position), arguments));
    }

    /// <summary>Adds an image that lies beside the page as a figure.</summary>
    public void AddImage(IElement image)
    {
        var written = image.GetAttribute("src") ?? "";
        var path = BookletPath.Resolve(Unescaped(written));
        if (path is null || file.Beside.Read(path) is not { } bytes || RawImages.Read(bytes, "images/" + path[(path.LastIndexOf('/') + 1)..]) is not { } data)
        {
            Complain(HtmlReadingMessages.ImageLeftOut, written.Length <= ShownText ? written : written[..ShownText] + "…");
            return;
        }

        Draft.AddBlock(span => new Figure(data, image.GetAttribute("alt") ?? "", RichText.Empty, null, span), Draft.Position);
    }

    private static string Unescaped(string written)
    {
        var end = written.IndexOfAny(['?', '#']);
        var path = Uri.UnescapeDataString(end < 0 ? written : written[..end]);
        return path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
    }
}
