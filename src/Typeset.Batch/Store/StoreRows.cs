using System.Text.Json;
using Microsoft.Data.Sqlite;
using Typeset.Batch.Discovery;
using Typeset.Batch.Files;
using Typeset.Batch.Work;

namespace Typeset.Batch.Store;

/// <summary>Records as rows and back.</summary>
internal static class StoreRows
{
    /// <summary>A row of target, manuscript, stock, sources, setup, styles, status, outputs, formats, run, gone.</summary>
    public static BookletRecord Record(string path, SqliteDataReader row) => new()
    {
        Place = new(path, row.GetBoolean(1)) { Target = row.GetString(0) },
        Stock = row.GetString(2),
        Sources = DigestIn(row, 3),
        Setup = DigestIn(row, 4),
        Styles = JsonSerializer.Deserialize(row.GetString(5), BatchJson.Default.ImmutableArrayStyleUse),
        Status = Enum.Parse<OutcomeStatus>(row.GetString(6)),
        Outputs = JsonSerializer.Deserialize(row.GetString(7), BatchJson.Default.ImmutableArrayStoredOutput),
        Formats = row.GetString(8),
        Run = row.GetInt64(9),
        IsGone = row.GetBoolean(10),
    };

    public static (string, object?)[] Parameters(BookletRecord record) =>
    [
        ("$path", record.Place.Path), ("$target", record.Place.Target), ("$manuscript", record.Place.IsManuscript), ("$stock", record.Stock),
        ("$sources", record.Sources?.Hex), ("$setup", record.Setup?.Hex),
        ("$styles", JsonSerializer.Serialize(record.Styles, BatchJson.Default.ImmutableArrayStyleUse)), ("$status", record.Status.ToString()),
        ("$outputs", JsonSerializer.Serialize(record.Outputs, BatchJson.Default.ImmutableArrayStoredOutput)),
        ("$formats", record.Formats), ("$run", record.Run), ("$gone", record.IsGone),
    ];

    /// <summary>A row of outcome, change.</summary>
    public static BookletDetail Detail(SqliteDataReader row) => new(
        JsonSerializer.Deserialize(row.GetString(0), BatchJson.Default.Outcome)!,
        row.IsDBNull(1) ? null : JsonSerializer.Deserialize(row.GetString(1), BatchJson.Default.BookletChange));

    private static Digest? DigestIn(SqliteDataReader row, int column) =>
        !row.IsDBNull(column) && Digest.TryParse(row.GetString(column), out var digest) ? digest : null;
}
