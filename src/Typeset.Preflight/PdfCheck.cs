using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Preflight.Checks;
using Typeset.Preflight.Clauses;
using Typeset.Preflight.Reading;

namespace Typeset.Preflight;

/// <summary>Holds a PDF file, as it is read back, to lists of clauses.</summary>
public static class PdfCheck
{
    /// <summary>Checks a file; nothing is thrown but cancellation.</summary>
    /// <param name="pdf">The whole file; it must stay as it is meanwhile.</param>
    /// <param name="profiles">The lists to hold it to; empty for those that it claims to keep, and the house's.</param>
    /// <param name="order">What was ordered.</param>
    /// <param name="cancellation">Looked at with every page.</param>
    public static PdfReport Run(ReadOnlyMemory<byte> pdf, ImmutableArray<ClauseList> profiles, PrintOrder order, CancellationToken cancellation)
    {
        try
        {
            var file = PdfFile.Open(pdf);
            var document = new DocumentView(file, order);
            return new CheckRun(document, profiles.IsEmpty ? ClaimedProfiles.Of(document) : profiles, cancellation).Run();
        }
        catch (PdfFormatException refusal)
        {
            return Refused(refusal, profiles.IsEmpty ? [ClauseLists.Named("house")!] : profiles);
        }
    }

    /// <summary>An encrypted file keeps none of the standards: each says so.</summary>
    private static PdfReport Refused(PdfFormatException refusal, ImmutableArray<ClauseList> profiles)
    {
        if (refusal.Diagnostic.Template != PreflightMessages.Encrypted) return new PdfReport(profiles, 0, [], [refusal.Diagnostic]);
        var clauses = profiles.SelectMany(static list => list.Clauses).Where(static clause => clause.Check == "not-encrypted").DistinctBy(static clause => clause.Id);
        return new PdfReport(profiles, 0, [.. clauses.Select(clause => new Finding(clause, new FindingPlace(-1), refusal.Diagnostic))], [refusal.Diagnostic]);
    }
}

/// <summary>What a file says of itself.</summary>
internal static class ClaimedProfiles
{
    /// <summary>The lists that the file claims to keep, and the house's.</summary>
    public static ImmutableArray<ClauseList> Of(DocumentView document)
    {
        var keys = new List<string>();
        var (part, level) = (document.Xmp[XmpPacket.PdfA, "part"], document.Xmp[XmpPacket.PdfA, "conformance"]);
        if (part is not null && (ClauseLists.Named($"a-{part}{level}") ?? ClauseLists.Named($"a-{part}b")) is { } archive) keys.Add(archive.Key);
        if (document.Xmp[XmpPacket.PdfUa, "part"] == "1") keys.Add("ua-1");
        if (document.Xmp[XmpPacket.PdfXId, "GTS_PDFXVersion"]?.StartsWith("PDF/X-4", StringComparison.Ordinal) == true) keys.AddRange(["x-4", "press"]);
        else if (document.Information["GTS_PDFXVersion"].AsText is not null) keys.AddRange(["x-1a", "press"]);
        keys.Add("house");
        if (document.IsTagged) keys.Add("typography");
        return [.. keys.Select(ClauseLists.Named).OfType<ClauseList>()];
    }
}

/// <summary>One run over one file: page by page, then the fonts, the structure, all objects, and the whole.</summary>
internal sealed class CheckRun
{
    private readonly DocumentView _document;
    private readonly ImmutableArray<ClauseList> _profiles;
    private readonly CancellationToken _cancellation;
    private readonly FontShelf _fonts;
    private readonly Dictionary<int, Box> _trims = [];
    private readonly (Delegate Check, ClauseFindings Found)[] _checks;
    private readonly HashSet<(string, string)> _toldUnread = [];
    private readonly List<Diagnostic> _unread = [];

    public CheckRun(DocumentView document, ImmutableArray<ClauseList> profiles, CancellationToken cancellation)
    {
        (_document, _profiles, _cancellation) = (document, profiles, cancellation);
        _fonts = new FontShelf(document.File);
        _checks = [.. profiles.SelectMany(static list => list.Clauses).DistinctBy(static clause => clause.Id).Select(clause => (CheckTable.Of(clause.Check), new ClauseFindings(clause, _trims)))];
    }

