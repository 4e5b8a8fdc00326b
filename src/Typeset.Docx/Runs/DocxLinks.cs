using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using Typeset.Core;
using Typeset.Core.Messages;

namespace Typeset.Docx.Runs;

/// <summary>The links of one part, with the relationships that they need, and the characters that XML cannot hold.</summary>
internal sealed class DocxLinks(DiagnosticBag diagnostics, Bookmarks bookmarks)
{
    private readonly Dictionary<string, string> _external = new(StringComparer.Ordinal);

    /// <summary>Addresses by their relationship ids, in the order of first use.</summary>
    public IEnumerable<(string Id, string Address)> External => _external.Select(static pair => (pair.Value, pair.Key));

    /// <summary>What runs of a link's text are appended to: a link in the paragraph, or the paragraph itself where there is no link.</summary>
    public OpenXmlElement Begin(OpenXmlElement paragraph, string? target)
    {
        if (string.IsNullOrEmpty(target) || LinkTo(target) is not { } link) return paragraph;
        paragraph.AppendChild(link);
        return link;
    }

    private W.Hyperlink? LinkTo(string target)
    {
        if (!target.Contains(':')) return bookmarks.Find(target.TrimStart('#')) is { } name ? new W.Hyperlink { Anchor = name, History = true } : null;
        if (Uri.TryCreate(target, UriKind.Absolute, out var address)) return new W.Hyperlink { Id = IdOf(address.AbsoluteUri), History = true };
        diagnostics.Add(DocxMessages.UnusableLink.Anywhere(target));
        return null;
    }

    private string IdOf(string address)
    {
        if (!_external.TryGetValue(address, out var id)) _external[address] = id = "rIdLink" + (_external.Count + 1).ToString(CultureInfo.InvariantCulture);
        return id;
    }

    /// <summary>The text with U+FFFD for what XML cannot hold.</summary>
    public string Clean(string text)
    {
        var bad = FirstForbidden(text, 0);
        if (bad < 0) return text;
        var clean = new StringBuilder(text);
        for (; bad >= 0; bad = FirstForbidden(text, bad + 1))
        {
            diagnostics.Add(DocxMessages.ForbiddenCharacter.Anywhere(((int)text[bad]).ToString("X4", CultureInfo.InvariantCulture)));
            clean[bad] = '\ufffd';
        }

        return clean.ToString();
    }

    private static int FirstForbidden(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            if (i + 1 >= text.Length || !XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) return i;
            i++;
        }

        return -1;
    }
}

/// <summary>Bookmarks by the names of the booklet's places.</summary>
internal sealed class Bookmarks
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public void Add(string place) => _numbers.TryAdd(place, _numbers.Count + 1);

    /// <summary>A place's bookmark; null for a place that does not exist.</summary>
    public string? Find(string place) => _numbers.TryGetValue(place, out var number) ? NameOf(number) : null;

    /// <summary>Sets a bookmark around what a paragraph holds.</summary>
    public void Mark(W.Paragraph paragraph, string place)
    {
        if (!_numbers.TryGetValue(place, out var number)) return;
        var id = number.ToString(CultureInfo.InvariantCulture);
        var start = new W.BookmarkStart { Id = id, Name = NameOf(number) };
        if (paragraph.ParagraphProperties is { } properties) properties.InsertAfterSelf(start);
        else paragraph.PrependChild(start);
        paragraph.AppendChild(new W.BookmarkEnd { Id = id });
    }

    private static string NameOf(int number) => "_Toc" + number.ToString("D8", CultureInfo.InvariantCulture);
}
