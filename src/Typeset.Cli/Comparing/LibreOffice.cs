using System.Diagnostics;
using Typeset.Core.Messages;

namespace Typeset.Cli.Comparing;

/// <summary>LibreOffice as it is installed, run without a window and with a profile of its own, which goes away with it.</summary>
public sealed class LibreOffice : IDisposable
{
    private static readonly string[] UsualPlaces =
    [
        "/usr/lib/libreoffice/program/soffice",
        "/opt/libreoffice/program/soffice",
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        @"C:\Program Files\LibreOffice\program\soffice.com",
    ];

    private readonly DirectoryInfo _scratch = Directory.CreateTempSubdirectory("typeset-office-");

    private LibreOffice(string program) => Program = program;

    /// <summary>The path of the program.</summary>
    public string Program { get; }

    /// <summary>LibreOffice at a path, or else the first on the search path or in a usual place.</summary>
    /// <exception cref="HostException">There is none.</exception>
    public static LibreOffice Find(string? path = null)
    {
        if (path is not null) return new(File.Exists(path) ? path : throw Missing(path));
        return new(Candidates().FirstOrDefault(File.Exists) ?? throw Missing("soffice"));
    }

    /// <summary>Renders documents to PDF, one after the other in one run: <c>NAME.pdf</c> for each in <paramref name="folder"/>.</summary>
    /// <param name="documents">Files of different names.</param>
    /// <param name="folder">Where the PDF files go; those of the same name are overwritten.</param>
    /// <param name="patience">How long the run may take.</param>
    /// <param name="cancellation">Ends the program, and all that it started.</param>
    /// <exception cref="HostException">A document was not rendered, or not in time.</exception>
    public void Render(IReadOnlyList<string> documents, string folder, TimeSpan patience, CancellationToken cancellation)
    {
        Run(
            [
                "--headless", "--norestore", "--nolockcheck",
                "--convert-to", """pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}""",
                "--outdir", folder, .. documents.Select(Path.GetFullPath),
            ],
            patience, cancellation);
        foreach (var document in documents)
        {
            var result = Path.Combine(folder, Path.GetFileNameWithoutExtension(document) + ".pdf");
            if (!File.Exists(result)) throw new HostException(CompareMessages.NotRendered.Anywhere(document), ExitCode.NoProgram);
        }
    }

    /// <summary>Runs the program with its own profile.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="HostException">It cannot be started, or did not end in time.</exception>
    public string Run(IEnumerable<string> arguments, TimeSpan patience, CancellationToken cancellation)
    {
        var profile = new Uri(Path.Combine(_scratch.FullName, "profile")).AbsoluteUri;
        using var process = Start(new ProcessStartInfo(Program, ["-env:UserInstallation=" + profile, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        });
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timer.CancelAfter(patience);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            process.WaitForExitAsync(timer.Token).GetAwaiter().GetResult();
            return output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            throw new HostException(CompareMessages.TooSlow.Anywhere(Program, $"{patience.TotalSeconds:0}"), ExitCode.NoProgram);
        }
    }

    /// <summary>Takes the profile away.</summary>
    public void Dispose()
    {
        try
        {
            _scratch.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A program that is slow to end may still hold a file; it lies among temporary ones.
        }
    }

    private static IEnumerable<string> Candidates()
    {
        string[] names = OperatingSystem.IsWindows() ? ["soffice.com", "soffice.exe"] : ["soffice", "libreoffice"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).Concat(UsualPlaces);
    }

    private Process Start(ProcessStartInfo start)
    {
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (System.ComponentModel.Win32Exception cause)
        {
            throw new HostException(CompareMessages.NoLibreOffice.Anywhere(Program), ExitCode.NoProgram, cause);
        }
    }

    private static HostException Missing(string program) => new(CompareMessages.NoLibreOffice.Anywhere(program), ExitCode.NoProgram);
}
