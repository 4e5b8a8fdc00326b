using System.Collections.Immutable;
using Typeset.Cli.Files;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Shaping;

namespace Typeset.Cli.Commands;

/// <summary>What booklets are typeset with: the shipped files, the user's style, font folders and date.</summary>
internal sealed record BookletSetup(Installation Installation, string? Style, ImmutableArray<string> FontFolders, DateTimeOffset? Date)
{
    private ImmutableArray<FontSource> _faces;
    private readonly DiagnosticBag _fontDiagnostics = new();

    /// <summary>Standards, bleed and inks of the PDF files.</summary>
    public PdfSettings Pdf { get; init; } = new();

    /// <summary>How the DOCX twin is written.</summary>
    public TwinRequest Docx { get; init; } = new();

    /// <summary>Whether files are written with □ for characters that no font has.</summary>
    public MissingCharacters Missing { get; init; }

    /// <summary>The faces of the user's folders and the shipped ones, read once.</summary>
    public ImmutableArray<FontSource> Faces(DiagnosticBag diagnostics)
    {
        if (_faces.IsDefault) _faces = Files.FontFolders.Faces(FontFolders, Installation.Fonts, _fontDiagnostics);
        foreach (var problem in _fontDiagnostics.Sorted()) diagnostics.Add(problem);
        return _faces;
    }

    /// <summary>All that a booklet in a folder is made from; what is wrong with the fonts goes to <paramref name="diagnostics"/>.</summary>
    /// <exception cref="HostException">There are no fonts, or the style does not exist.</exception>
    public BookletRequest Request(string path, DiagnosticBag diagnostics)
    {
        var folder = BookletFolder.Open(path);
        return new()
        {
            Folder = folder,
            Styles = name => name == Style ? Installation.Style(name) : Installation.Style(name, folder),
            BesideStyle = (style, file) => Installation.BesideStyle(style, file, folder),
            StyleOverride = Style is null || Installation.Style(Style) is not null ? Style : throw new HostException(HostMessages.UnknownStyle.Anywhere(Style), ExitCode.NoInput),
            Fonts = Faces(diagnostics),
            Date = Date,
            Pdf = Pdf,
            Docx = Docx,
            Missing = Missing,
            Parallelism = Environment.ProcessorCount,
            Clock = TimeProvider.System,
        };
    }
}
