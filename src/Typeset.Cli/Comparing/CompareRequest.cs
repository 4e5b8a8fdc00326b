using Typeset.Cli.Files;
using Typeset.Core.Messages;

namespace Typeset.Cli.Comparing;

/// <summary>What to compare.</summary>
/// <param name="Document">A DOCX, or a PDF made of one.</param>
/// <param name="Pdf">The PDF that it should be like.</param>
/// <param name="Program">Where LibreOffice is; null to look for it.</param>
/// <param name="Patience">How long it may take.</param>
/// <param name="Kept">Where what it makes is kept; null for nowhere.</param>
internal sealed record CompareRequest(string Document, string Pdf, string? Program, TimeSpan Patience, string? Kept)
{
    /// <summary>The bytes of a PDF of the document.</summary>
    /// <exception cref="HostException">A file cannot be read or written, or there is no LibreOffice, or it fails.</exception>
    public byte[] Rendering(CancellationToken cancellation)
    {
        var bytes = BytesOf(Document);
        if (!bytes.AsSpan().StartsWith("%PDF-"u8)) bytes = Render(cancellation);
        if (Kept is not null)
        {
            OutputFile.Write(Kept, stream =>
            {
                stream.Write(bytes);
                return true;
            });
        }

        return bytes;
    }

    /// <summary>A file's bytes.</summary>
    /// <exception cref="HostException">It cannot be read.</exception>
    public static byte[] BytesOf(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new HostException(HostMessages.Unreadable.Anywhere(path), ExitCode.NoInput, cause);
        }
    }

    private byte[] Render(CancellationToken cancellation)
    {
        using var office = LibreOffice.Find(Program);
        var folder = Directory.CreateTempSubdirectory("typeset-compare-");
        try
        {
            office.Render([Document], folder.FullName, Patience, cancellation);
            return BytesOf(Path.Combine(folder.FullName, Path.GetFileNameWithoutExtension(Document) + ".pdf"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
