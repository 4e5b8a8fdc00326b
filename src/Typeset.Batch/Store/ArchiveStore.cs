using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Typeset.Batch.Discovery;
using Typeset.Batch.Files;
using Typeset.Batch.Work;
using Typeset.Core;
using Typeset.Core.Messages;

namespace Typeset.Batch.Store;

/// <summary>
/// What is known of an archive, in SQLite beside the outputs. Everything in it can be learnt again by rebuilding: a store that is damaged or of
/// another version is set aside and begun anew. One process at a time; what is committed is on the disk.
/// </summary>
internal sealed class ArchiveStore : IDisposable
{
    /// <summary>Counts up with every change of the tables.</summary>
    private const long Version = 1;

    private const string Schema =
        """
        CREATE TABLE IF NOT EXISTS booklet (
            path TEXT PRIMARY KEY, target TEXT NOT NULL, manuscript INTEGER NOT NULL, stock TEXT NOT NULL, sources TEXT, setup TEXT,
            styles TEXT NOT NULL, status TEXT NOT NULL, outputs TEXT NOT NULL, formats TEXT NOT NULL, run INTEGER NOT NULL, gone INTEGER NOT NULL,
            pages INTEGER NOT NULL DEFAULT 0, warnings INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS detail (path TEXT PRIMARY KEY, outcome TEXT NOT NULL, change TEXT) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        """;

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _find;
    private SqliteTransaction? _transaction;

    private ArchiveStore(SqliteConnection connection)
    {
        _connection = connection;
        _find = Command("SELECT target, manuscript, stock, sources, setup, styles, status, outputs, formats, run, gone FROM booklet WHERE path = $path", ("$path", ""));
    }

    /// <summary>Opens the store of a folder of outputs, or makes one.</summary>
    /// <exception cref="ArchiveException">It cannot be written to.</exception>
    public static ArchiveStore Open(OutputRoot root, List<Diagnostic> problems)
    {
        try
        {
            return Open(root.Store);
        }
        catch (SqliteException damage) when (damage.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            return Renew(root, problems);
        }
        catch (SqliteException cause)
        {
            throw DurableFiles.Refused(root.Store, cause);
        }
    }

    /// <summary>A store that knows nothing and leaves nothing.</summary>
    public static ArchiveStore Transient() => Open(":memory:");

    /// <summary>Carries out a piece of work in one transaction: all of it is on the disk afterwards, or none.</summary>
    public void Commit(Action work)
    {
        try
        {
            using var transaction = _transaction = _connection.BeginTransaction();
            work();
            transaction.Commit();
        }
        catch (SqliteException cause)
        {
            throw DurableFiles.Refused(_connection.DataSource, cause);
        }
        finally
        {
            _transaction = null;
        }
    }

    public BookletRecord? Find(string path)
    {
        _find.Transaction = _transaction;
        _find.Parameters[0].Value = path;
        using var row = _find.ExecuteReader();
        return row.Read() ? StoreRows.Record(path, row) : null;
    }

    public void Put(BookletRecord record)
    {
        using var command = Command(
            """
            INSERT INTO booklet (path, target, manuscript, stock, sources, setup, styles, status, outputs, formats, run, gone)
            VALUES ($path, $target, $manuscript, $stock, $sources, $setup, $styles, $status, $outputs, $formats, $run, $gone)
            ON CONFLICT (path) DO UPDATE SET target = $target, manuscript = $manuscript, stock = $stock, sources = $sources, setup = $setup,
                styles = $styles, status = $status, outputs = $outputs, formats = $formats, run = $run, gone = $gone
            """,
            StoreRows.Parameters(record));
        command.ExecuteNonQuery();
    }

    public void Put(string path, BookletDetail detail)
    {
        Execute(
            "INSERT INTO detail VALUES ($path, $outcome, $change) ON CONFLICT (path) DO UPDATE SET outcome = $outcome, change = $change",
            ("$path", path), ("$outcome", JsonSerializer.Serialize(detail.Outcome, BatchJson.Default.Outcome)),
            ("$change", detail.Change is { } change ? JsonSerializer.Serialize(change, BatchJson.Default.BookletChange) : null));
        Execute(
            "UPDATE booklet SET pages = $pages, warnings = $warnings WHERE path = $path",
            ("$path", path), ("$pages", detail.Outcome.Pages.Length), ("$warnings", detail.Outcome.Count("warning")));
    }

    public BookletDetail? FindDetail(string path)
    {
        using var command = Command("SELECT outcome, change FROM detail WHERE path = $path", ("$path", path));
        using var row = command.ExecuteReader();
        return row.Read() ? StoreRows.Detail(row) : null;
    }

    public void Remove(string path)
    {
        Execute("DELETE FROM booklet WHERE path = $path", ("$path", path));
        Execute("DELETE FROM detail WHERE path = $path", ("$path", path));
    }

    /// <summary>The paths of all booklets that are known, in ordinal order.</summary>
    public IEnumerable<string> Paths()
    {
        using var command = Command("SELECT path FROM booklet ORDER BY path");
        using var rows = command.ExecuteReader();
        while (rows.Read()) yield return rows.GetString(0);
    }

    /// <summary>Numbers over all booklets that were built: how many stand, how many failed, pages and warnings.</summary>
    public (int Done, int Failed, int Pages, int Warnings) Totals()
    {
        using var command = Command("SELECT COALESCE(SUM(status = 'Done'), 0), COALESCE(SUM(status <> 'Done'), 0), COALESCE(SUM(pages), 0), COALESCE(SUM(warnings), 0) FROM booklet WHERE sources IS NOT NULL AND gone = 0");
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3));
    }

    /// <summary>The number of the last run that built something; 0 before the first.</summary>
    public long LastRun => long.Parse(Fact("run") ?? "0", CultureInfo.InvariantCulture);

    public string? Fact(string name)
    {
        using var command = Command("SELECT value FROM fact WHERE name = $name", ("$name", name));
        return (string?)command.ExecuteScalar();
    }

    public void SetFact(string name, string value) =>
        Execute("INSERT INTO fact VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = $value", ("$name", name), ("$value", value));

    public void Dispose()
    {
        _find.Dispose();
        _connection.Dispose();
    }

    private static ArchiveStore Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            using var pragmas = connection.CreateCommand();
            pragmas.CommandText = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA user_version;";
            var version = Convert.ToInt64(LastScalar(pragmas), CultureInfo.InvariantCulture);
            if (version is not (0 or Version)) throw new SqliteException("The store is of another version.", SQLitePCL.raw.SQLITE_NOTADB);
            pragmas.CommandText = Schema + $"PRAGMA user_version = {Version};";
            if (version == 0) pragmas.ExecuteNonQuery();
            return new(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static object? LastScalar(SqliteCommand command)
    {
        using var rows = command.ExecuteReader();
        object? last;
        do
        {
            rows.Read();
            last = rows.HasRows ? rows.GetValue(0) : null;
        }
        while (rows.NextResult());
        return last;
    }

    private static ArchiveStore Renew(OutputRoot root, List<Diagnostic> problems)
    {
        var aside = Enumerable.Range(1, int.MaxValue).Select(n => $"{root.Store}.damaged-{n}").First(static path => !File.Exists(path));
        File.Move(root.Store, aside);
        foreach (var log in (ReadOnlySpan<string>)["-wal", "-shm"]) File.Delete(root.Store + log);
        problems.Add(BatchMessages.StoreReplaced.Anywhere(root.Store, aside));
        return Open(root.Store);
    }

    private void Execute(string text, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(text, parameters);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string text, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        command.Transaction = _transaction;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
