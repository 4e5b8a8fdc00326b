using System.Text;
using AngleSharp.Dom;
using Typeset.Documents;
using Typeset.Manuscripts.Docx;
using Typeset.Manuscripts.Raw.Drafts;
using Typeset.Manuscripts.Sources;

namespace Typeset.Manuscripts.Html;

/// <summary>Reads the text of one paragraph; white space is collapsed as browsers do it (CSS Text 4 §4.1).</summary>
internal sealed class HtmlInlines(HtmlContext context)
{
    private static readonly string[] Inline =
        ["A", "B", "STRONG", "I", "EM", "SPAN", "FONT", "SUP", "SUB", "CODE", "U", "S", "SMALL", "BIG", "LABEL", "CITE", "Q", "ABBR", "MARK", "TIME", "INS", "DEL", "KBD", "SAMP", "VAR", "TT", "WBR", "BR", "IMG", "RUBY", "RB", "RT", "RP", "BDI", "BDO", "DFN", "O:P"];

    private readonly StringBuilder _space = new();

    public DraftText Text { get; private set; } = new();

    /// <summary>Images met on the way, which come behind the paragraph.</summary>
    public List<IElement> Images { get; } = [];

    /// <summary>Paragraphs that were ended by line breaks inside the element.</summary>
    public List<DraftText> Finished { get; } = [];

    /// <summary>Whether an element, with all in it, runs within a line.</summary>
    public static bool Are(INode node) => node is not IElement element || (Inline.Contains(element.TagName.ToUpperInvariant()) && element.Children.All(Are));

    public void Read(INode node, InlineFormat format = InlineFormat.None, string? link = null)
    {
        switch (node)
        {
            case IText text: Append(text.Data, format, link); break;
            case IElement element when HtmlNoise.Reason(element) is { } why: context.LeaveOut(element, why.Length == 0 ? "script" : why); break;
            case IElement { TagName: "BR" }: BreakLine(); break;
            case IElement { TagName: "IMG" } image: Images.Add(image); break;
            case IElement { TagName: "RT" or "RP" or "DEL" } left: context.LeaveOut(left, left.TagName.ToLowerInvariant()); break;
            case IElement element: ReadAll(element, format | FormatOf(element), LinkOf(element) ?? link); break;
        }
    }

    public void ReadAll(INode parent, InlineFormat format = InlineFormat.None, string? link = null)
    {
        foreach (var child in parent.ChildNodes) Read(child, format, link);
    }

    private void Append(string data, InlineFormat format, string? link)
    {
        var from = 0;
        for (var at = 0; at <= data.Length; at++)
        {
            if (at < data.Length && data[at] is not (' ' or '\t' or '\n' or '\r' or '\f')) continue;
            if (at > from) AppendWord(data[from..at], format, link);
            if (at < data.Length) _space.Append(data[at]);
            from = at + 1;
        }
    }

    private void AppendWord(string word, InlineFormat format, string? link)
    {
        var clean = word.Replace("\uFFFC", "", StringComparison.Ordinal).Replace("\u200B", "", StringComparison.Ordinal);
        if (clean.Length == 0) return;
        if (_space.Length > 0 && Text.Length > 0 && Text.Last != RichText.LineBreak && NeedsSpace(clean)) Text.AppendSpace(format, link);
        _space.Clear();
        if (Text.Last == RichText.LineBreak && clean[0] is '\u3000' or '\u00A0') EndParagraph();
        Text.Append(clean, format, link);
    }

    /// <summary>White space with a line end in it stands for nothing next to Han.</summary>
    private bool NeedsSpace(string next) => !_space.ToString().Contains('\n') || LineJoin.NeedsSpace((' ', Text.Last), (next[0], next.Length > 1 ? next[1] : ' '));

    /// <summary>One line break is one; two part paragraphs, as does one before an indent.</summary>
    private void BreakLine()
    {
        _space.Clear();
        if (Text.Length > 0 && Text.Last == RichText.LineBreak) EndParagraph();
        else if (Text.Length > 0) Text.Append(RichText.LineBreak.ToString());
    }

    private void EndParagraph()
    {
        Text.TrimEnd();
        if (!Text.IsBlank) Finished.Add(Text);
        Text = new DraftText();
    }

    private static InlineFormat FormatOf(IElement element) => element.TagName switch
    {
        "B" or "STRONG" => InlineFormat.Strong,
        "I" or "EM" => InlineFormat.EmphasisDots,
        "SUP" => InlineFormat.Superscript,
        "SUB" => InlineFormat.Subscript,
        "CODE" or "TT" or "KBD" or "SAMP" => InlineFormat.Code,
        _ => (element.GetAttribute("style") ?? "").Contains("font-weight: bold", StringComparison.OrdinalIgnoreCase) ? InlineFormat.Strong : InlineFormat.None,
    };

    private static string? LinkOf(IElement element) => element.TagName == "A" && element.GetAttribute("href") is { } address && DocxLink.IsKept(address) ? address : null;
}
