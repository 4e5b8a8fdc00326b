using System.Text;
using System.Text.RegularExpressions;
using Typeset.Batch.Files;
using Typeset.Batch.Store;
using Typeset.Core;

namespace Typeset.Batch.Reporting;

/// <summary>
/// The report of an archive: one static page that is filtered in the browser. Pictures of first pages lie beside it and are fetched as they come
/// into view, so that the page of 5,000 booklets opens at once. It tells no time: equal archives have equal reports.
/// </summary>
internal static partial class HtmlReport
{
    private const string TotalsPlace = "<!--totals-->";
    private const string BookletsPlace = "<!--booklets-->";

    /// <summary>Writes the report of a store, whole or not at all.</summary>
    /// <exception cref="ArchiveException">It cannot be written.</exception>
    public static void Write(OutputRoot root, ArchiveStore store, Language language)
    {
        var draft = Path.Combine(root.Staging, OutputRoot.ReportName);
        try
        {
            using (var writer = new StreamWriter(draft, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))) Write(writer, store, language);
            File.Move(draft, root.Report, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DurableFiles.Refused(root.Report, cause);
        }
    }

    /// <summary>Booklet by booklet, so that memory does not grow with the archive.</summary>
    public static void Write(TextWriter writer, ArchiveStore store, Language language)
    {
        var page = InLanguage(Template(), language);
        var (totals, booklets) = (page.IndexOf(TotalsPlace, StringComparison.Ordinal), page.IndexOf(BookletsPlace, StringComparison.Ordinal));
        writer.Write(page.AsSpan(0, totals));
        writer.Write(Totals(store, language));
        writer.Write(page.AsSpan(totals + TotalsPlace.Length, booklets - totals - TotalsPlace.Length));
        var lastRun = store.LastRun;
        foreach (var path in store.Paths().ToArray())
        {
            if (store.Find(path) is { Sources: not null } record && store.FindDetail(path) is { } detail) new BookletRow(record, detail, language).Write(writer, lastRun);
        }

        writer.Write(page.AsSpan(booklets + BookletsPlace.Length));
    }

    private static string Totals(ArchiveStore store, Language language)
    {
        var (done, failed, pages, warnings) = store.Totals();
        return language == Language.Chinese
            ? $"{done + failed} 册，{pages} 页；失败 {failed} 册，警告 {warnings} 条。"
            : $"{done + failed} booklets, {pages} pages; {failed} failed, {warnings} warnings.";
    }

    private static string Template()
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("report.html")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string InLanguage(string page, Language language) => Wording().Replace(page, language == Language.Chinese ? "$1" : "$2");

    [GeneratedRegex(@"\{\{([^|{}]*)\|([^|{}]*)\}\}")]
    private static partial Regex Wording();
}