    public PdfReport Run()
    {
        Guard(CheckPages);
        foreach (var font in _fonts.Fonts) Each<FontCheck>((check, found) => check(new FontView(_document, font), found));
        Guard(CheckStructure);
        CheckObjects();
        Each<DocumentCheck>((check, found) => check(_document, found));
        var unlisted = _checks.Where(static c => c.Found.Unlisted > 0).Select(static c => new UnlistedFindings(c.Found.Clause, c.Found.Unlisted));
        return new PdfReport(_profiles, _document.Pages, Sorted(), [.. _unread]) { Unlisted = [.. unlisted] };
    }

    private void CheckPages()
    {
        foreach (var page in PdfPage.All(_document.File))
        {
            _cancellation.ThrowIfCancellationRequested();
            _trims[page.Index] = page.Trim;
            if (page.Dictionary.Number != 0) _document.PageIndexes[page.Dictionary.Number] = page.Index;
            _document.Pages = page.Index + 1;
            Guard(() => CheckPage(page));
        }
    }

    private void CheckPage(PdfPage page)
    {
        var view = new PageView(_document, page, ContentReader.Read(page, _document.File, _fonts));
        NoteMarks(view);
        if (_document.IsTagged) Guard(() => _document.Fills[page.Index] = PageFill.Of(view));
        Each<PageCheck>((check, found) => check(view, found));
    }

    private void NoteMarks(PageView view)
    {
        foreach (var glyph in view.Content.Glyphs) Note(glyph.Mark, new(view.Page.Index, glyph.X, glyph.Y));
        foreach (var image in view.Content.Images) Note(image.Mark, view.PlaceOf(image));
        foreach (var path in view.Content.Paths) Note(path.Mark, view.PlaceOf(path.Box));

        void Note(int mark, Place place)
        {
            if (mark >= 0 && view.Content.ElementMark(mark)?.Id is { } id) _document.MarkPlaces.TryAdd((view.Page.Index, id), place);
        }
    }

    private void CheckStructure()
    {
        if (!_document.IsTagged || !Array.Exists(_checks, static c => c.Check is ElementCheck)) return;
        foreach (var element in new StructureWalker(_document).Walk()) Each<ElementCheck>((check, found) => check(element, found));
    }

    private void CheckObjects()
    {
        var checks = Array.FindAll(_checks, static c => c.Check is ObjectCheck);
        if (checks.Length == 0) return;
        foreach (var number in _document.File.ObjectNumbers)
        {
            _cancellation.ThrowIfCancellationRequested();
            Guard(() => CheckObject(_document.File.Object(number), number, checks, 0));
        }
    }

    private void CheckObject(PdfObject item, int number, (Delegate Check, ClauseFindings Found)[] checks, int depth)
    {
        var parts = item is PdfArray array ? array.Raw : item.Dictionary?.Raw.Values.AsEnumerable();
        if (parts is null || depth > Limits.Nesting) return;
        foreach (var (check, found) in checks) ((ObjectCheck)check)(new ObjectView(_document, item, number), found);
        foreach (var part in parts)
        {
            if (part is PdfDictionary or PdfArray) CheckObject(part, number, checks, depth + 1);
        }
    }

    private void Each<T>(Action<T, ClauseFindings> run) where T : Delegate
    {
        foreach (var (check, found) in _checks)
        {
            if (check is T wanted) Guard(() => run(wanted, found));
        }
    }

    /// <summary>What cannot be read is told once, and the rest goes on.</summary>
    private void Guard(Action work)
    {
        try
        {
            work();
        }
        catch (PdfFormatException problem)
        {
            if (_toldUnread.Add((problem.Diagnostic.Id, problem.Message))) _unread.Add(problem.Diagnostic);
        }
    }

    private ImmutableArray<Finding> Sorted() => [.. _checks.SelectMany(static c => c.Found.Findings)
        .OrderBy(static f => f.Place.Page).ThenBy(static f => f.Place.Y ?? -1).ThenBy(static f => f.Place.X ?? -1).ThenBy(static f => f.Clause.Id, StringComparer.Ordinal)];
}
