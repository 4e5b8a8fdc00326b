using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Typeset.Cli.Files;
using Typeset.Core;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Writing;

namespace Typeset.Cli.Reporting;

/// <summary>The import report for programs: every line with its home, every repair, every decision, and the files written.</summary>
internal sealed class ImportReportJson(ImportReport report, ImmutableArray<Diagnostic> diagnostics, Language language)
{
    private readonly JsonText _json = JsonText.Object();

    /// <summary>The whole report; <paramref name="files"/> are listed with the hashes of their bytes.</summary>
    public byte[] Write(IEnumerable<BookletEntry> files)
    {
        ImportCounts.Of(report).WriteTo(Json);
        List("doubts", report.Doubts, WriteDoubt);
        List("articles", report.Articles, WriteArticle);
        List("contents", report.Contents, WriteContents);
        List("shapes", report.Shapes, WriteShape);
        List("lines", report.Homes, WriteHome);
        List("repairs", report.Repairs, WriteRepair);
        List("decisions", report.Decisions, WriteDecision);
        _json.WriteDiagnostics(diagnostics, language);
        Json.WriteStartObject(ImportedFolder.FilesKey);
        foreach (var file in files) Json.WriteString(file.Path, ImportedFolder.HashOf(file.Bytes.Span));
        Json.WriteEndObject();
        Json.WriteEndObject();
        return Encoding.UTF8.GetBytes(_json.Close() + "\n");
    }

    private Utf8JsonWriter Json => _json.Writer;

    private void List<T>(string name, ImmutableArray<T> items, Action<T> write)
    {
        Json.WriteStartArray(name);
        foreach (var item in items)
        {
            Json.WriteStartObject();
            write(item);
            Json.WriteEndObject();
        }

        Json.WriteEndArray();
    }

    private void WriteDoubt(Doubt doubt)
    {
        WritePlace(doubt.Place);
        WriteReason("question", doubt.Question);
        Json.WriteString("reading", doubt.Reading);
        Json.WriteString("otherReading", doubt.OtherReading);
        Json.WriteNumber("margin", doubt.Margin);
    }

    private void WriteArticle(ArticleSummary article)
    {
        WritePlace(article.Place);
        Json.WriteString("id", article.Id);
        Json.WriteString("title", article.Title);
        Json.WriteNumber("headings", article.Headings);
        Json.WriteNumber("paragraphs", article.Paragraphs);
        if (article.Dateline.Length > 0) Json.WriteString("dateline", article.Dateline);
    }

    private void WriteContents(ContentsCheck entry)
    {
        WritePlace(entry.Place);
        Json.WriteString("title", entry.Title);
        Json.WriteString("page", entry.Page);
        Json.WriteString("article", entry.Article);
        Json.WriteBoolean("spacesDiffer", entry.SpacesDiffer);
    }

    private void WriteShape(ManuscriptShape shape)
    {
        Json.WriteString("file", shape.Source.Path);
        Json.WriteNumber("measure", Math.Round(shape.Measure, 2));
        WriteReasons("habits", shape.Habits);
    }

    private void WriteHome(LineHome home)
    {
        WritePlace(home.Place);
        Json.WriteString("role", Corrections.NameOf(home.Role));
        if (home.Article.Length > 0) Json.WriteString("article", home.Article);
        if (home.Block >= 0) Json.WriteNumber("block", home.Block);
        if (home.DropReason is { } reason) WriteReason("dropped", reason);
    }

    private void WriteRepair(Repair repair)
    {
        WritePlace(repair.Place);
        Json.WriteString("kind", Kebab(repair.Kind.ToString()));
        Json.WriteString("before", repair.Before);
        Json.WriteString("after", repair.After);
    }

    private void WriteDecision(Decision decision)
    {
        WritePlace(decision.Place);
        Json.WriteString("chosen", decision.Chosen);
        List("candidates", decision.Candidates, candidate =>
        {
            Json.WriteString("reading", candidate.Reading);
            Json.WriteNumber("score", candidate.Score);
            WriteReasons("reasons", candidate.Reasons);
        });
    }

    private void WriteReasons(string name, ImmutableArray<Reason> reasons) => List(name, reasons, reason =>
    {
        WriteReason("text", reason);
        Json.WriteString("key", reason.Key);
        if (reason.Weight != 0) Json.WriteNumber("weight", reason.Weight);
    });

    private void WriteReason(string name, Reason reason) => Json.WriteString(name, language == Language.Chinese ? reason.Chinese : reason.English);

    private void WritePlace(SourceSpan place)
    {
        if (place.Source is not { } source) return;
        Json.WriteString("file", source.Path);
        Json.WriteNumber("line", source.PositionOf(place.Start).Line);
    }

    private static string Kebab(string name) => string.Concat(name.Select(static (c, i) => char.IsAsciiLetterUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
