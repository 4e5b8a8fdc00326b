using System.ComponentModel;
using System.Diagnostics;
using Typeset.Preflight.Tests.Mutation;

namespace Typeset.Preflight.Tests;

/// <summary>What another validator of PDF/A-1b says of the same files.</summary>
public sealed class PdfBoxTests
{
    private const string Unbroken = "unbroken";

    /// <summary>Of Debian's packages libpdfbox2-java, libcommons-io-java, libcommons-logging-java, libactivation-java, libjaxb-api-java.</summary>
    private static readonly string[] Jars = ["preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "commons-io", "javax.activation", "jaxb-api"];

    [Fact, Trait("Category", "Conformance")]
    public void Pdfbox_refuses_the_broken_files_too_and_takes_the_good_one()
    {
        var folder = Directory.CreateTempSubdirectory("typeset-pdfbox");
        try
        {
            var mutants = ArchiveMutants.All.Where(static m => m.IsKnownToOthers).ToList();
            for (var i = 0; i < mutants.Count; i++) File.WriteAllBytes(Path.Combine(folder.FullName, $"{i}.pdf"), mutants[i].Write());
            File.WriteAllBytes(Path.Combine(folder.FullName, Unbroken + ".pdf"), new Mutant("", "a-1b", "", static _ => { }).Write());
            var valid = Validate(folder.FullName).Split('\n').Where(static l => l.EndsWith("is a valid PDF/A-1b file", StringComparison.Ordinal)).Select(static l => l.Split(' ')[2]).ToHashSet();
            Assert.Contains(Unbroken + ".pdf", valid);
            Assert.Empty(mutants.Where((_, i) => valid.Contains($"{i}.pdf")).Select(static m => m.Name));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Validate(string folder)
    {
        var path = string.Join(':', Jars.Select(static jar => $"/usr/share/java/{jar}.jar"));
        try
        {
            using var process = Process.Start(new ProcessStartInfo("java", ["-cp", path, "org.apache.pdfbox.preflight.Validator_A1b", "batch", folder]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(output.Contains("PDF/A-1b", StringComparison.Ordinal), errors.Result);
            return output;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException("java is missing; the build's Conformance target installs it.");
        }
    }
}
