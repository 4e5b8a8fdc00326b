using Typeset.Batch.Files;
using Typeset.Batch.Store;
using Typeset.Core;

namespace Typeset.Batch.Reporting;

/// <summary>The report of an archive.</summary>
internal static class HtmlReport
{
    public static void Write(OutputRoot root, ArchiveStore store, Language language)
    {
        _ = (root, store, language);
    }
}
