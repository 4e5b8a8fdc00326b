using System.ComponentModel;
using System.Diagnostics;
using Typeset.Pages;

namespace Typeset.Pdf.Tests;

/// <summary>Readers of PDF that nobody here wrote. A missing program fails the test that needs it.</summary>
internal static class Oracle
{
    /// <summary>What a program says of a booklet's file; <c>{}</c> among the arguments is the file.</summary>
    public static string Asked(PagedBooklet booklet, PdfOptions options, string program, params string[] arguments) => Asked(Written.Bytes(booklet, options), program, arguments);

    /// <summary>What a program says of a file; <c>{}</c> among the arguments is the file.</summary>
    public static string Asked(byte[] file, string program, params string[] arguments)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pdf");
        File.WriteAllBytes(path, file);
        try
        {
            return Run(program, [.. arguments.Select(a => a == "{}" ? path : a)]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>All a program prints, errors and warnings after the rest.</summary>
    private static string Run(string program, string[] arguments)
    {
        using var process = Start(program, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} failed:\n{output}{errors.Result}");
        return output + errors.Result;
    }

    private static Process Start(string program, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException($"{program} is missing; the build's Conformance target installs it.");
        }
    }
}
