using System.Globalization;
using System.Text;
using Typeset.Documents;

namespace Typeset.Manuscripts.Tests.Mutation;

/// <summary>Prints articles to plain text the way their habits say.</summary>
internal sealed class Printer(PrintHabits habits, Random random)
{
    private const string Closing = "，。、；：？！”’）》〉】」』％%…—";
    private const string Opening = "“‘（《〈【「『";

    private readonly List<string> _lines = [];
    private int _onPage;
    private int _page = 1;
    private string _head = "";

    public string Print(Booklet booklet, IReadOnlyList<Article> articles)
    {
        _head = booklet.FullTitle;
        if (habits.Cover) PrintCover(booklet);
        if (habits.Contents) PrintContents(articles);
        foreach (var article in articles) PrintArticle(article);
        return string.Join(habits.LineEnd, _lines) + habits.LineEnd;
    }

    private void PrintCover(Booklet booklet)
    {
        foreach (var part in booklet.Title) Line(part);
        Gap(1);
        if (booklet.Issue.Length > 0) Line(booklet.Issue);
        foreach (var issuer in booklet.Issuer) Line(issuer);
        if (booklet.Date.Length > 0) Line(booklet.Date);
        Gap(3);
    }

    private void PrintContents(IReadOnlyList<Article> articles)
    {
        Line("目　录");
        Gap(1);
        for (var i = 0; i < articles.Count; i++) Line(string.Create(CultureInfo.InvariantCulture, $"{articles[i].FullTitle}……{i * 3 + 1}"));
        Gap(2);
    }

    private void PrintArticle(Article article)
    {
        Gap(habits.TitleGap);
        foreach (var part in article.Title) Line(part);
        if (article.Date.Length > 0) Line(article.Date);
        if (article.Source.Length > 0) Line("来源：" + article.Source);
        if (article.Byline.Length > 0) Line("作者：" + article.Byline);
        Gap(habits.TitleGap);
        foreach (var block in article.Blocks)
        {
            if (block is Heading heading) PrintHeading(heading);
            else if (block is Paragraph paragraph) PrintParagraph(paragraph);
        }
    }

    private void PrintHeading(Heading heading)
    {
        Gap(habits.HeadingGap);
        Wrap(heading.Text.Text, habits.Indent);
        Gap(habits.HeadingGap);
    }

    private void PrintParagraph(Paragraph paragraph)
    {
        var text = paragraph.Text.Text.Replace(RichText.LineBreak, ' ');
        switch (paragraph.Role)
        {
            case ParagraphRole.Salutation or ParagraphRole.NoIndent: Wrap(text, ""); break;
            case ParagraphRole.Signature or ParagraphRole.Dateline or ParagraphRole.Right: Line(new string('　', 12) + text); break;
            default: Wrap(text, habits.Indent); break;
        }

        Gap(habits.ParagraphGap);
    }

    private void Wrap(string text, string indent)
    {
        text = indent + WithNoise(text);
        var width = habits.Width == 0 ? int.MaxValue : habits.Width * 2;
        for (var at = 0; at < text.Length;)
        {
            var end = EndOf(text, at, width);
            var isLast = end == text.Length;
            Line(text[at..end] + (isLast && habits.TrailingSpace ? " " : ""));
            at = end;
        }
    }

    /// <summary>Where a line that begins at an index ends: full, no closing mark left for the next, no opening one at its end, no word cut.</summary>
    private static int EndOf(string text, int start, int width)
    {
        int end = start, used = 0;
        while (end < text.Length && used + ColumnsOf(text[end]) <= width) used += ColumnsOf(text[end++]);
        if (end == text.Length) return end;
        var full = end;
        while (end < text.Length && Closing.Contains(text[end]) && end - full < 2) end++;
        while (end > start + 1 && end < text.Length && ((IsWord(text[end]) && IsWord(text[end - 1])) || Opening.Contains(text[end - 1]) || Closing.Contains(text[end]) || char.IsLowSurrogate(text[end]))) end--;
        return end > start + 1 ? end : Math.Max(full, start + 1);
    }

    private static int ColumnsOf(char c) => c < 0x80 ? 1 : 2;

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or ',' or '-' or '/' or ':' or '@' or '%' or '_' or '~' or '?' or '=' or '&';

    private string WithNoise(string text)
    {
        if (habits.SpaceNoise == 0) return text;
        var noisy = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0 && char.IsAsciiDigit(text[i]) != char.IsAsciiDigit(text[i - 1]) && (IsHan(text[i]) || IsHan(text[i - 1])) && random.Next(100) < habits.SpaceNoise) noisy.Append(' ');
            noisy.Append(text[i]);
        }

        return noisy.ToString();
    }

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private void Line(string line)
    {
        if (habits.PageLines > 0 && _onPage == habits.PageLines) EndPage();
        _lines.Add(line);
        _onPage++;
    }

    private void Gap(int lines)
    {
        if (_lines.Count == 0) return;
        for (; lines > 0; lines--) _lines.Add("");
    }

    private void EndPage()
    {
        _onPage = 0;
        Gap(habits.PageGap);
        if (habits.Folio.Length > 0) _lines.Add(string.Format(CultureInfo.InvariantCulture, habits.Folio, _page));
        _page++;
        if (habits.FormFeed) _lines[^1] += "\f";
        if (habits.RunningHead && habits.Folio.Length > 0) _lines.Add(_head);
    }
}
