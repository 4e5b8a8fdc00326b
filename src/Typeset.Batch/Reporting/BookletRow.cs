using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Typeset.Batch.Files;
using Typeset.Batch.Rebuilding;
using Typeset.Batch.Store;
using Typeset.Batch.Work;
using Typeset.Core;

namespace Typeset.Batch.Reporting;

/// <summary>A booklet in the report. Everything that comes from manuscripts and file names is escaped.</summary>
internal sealed partial class BookletRow(BookletRecord record, BookletDetail detail, Language language)
{
    /// <summary>So many remarks at most are shown of a booklet.</summary>
    private const int MostRemarks = 50;

    /// <summary>So many changed pages at most are named.</summary>
    private const int MostPages = 12;

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new();

    public void Write(TextWriter writer, long lastRun)
    {
        Begin(lastRun);
        Cover();
        _text.Append("<div>");
        Head();
        Change();
        Remarks();
        _text.Append("</div>");
        Files();
        _text.Append("</article>\n");
        writer.Write(_text);
    }

    private void Begin(long lastRun)
    {
        var marks = new List<string>();
        if (record.Status != OutcomeStatus.Done) marks.Add("failed");
        if (detail.Outcome.Count("warning") > 0) marks.Add("warned");
        if (detail.Change is not null) marks.Add("changed");
        if (record.Run == lastRun) marks.Add("recent");
        var status = record.Status == OutcomeStatus.Done ? "done" : "failed";
        _text.Append($"<article class=\"booklet {status}\" data-marks=\"{string.Join(' ', marks)}\">");
    }

    private void Cover()
    {
        _text.Append("<div>");
        if (detail.Outcome.HasCover) _text.Append($"<img loading=\"lazy\" alt=\"\" src=\"{OutputRoot.OwnFolder}/covers/{Publisher.CoverName(record.Place.Path)}\">");
        _text.Append("</div>");
    }

    private void Head()
    {
        var title = detail.Outcome.Title.Length > 0 ? detail.Outcome.Title : record.Place.Path;
        _text.Append("<h2>").Append(Html.Encode(Plain(title))).Append("</h2><div class=\"path\">").Append(Html.Encode(Plain(record.Place.Path))).Append("</div>");
        if (record.IsGone) Line("warning", Say("书稿已不在库中", "no longer in the archive"));
        if (record.Status != OutcomeStatus.Done && !record.Outputs.IsEmpty) Line("warning", Say("输出仍是上次成功时的", "the outputs are those of the last success"));
    }

    private void Change()
    {
        if (detail.Change is not { } change) return;
        var now = detail.Outcome.Pages.Length;
        if (change.PagesBefore != now) Line("change", Say($"页数 {change.PagesBefore} → {now}", $"pages {change.PagesBefore} → {now}"));
        if (!change.Text.IsEmpty) Line("change", Say("文字有变：第 ", "text changed on pages ") + Pages(change.Text) + Say(" 页", ""));
        if (!change.Breaks.IsEmpty) Line("change", Say("仅换行有变：第 ", "only breaks changed on pages ") + Pages(change.Breaks) + Say(" 页", ""));
    }

    private void Remarks()
    {
        var told = detail.Outcome.Remarks.Where(static remark => remark.Severity != "note").OrderBy(static remark => remark.Severity, StringComparer.Ordinal).ToArray();
        if (told.Length == 0) return;
        var (errors, warnings) = (detail.Outcome.Count("error"), detail.Outcome.Count("warning"));
        _text.Append("<details").Append(errors > 0 ? " open" : "").Append("><summary>").Append(Say($"错误 {errors}，警告 {warnings}", $"{errors} errors, {warnings} warnings")).Append("</summary><ul>");
        foreach (var remark in told.Take(MostRemarks)) Item(remark);
        if (told.Length > MostRemarks) _text.Append($"<li>… {told.Length - MostRemarks}</li>");
        _text.Append("</ul></details>");
    }

    private void Item(Remark remark)
    {
        _text.Append($"<li class=\"{(remark.Severity == "error" ? "error" : "warning")}\">").Append(Html.Encode(remark.In(language)));
        var hint = language == Language.Chinese ? remark.ChineseHint : remark.EnglishHint;
        if (hint.Length > 0) _text.Append(" <span class=\"hint\">").Append(Html.Encode(hint)).Append("</span>");
        _text.Append("</li>");
    }

    private void Files()
    {
        _text.Append("<div class=\"pages\">").Append(Say($"{detail.Outcome.Pages.Length} 页", $"{detail.Outcome.Pages.Length} pages"));
        foreach (var output in record.Outputs)
        {
            var address = string.Join('/', output.Path.Split('/').Select(Uri.EscapeDataString));
            _text.Append($"<br><a href=\"{Html.Encode(address)}\">{Html.Encode(output.Format)}</a> {output.Bytes / 1024} KB");
            if (output.Verdict is { } verdict) Append(verdict);
        }

        _text.Append("</div>");
    }

    private void Append(Verdict verdict)
    {
        var text = verdict.Clauses.IsEmpty && verdict.Errors == 0 ? Say("检查通过", "check passed")
            : Say($"检查：错误 {verdict.Errors}，警告 {verdict.Warnings}", $"check: {verdict.Errors} errors, {verdict.Warnings} warnings");
        var kind = verdict.Errors > 0 ? "error" : verdict.Warnings > 0 ? "warning" : "passed";
        _text.Append($" <span class=\"check {kind}\">{Html.Encode(text)} {Html.Encode(string.Join(", ", verdict.Clauses))}</span>");
    }

    private void Line(string kind, string text) => _text.Append($"<div class=\"{kind}\">").Append(Html.Encode(text)).Append("</div>");

    private static string Pages(ImmutableArray<int> pages) => string.Join(", ", pages.Take(MostPages)) + (pages.Length > MostPages ? " …" : "");

    /// <summary>A name as it is written, letter by letter: marks that turn the direction of text would show it as another.</summary>
    private static string Plain(string name) => Turns().Replace(name, static mark => $"[U+{(int)mark.Value[0]:X4}]");

    [GeneratedRegex(@"[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Turns();

    private string Say(string chinese, string english) => language == Language.Chinese ? chinese : english;
}
