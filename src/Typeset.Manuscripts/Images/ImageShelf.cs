using System.Globalization;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Manuscripts.Sources;

namespace Typeset.Manuscripts.Images;

/// <summary>The images of one booklet: each file is read once, however often it is shown; safe for several threads.</summary>
internal sealed class ImageShelf(SourceFolder folder, DiagnosticBag diagnostics)
{
    /// <summary>Largest image file.</summary>
    public const int SizeLimit = 256 << 20;

    /// <summary>Resolution taken where the file says none.</summary>
    private const double DefaultPpi = 72;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Shelved> _shelved = [];

    /// <summary>
    /// The image at a path as the author wrote it, from the booklet's folder or else from the manuscript's own; null with the
    /// reason in the bag.
    /// </summary>
    public ImageData? Find(string written, string manuscriptFolder, SourceSpan place)
    {
        if (written.Contains(':') || written.StartsWith("//", StringComparison.Ordinal)) return Refuse(ManuscriptMessages.RemoteImage.At(place, written));
        var fromTop = BookletPath.Resolve(written);
        var fromManuscript = BookletPath.Resolve(written, manuscriptFolder);
        if ((fromTop ?? fromManuscript) is not { } first) return Refuse(BookletMessages.PathOutside.At(place, written));
        var shelved = Get(first);
        if (shelved.IsMissing && fromManuscript is not null && fromManuscript != first && Get(fromManuscript) is { IsMissing: false } near) shelved = near;
        return Take(shelved, place);
    }

    private ImageData? Take(Shelved shelved, SourceSpan place)
    {
        if (shelved.Problem is { } problem) diagnostics.Add(problem.At(place, shelved.Path, shelved.Detail));
        return shelved.Image;
    }

    private ImageData? Refuse(Diagnostic diagnostic)
    {
        diagnostics.Add(diagnostic);
        return null;
    }

    private Shelved Get(string path)
    {
        lock (_gate)
        {
            if (!_shelved.TryGetValue(path, out var shelved)) _shelved[path] = shelved = Read(path);
            return shelved;
        }
    }

    private Shelved Read(string path)
    {
        if (folder.Read(path) is not { } bytes) return new Shelved(path, null, ManuscriptMessages.MissingImage, "");
        if (bytes.Length > SizeLimit) return new Shelved(path, null, BookletMessages.FileTooLarge, (SizeLimit >> 20).ToString(CultureInfo.InvariantCulture));
        try
        {
            if (ImageHeader.Read(bytes.Span) is not { } header) return new Shelved(path, null, ManuscriptMessages.UnsupportedImage, "");
            return new Shelved(path, Image(path, header, bytes), header.IsTurned ? ManuscriptMessages.RotatedImage : null, "");
        }
        catch (ImageException exception)
        {
            return new Shelved(path, null, ManuscriptMessages.DamagedImage, exception.Message);
        }
    }

    private static ImageData Image(string path, ImageHeader header, ReadOnlyMemory<byte> bytes) =>
        new(path, header.Format, header.Width, header.Height, OrDefault(header.HorizontalPpi), OrDefault(header.VerticalPpi), bytes);

    private static double OrDefault(double ppi) => ppi == 0 ? DefaultPpi : ppi;

    private sealed record Shelved(string Path, ImageData? Image, MessageTemplate? Problem, string Detail)
    {
        public bool IsMissing => ReferenceEquals(Problem, ManuscriptMessages.MissingImage);
    }
}
