using System.Collections.Immutable;
using System.Text;
using Typeset.Core;
using Typeset.Manuscripts.Raw;

namespace Typeset.Cli.Reporting;

/// <summary>The import report for people: first what to look at, then what was found, left out and repaired.</summary>
internal sealed class ImportReportText(ImportReport report, Terminal terminal)
{
    /// <summary>Characters of a line shown with its number.</summary>
    private const int Excerpt = 40;

    private readonly StringBuilder _text = new();

    public string Write()
    {
        WriteCounts();
        Section("存疑之处（请核对）", "Doubtful places (look at these)", report.Doubts, doubt =>
            $"{Place(doubt.Place)}  {Say(doubt.Question)}{terminal.Say($"\n    已取：{doubt.Reading}\n    或为：{doubt.OtherReading}", $"\n    taken: {doubt.Reading}\n    or:    {doubt.OtherReading}")}\n    {Line(doubt.Place)}");
        Section("原目录与文章不符", "The original's contents list differs from the articles", [.. report.Contents.Where(static entry => entry.Article.Length == 0)], entry =>
            $"{Place(entry.Place)}  {entry.Title}  {entry.Page}");
        Section("文章", "Articles", report.Articles, article =>
            $"{Place(article.Place)}  {article.Id}  {article.Title}  {terminal.Say($"{article.Paragraphs} 段，{article.Headings} 个标题", $"{article.Paragraphs} paragraphs, {article.Headings} headings")}");
        Section("略去的行", "Lines left out", [.. report.Homes.Where(static home => home.DropReason is not null)], home =>
            $"{Place(home.Place)}  {Line(home.Place)}  —— {Say(home.DropReason!.Value)}");
        foreach (var kind in Enum.GetValues<RepairKind>())
        {
            var (chinese, english) = NameOf(kind);
            Section(chinese, english, [.. report.Repairs.Where(repair => repair.Kind == kind)], repair => $"{Place(repair.Place)}  {repair.Before} → {repair.After}");
        }

        Section("各文件的版式", "The shape of each file", report.Shapes, shape => $"{shape.Source.Path}  {string.Join(terminal.Say("；", "; "), shape.Habits.Select(Say))}");
        return _text.ToString();
    }

    private void WriteCounts()
    {
        var counts = ImportCounts.Of(report);
        _text.Append(terminal.Say(
            $"非空行 {counts.Lines}：{counts.Articles} 篇文章，{counts.Paragraphs} 段，{counts.Headings} 个标题；略去 {counts.Dropped} 行，修正 {counts.Repairs} 处，存疑 {counts.Doubts} 处。\n",
            $"{counts.Lines} lines with text: {counts.Articles} articles, {counts.Paragraphs} paragraphs, {counts.Headings} headings; {counts.Dropped} lines left out, {counts.Repairs} repairs, {counts.Doubts} doubts.\n"));
    }

    private void Section<T>(string chinese, string english, ImmutableArray<T> items, Func<T, string> line)
    {
        if (items.IsEmpty) return;
        _text.Append($"\n{terminal.Say(chinese, english)}  {items.Length}\n");
        foreach (var item in items) _text.Append("  ").Append(line(item).Replace(Documents.RichText.LineBreak, ' ')).Append('\n');
    }

    private string Say(Reason reason) => terminal.Say(reason.Chinese, reason.English);

    private static string Place(SourceSpan place) => place.Source is { } source ? $"{source.Path}:{source.PositionOf(place.Start).Line}" : "";

    private static string Line(SourceSpan place)
    {
        if (place.Source is not { } source) return "";
        var text = source.Text[place.Start..place.End].Trim();
        return text.Length <= Excerpt ? text : text[..Excerpt] + "…";
    }

    private static (string Chinese, string English) NameOf(RepairKind kind) => kind switch
    {
        RepairKind.Joined => ("接行", "Lines joined"),
        RepairKind.Cut => ("截去", "Text cut"),
        RepairKind.SpaceRemoved => ("删去空格", "Spaces removed"),
        RepairKind.SpaceAdded => ("补上空格", "Spaces added"),
        RepairKind.Punctuation => ("标点改为全角", "Punctuation made full width"),
        _ => ("替换", "Replaced"),
    };
}
