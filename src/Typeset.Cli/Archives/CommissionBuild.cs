using System.Collections.Immutable;
using System.Text;
using Typeset.Batch.Files;
using Typeset.Batch.Work;
using Typeset.Cli.Commands;
using Typeset.Cli.Files;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Layout.Pagination;
using Typeset.Pdf;

namespace Typeset.Cli.Archives;

/// <summary>Carries out commissions: one booklet of an archive through the engine and into the object store.</summary>
internal sealed class CommissionBuild(BookletSetup setup, string archive, OutputRoot output, int threads)
{
    /// <summary>Width of the picture of a first page in the report, in CSS pixels.</summary>
    private const int CoverWidth = 120;

    /// <summary>Digits of a page's digests: enough to tell a page from what it was.</summary>
    private const int MarkDigits = 12;

    private readonly ObjectStore _objects = new(output);
    private readonly Dictionary<string, IccProfile> _profiles = [];

    /// <summary>Builds a booklet and writes it, to be finished.</summary>
    /// <exception cref="SourcesMovedException">A file does not hold what the commission counts on.</exception>
    /// <exception cref="IOException">An output cannot be written.</exception>
    public ObjectDraft Build(Commission commission)
    {
        var diagnostics = new DiagnosticBag();
        var uses = new SortedDictionary<string, StyleUse>(StringComparer.Ordinal);
        var manuscript = commission.IsManuscript ? new CommissionedManuscript(archive, commission) : null;
        var source = manuscript?.Read(diagnostics);
        var request = Request(commission, uses, diagnostics) with { Source = source, Originals = manuscript?.Originals ?? [] };
        using var result = commission.IsManuscript && (source is null || diagnostics.HasErrors) ? new(null, null, []) : Typesetter.Typeset(request, diagnostics, CancellationToken.None);
        var pages = result.Layout?.Paged.Pages.Length ?? 0;
        if (pages > commission.Limits.Pages) diagnostics.Add(BatchMessages.OverPages.Anywhere($"{pages}", $"{commission.Limits.Pages}"));
        return _objects.Write(commission, draft =>
        {
            var outcome = new Outcome { Digest = commission.Digest, Status = OutcomeStatus.Failed, Title = TitleOf(result) };
            if (result.Layout is { } layout && !diagnostics.HasErrors) outcome = Write(draft, commission, result, request, diagnostics, outcome) with { Pages = Marks(layout) };
            return outcome with { Styles = [.. uses.Values], Beside = manuscript?.Beside ?? [], Remarks = [.. diagnostics.Sorted().Select(Remark.Of)] };
        });
    }

    /// <summary>A file with an error of its own is not kept, the others are.</summary>
    private static Outcome Write(ObjectDraft draft, Commission commission, BookletResult result, BookletRequest request, DiagnosticBag diagnostics, Outcome outcome)
    {
        var ofFiles = new List<Diagnostic>();
        var files = commission.Formats.Select(Write).OfType<BuiltFile>().ToImmutableArray();
        if (diagnostics.HasErrors) return outcome;
        draft.Write(ObjectStore.CoverName, stream => stream.Write(Encoding.UTF8.GetBytes(PagePictures.Draw(result, 0, CoverWidth))));
        foreach (var diagnostic in ofFiles) diagnostics.Add(diagnostic);
        return outcome with { Status = diagnostics.HasErrors ? OutcomeStatus.Failed : OutcomeStatus.Done, Files = files, HasCover = true };

        BuiltFile? Write(OutputFormat format)
        {
            var kind = OutputKinds.Named(format.Name) ?? throw new InvalidDataException("No output is called " + format.Name);
            var own = new DiagnosticBag();
            var file = draft.Write(format.Name, stream => Typesetter.Write(result, request, kind, stream, own, CancellationToken.None));
            if (commission.Checks && kind != OutputKind.Docx && !own.HasErrors) file = CommissionCheck.Of(file, draft, result, own);
            ofFiles.AddRange(own.Sorted());
            return own.HasErrors ? null : file;
        }
    }

    private BookletRequest Request(Commission commission, SortedDictionary<string, StyleUse> uses, DiagnosticBag diagnostics)
    {
        var folder = commission.IsManuscript
            ? CommissionedManuscript.Nothing
            : CommissionedFolder.Of(BookletFolder.Open(Path.Combine(archive, commission.Booklet)) with { Name = commission.Booklet }, commission);
        return new()
        {
            Folder = folder,
            Styles = name => Style(name, folder, commission, uses),
            BesideStyle = (style, file) => BesideStyle(style, file, folder),
            StyleOverride = commission.Style?.Name,
            Fonts = setup.Faces(diagnostics),
            Date = commission.Date,
            Pdf = FileChoices.Pdf(commission.Choices, Profile),
            Docx = FileChoices.Twin(commission.Choices),
            Missing = FileChoices.Missing(commission.Choices),
            Parallelism = threads,
            Clock = TimeProvider.System,
        };
    }

    /// <summary>A profile that the rebuild has put into the folder of outputs, by its content.</summary>
    private IccProfile Profile(string digits)
    {
        if (_profiles.TryGetValue(digits, out var known)) return known;
        var bytes = Digest.TryParse(digits, out var content) ? File.ReadAllBytes(output.ProfileOf(content)) : throw new FormatException("No digest: " + digits);
        if (Digest.Of(bytes) != content) throw new InvalidDataException(output.ProfileOf(content) + " is not what its name says.");
        return _profiles[digits] = IccProfile.ReadPress(bytes);
    }

    /// <summary>A style by its name, taking note of what the installation was asked for.</summary>
    private SourceText? Style(string name, SourceFolder folder, Commission commission, SortedDictionary<string, StyleUse> uses)
    {
        if (commission.Style is { Text: { } text } choice && choice.Name == name) return new SourceText(name, text);
        var shipped = setup.Installation.ShippedStyle(name);
        var found = setup.Installation.Style(name, folder);
        if (found is null || found.Path == shipped?.Path) uses[name] = new(name, found is null ? null : Digest.Of(found.Text));
        return found;
    }

    /// <summary>A file that a style of the booklet's own folder names: the others are not watched, and a worker elsewhere may not have them.</summary>
    private ReadOnlyMemory<byte>? BesideStyle(SourceText style, string file, SourceFolder folder) =>
        style.Path.StartsWith(folder.PathOf(""), StringComparison.Ordinal) ? setup.Installation.BesideStyle(style, file, folder) : null;

    private static ImmutableArray<PageMark> Marks(BookletLayout layout) =>
        [.. Enumerable.Range(0, layout.Paged.Pages.Length).Select(page => Mark(layout.Report(page).Lines))];

    private static PageMark Mark(ImmutableArray<string> lines) =>
        new(Digest.Of(string.Concat(lines)).Hex[..MarkDigits], Digest.Of(string.Join('\n', lines)).Hex[..MarkDigits]);

    private static string TitleOf(BookletResult result) => result.Styled?.Booklet.FullTitle ?? "";
}
