using System.Diagnostics;

namespace Typeset.Shaping.Tests;

/// <summary>The program <c>hb-shape</c> (Debian package libharfbuzz-bin).</summary>
internal static class HbShape
{
    /// <summary>Shapes lines of text, one result a line; clusters are counted in code points.</summary>
    public static string[] Shape(string fontPath, string script, string features, IReadOnlyList<string> lines)
    {
        var start = new ProcessStartInfo("hb-shape")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, StandardInputEncoding = new System.Text.UTF8Encoding(false),
        };
        foreach (var argument in (string[])["--no-glyph-names", "--font-size=upem", "--direction=ltr", $"--script={script}", "--language=zh-Hans", $"--features={features}", fontPath])
            start.ArgumentList.Add(argument);
        using var process = Start(start);
        var writing = Task.Run(() =>
        {
            foreach (var line in lines) process.StandardInput.Write(line + "\n");
            process.StandardInput.Close();
        });
        var output = process.StandardOutput.ReadToEnd();
        writing.Wait();
        process.WaitForExit();
        return output.TrimEnd('\n').Split('\n');
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Fail("hb-shape is missing: install the Debian package libharfbuzz-bin.");
            throw;
        }
    }
}
