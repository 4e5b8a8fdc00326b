using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Typeset.Core;
using Typeset.Preflight.Reading;

namespace Typeset.Preflight.Report;

/// <summary>A file and what was found in it, for a report.</summary>
/// <param name="Name">As the user named it.</param>
/// <param name="Pdf">The whole file.</param>
/// <param name="Report">What was found.</param>
public sealed record CheckedFile(string Name, ReadOnlyMemory<byte> Pdf, PdfReport Report);

/// <summary>A report for people as one HTML page that needs nothing else: the findings page by page, each beside a picture of its page.</summary>
public static class HtmlReport
{
    /// <summary>Of pages with findings, so many are drawn.</summary>
    private const int DrawnPages = 50;

    public static string Write(IReadOnlyList<CheckedFile> files, Language language)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"").Append(language == Language.Chinese ? "zh-CN" : "en").Append("\"><meta charset=\"utf-8\"><title>")
            .Append(Say(language, "印前检查", "Preflight")).Append("</title>\n<style>body{font:15px/1.5 serif;margin:2em auto;max-width:70em}h2{border-bottom:1px solid #999}section{display:flex;gap:2em;align-items:flex-start}svg{flex:none}li{margin:.4em 0}.error{color:#a00}.warning{color:#850}code{font-size:90%}small{color:#555}</style>\n");
        var shapes = new PictureShapes();
        foreach (var file in files) Append(html, file, shapes, language);
        return html.Append(shapes.Definitions).Append("</html>\n").ToString();
    }

    internal static string Escaped(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '<' or '>' or '&' or '"' or '\'') safe.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
            else if (c is >= ' ' and not ('\uFFFE' or '\uFFFF') or '\n' or '\t') safe.Append(c);
        }

        return safe.ToString();
    }

    private static void Append(StringBuilder html, CheckedFile file, PictureShapes shapes, Language language)
    {
        var report = file.Report;
        html.Append("<h1>").Append(Escaped(file.Name)).Append("</h1>\n<p>").Append(Escaped(string.Join(" · ", report.Profiles.Select(static p => p.Name))));
        html.Append(" — ").Append(Summary(report, language)).Append("</p>\n");
        foreach (var problem in report.Unread) html.Append("<p class=\"error\">").Append(problem.Id).Append(' ').Append(Escaped(problem.Message(language))).Append("</p>\n");
        foreach (var (clause, count) in report.Unlisted) html.Append("<p>").Append(Escaped(clause.Id)).Append(Say(language, $"：另有 {count} 处未列", $": {count} more")).Append("</p>\n");
        var pictures = Pictures(file, shapes);
        foreach (var page in report.Findings.GroupBy(static f => f.Place.Page))
        {
            html.Append("<h2>").Append(page.Key < 0 ? Say(language, "全文件", "Whole file") : Say(language, $"第 {page.Key + 1} 页", $"Page {page.Key + 1}")).Append("</h2>\n<section>");
            html.Append(pictures.GetValueOrDefault(page.Key, "")).Append("<ul>\n");
            foreach (var finding in page) Append(html, finding, language);
            html.Append("</ul></section>\n");
        }
    }

    private static void Append(StringBuilder html, Finding finding, Language language)
    {
        var clause = finding.Clause;
        html.Append("<li><b class=\"").Append(finding.Severity == Severity.Error ? "error" : finding.Severity == Severity.Warning ? "warning" : "note").Append("\">").Append(Escaped(clause.Id)).Append("</b> ");
        html.Append(Escaped(finding.Detail.Message(language))).Append("<br><small>").Append(Escaped($"{clause.Standard} {clause.Number}".Trim())).Append(" — ").Append(Escaped(clause.Text(language))).Append("</small>");
        if (finding.Place is { X: { } x, Y: { } y }) html.Append(CultureInfo.InvariantCulture, $" <small>({x:0.##}, {y:0.##} pt)</small>");
        if (!finding.Detail.Span.IsNone) html.Append(" <code>").Append(Escaped(finding.Detail.Span.ToString())).Append("</code>");
        html.Append("</li>\n");
    }

    private static Dictionary<int, string> Pictures(CheckedFile file, PictureShapes shapes)
    {
        var places = file.Report.Findings.Where(static f => f.Place.Page >= 0).GroupBy(static f => f.Place.Page).Take(DrawnPages).ToDictionary(static g => g.Key, static g => g.Select(static f => f.Place).ToImmutableArray());
        var pictures = new Dictionary<int, string>();
        try
        {
            var pdf = PdfFile.Open(file.Pdf);
            var fonts = new FontShelf(pdf);
            foreach (var page in PdfPage.All(pdf).Where(page => places.ContainsKey(page.Index))) pictures[page.Index] = PagePicture.Draw(page, pdf, ContentReader.Read(page, pdf, fonts), places[page.Index], shapes);
        }
        catch (PdfFormatException)
        {
            // What cannot be read was told among the findings; the pages before it are drawn.
        }

        return pictures;
    }

    private static string Summary(PdfReport report, Language language)
    {
        var (errors, warnings) = (report.Findings.Count(static f => f.Severity == Severity.Error) + report.Unread.Length, report.Findings.Count(static f => f.Severity == Severity.Warning));
        return Say(language, $"{report.Pages} 页，{errors} 处错误，{warnings} 处警告", $"{report.Pages} pages, {errors} errors, {warnings} warnings");
    }

    private static string Say(Language language, string chinese, string english) => language == Language.Chinese ? chinese : english;
}
