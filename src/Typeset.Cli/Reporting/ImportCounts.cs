using System.Text.Json;
using Typeset.Manuscripts.Raw;

namespace Typeset.Cli.Reporting;

/// <summary>An import in numbers.</summary>
internal readonly record struct ImportCounts(int Lines, int Dropped, int Articles, int Paragraphs, int Headings, int Repairs, int Doubts)
{
    public static ImportCounts Of(ImportReport report) => new(
        report.Homes.Length, report.Homes.Count(static home => home.DropReason is not null), report.Articles.Length,
        report.Articles.Sum(static article => article.Paragraphs), report.Articles.Sum(static article => article.Headings), report.Repairs.Length, report.Doubts.Length);

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("counts");
        writer.WriteNumber("lines", Lines);
        writer.WriteNumber("dropped", Dropped);
        writer.WriteNumber("articles", Articles);
        writer.WriteNumber("paragraphs", Paragraphs);
        writer.WriteNumber("headings", Headings);
        writer.WriteNumber("repairs", Repairs);
        writer.WriteNumber("doubts", Doubts);
        writer.WriteEndObject();
    }
}
