using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Typeset.Core;

namespace Typeset.Manuscripts.Raw;

/// <summary><c>import-report.json</c>: everything that recovery wrote down; its form is described in <c>docs/import.md</c>.</summary>
public static class ReportJson
{
    /// <summary>The report as UTF-8 JSON, the same bytes for the same report.</summary>
    public static ReadOnlyMemory<byte> Write(ImportReport report)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            Counts(json, report);
            Array(json, "files", report.Shapes, File);
            Array(json, "articles", report.Articles, Article);
            Array(json, "contents", report.Contents, Contents);
            Array(json, "doubts", report.Doubts, Doubt);
            Array(json, "repairs", report.Repairs, Repair);
            Array(json, "decisions", report.Decisions, Decision);
            Array(json, "lines", report.Homes, Home);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void Counts(Utf8JsonWriter json, ImportReport report)
    {
        json.WriteStartObject("counts");
        json.WriteNumber("lines", report.Homes.Length);
        json.WriteNumber("dropped", report.Homes.Count(static h => h.DropReason is not null));
        json.WriteNumber("articles", report.Articles.Length);
        json.WriteNumber("doubts", report.Doubts.Length);
        foreach (var kind in report.Repairs.GroupBy(static r => r.Kind).OrderBy(static g => g.Key)) json.WriteNumber(NameOf(kind.Key), kind.Count());
        json.WriteEndObject();
    }

    private static string NameOf(RepairKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private static void Array<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Place(Utf8JsonWriter json, SourceSpan place)
    {
        if (place.Source is not { } source) return;
        var (line, column) = source.PositionOf(place.Start);
        json.WriteString("file", source.Path);
        json.WriteNumber("line", line);
        json.WriteNumber("column", column);
    }

    private static void File(Utf8JsonWriter json, ManuscriptShape shape)
    {
        json.WriteString("file", shape.Source.Path);
        json.WriteNumber("measure", shape.Measure);
        Array(json, "habits", shape.Habits, Reason);
    }

    private static void Article(Utf8JsonWriter json, ArticleSummary article)
    {
        json.WriteString("id", article.Id);
        json.WriteString("title", article.Title);
        Place(json, article.Place);
        json.WriteNumber("headings", article.Headings);
        json.WriteNumber("paragraphs", article.Paragraphs);
        if (article.Dateline.Length > 0) json.WriteString("dateline", article.Dateline);
    }

    private static void Contents(Utf8JsonWriter json, ContentsCheck entry)
    {
        Place(json, entry.Place);
        json.WriteString("title", entry.Title);
        json.WriteString("page", entry.Page);
        json.WriteString("article", entry.Article);
        json.WriteBoolean("spacesDiffer", entry.SpacesDiffer);
    }

    private static void Doubt(Utf8JsonWriter json, Doubt doubt)
    {
        Place(json, doubt.Place);
        json.WriteString("question", doubt.Question.English);
        json.WriteString("questionZh", doubt.Question.Chinese);
        json.WriteString("taken", doubt.Reading);
        json.WriteString("other", doubt.OtherReading);
        json.WriteNumber("margin", doubt.Margin);
    }

    private static void Repair(Utf8JsonWriter json, Repair repair)
    {
        json.WriteString("kind", NameOf(repair.Kind));
        Place(json, repair.Place);
        json.WriteString("before", repair.Before);
        json.WriteString("after", repair.After);
    }

    private static void Decision(Utf8JsonWriter json, Decision decision)
    {
        Place(json, decision.Place);
        json.WriteString("chosen", decision.Chosen);
        Array(json, "candidates", decision.Candidates, Candidate);
    }

    private static void Candidate(Utf8JsonWriter json, Candidate candidate)
    {
        json.WriteString("reading", candidate.Reading);
        json.WriteNumber("score", candidate.Score);
        Array(json, "reasons", candidate.Reasons, Reason);
    }

    private static void Reason(Utf8JsonWriter json, Reason reason)
    {
        json.WriteString("key", reason.Key);
        json.WriteNumber("weight", reason.Weight);
        json.WriteString("en", reason.English);
        json.WriteString("zh", reason.Chinese);
    }

    private static void Home(Utf8JsonWriter json, LineHome home)
    {
        Place(json, home.Place);
        json.WriteString("role", Corrections.NameOf(home.Role));
        if (home.Article.Length > 0) json.WriteString("article", home.Article);
        if (home.Block >= 0) json.WriteNumber("block", home.Block);
        if (home.DropReason is { } reason)
        {
            json.WriteString("dropped", reason.English);
            json.WriteString("droppedZh", reason.Chinese);
        }
    }
}
