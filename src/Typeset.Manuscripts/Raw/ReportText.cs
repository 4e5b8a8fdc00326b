using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Typeset.Core;

namespace Typeset.Manuscripts.Raw;

/// <summary>The import report for a reader: what was found, the doubtful places first, then what was repaired and what left out.</summary>
public static class ReportText
{
    /// <summary>Repairs of one kind are shown one by one up to this many; the JSON report has all.</summary>
    private const int MostShown = 200;

    /// <summary>The report in a language, lines ending in LF.</summary>
    public static string Write(ImportReport report, Language language) => new Writer(report, language == Language.Chinese).Write();

    private sealed class Writer(ImportReport report, bool chinese)
    {
        private readonly StringBuilder _text = new();

        public string Write()
        {
            Counts();
            Doubts();
            Articles();
            Contents();
            Repairs();
            Dropped();
            return _text.ToString();
        }

        private string Say(string zh, string en) => chinese ? zh : en;

        private void Line(string text = "") => _text.Append(text).Append('\n');

        private void Heading(string zh, string en, int count)
        {
            Line();
            Line(string.Create(CultureInfo.InvariantCulture, $"== {Say(zh, en)} ({count})"));
        }

        private void Counts()
        {
            Line(Say("导入报告", "Import report"));
            Line(string.Create(CultureInfo.InvariantCulture, $"{Say("行", "lines")} {report.Homes.Length} · {Say("文章", "articles")} {report.Articles.Length} · {Say("存疑", "doubtful")} {report.Doubts.Length} · {Say("修补", "repairs")} {report.Repairs.Length} · {Say("略去", "left out")} {report.Homes.Count(static h => h.DropReason is not null)}"));
            foreach (var shape in report.Shapes)
            {
                var width = shape.Measure > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Say("每行约", "lines of about")} {shape.Measure:0.#} {Say("字", "characters")}") : Say("一行一段", "a line is a paragraph");
                Line($"{shape.Source.Path}: {width}");
            }
        }

        private void Doubts()
        {
            Heading("存疑之处：请核对", "Doubtful places: please check", report.Doubts.Length);
            var decisions = report.Decisions.ToLookup(static d => d.Place);
            foreach (var doubt in report.Doubts)
            {
                Line($"{doubt.Place}  {Of(doubt.Question)}");
                Line($"    {Say("已取", "taken")}: {doubt.Reading}");
                Line($"    {Say("或为", "or")}: {doubt.OtherReading}");
                if (decisions[doubt.Place].FirstOrDefault() is { } decision) Line("    " + Because(decision));
            }
        }

        private string Because(Decision decision) => Say("依据", "because") + ": " + string.Join(Say("；", "; "), decision.Candidates.SelectMany(static c => c.Reasons).Select(Weighed));

        private string Weighed(Reason reason) => string.Create(CultureInfo.InvariantCulture, $"{Of(reason)} {reason.Weight:+0;-0}");

        private void Articles()
        {
            Heading("文章", "Articles", report.Articles.Length);
            foreach (var article in report.Articles)
            {
                Line(string.Create(CultureInfo.InvariantCulture, $"{article.Id}  {article.Place}  {article.Title} — {article.Headings} {Say("标题", "headings")}, {article.Paragraphs} {Say("段", "paragraphs")}"));
            }
        }

        private void Contents()
        {
            if (report.Contents.IsEmpty) return;
            Heading("原目录核对", "The original’s contents list", report.Contents.Length);
            foreach (var entry in report.Contents)
            {
                var found = entry.Article.Length == 0 ? Say("未找到文章", "no article found") : entry.Article + (entry.SpacesDiffer ? Say("（与正文标题的空格或标点不同）", " (spaces or marks differ from the title in the body)") : "");
                Line($"{entry.Place}  {entry.Title} {entry.Page} → {found}");
            }
        }

        private void Repairs()
        {
            foreach (var kind in report.Repairs.GroupBy(static r => r.Kind).OrderBy(static g => g.Key))
            {
                var (zh, en) = NameOf(kind.Key);
                Heading(zh, en, kind.Count());
                foreach (var repair in kind.Take(MostShown)) Line($"{repair.Place}  {Shown(repair.Before)} → {Shown(repair.After)}");
                if (kind.Count() > MostShown) Line(Say("……其余见 import-report.json", "… the rest is in import-report.json"));
            }
        }

        private static string Shown(string text) => text.Replace('\u3000', '␣').Replace('\u00A0', '␣').Replace(' ', '␣').Replace('\t', '→');

        private static (string Chinese, string English) NameOf(RepairKind kind) => kind switch
        {
            RepairKind.Joined => ("接行", "Lines joined"), RepairKind.Cut => ("删节", "Cut"), RepairKind.SpaceRemoved => ("去空格", "Spaces removed"),
            RepairKind.SpaceAdded => ("加空格", "Spaces added"), RepairKind.Punctuation => ("标点改全角", "Marks made full width"), _ => ("按更正改字", "Replaced by corrections"),
        };

        private void Dropped()
        {
            var dropped = report.Homes.Where(static h => h.DropReason is not null).ToImmutableArray();
            Heading("略去的行", "Lines left out", dropped.Length);
            foreach (var home in dropped) Line($"{home.Place}  {Text(home.Place)} — {Of(home.DropReason!.Value)}");
        }

        private static string Text(SourceSpan place) => place.Source is { } source ? source.Text[place.Start..place.End].Trim() : "";

        private string Of(Reason reason) => Say(reason.Chinese, reason.English);
    }
}
