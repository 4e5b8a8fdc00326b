using System.Diagnostics;
using Typeset.Cli.Comparing;
using Typeset.Testing;

namespace Typeset.Comparison.Tests.Twins;

/// <summary>A folder for documents of a test class, and LibreOffice to render them. It is one program with one profile: tests that share it take turns.</summary>
public sealed class Office : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("typeset-twins-");
    private readonly LibreOffice _program = LibreOffice.Find();

    public string At(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose()
    {
        _program.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>Puts a file into the folder.</summary>
    public string Put(string name, byte[] bytes)
    {
        File.WriteAllBytes(At(name), bytes);
        return At(name);
    }

    /// <summary>What LibreOffice makes of documents of the folder.</summary>
    public Rendering[] Render(params string[] documents)
    {
        _program.Render(documents, At("rendered"), Patience, CancellationToken.None);
        return [.. documents.Select(document => Read(Path.Combine(At("rendered"), Path.GetFileNameWithoutExtension(document) + ".pdf")))];
    }

    /// <summary>
    /// Updates all fields of a document, changed first where an edit is given (see the script): the lines of its contents before and after, and the updated pages.
    /// </summary>
    public (string[] Before, string[] After, Rendering Pages) UpdateFields(string document, params string[] edit)
    {
        var target = At(Path.GetFileNameWithoutExtension(document) + ".updated.pdf");
        var lines = Python("update_fields.py", [_program.Program, At("profile"), document, target, .. edit]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var split = Array.IndexOf(lines, "-");
        return (lines[..split], lines[(split + 1)..], Read(target));
    }

    private static Rendering Read(string pdf) => Rendering.Read(File.ReadAllBytes(pdf), CancellationToken.None);

    // Debian's own interpreter has Debian's UNO; another python3 earlier on the path may not.
    private static string Python(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(Repository.At("tests", "Typeset.Comparison.Tests", "Oracles"), script), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output;
    }
}
