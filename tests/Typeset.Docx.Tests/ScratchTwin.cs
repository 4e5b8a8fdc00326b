using Typeset.Core;
using Typeset.Docx.Fonts;
using Typeset.Originals;

namespace Typeset.Docx.Tests;

/// <summary>The twin of a booklet of one article, written for a test.</summary>
internal static class ScratchTwin
{
    public static Twin Write(string markdown, string style = "book-a5", FontCoverage fonts = FontCoverage.None)
    {
        var folder = Directory.CreateTempSubdirectory("typeset-twin-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "booklet.yaml"), $"title: 试排\nstyle: {(IsText(style) ? "own" : style)}\n");
            Directory.CreateDirectory(Path.Combine(folder.FullName, "articles"));
            File.WriteAllText(Path.Combine(folder.FullName, "articles", "01-shi.md"), "---\ntitle: 一篇\n---\n\n" + markdown + "\n");
            var request = Workshop.Request(folder.FullName);
            return Twin.Of(IsText(style) ? request with { Styles = name => name == "own" ? new SourceText("own.yaml", style) : Workshop.FindStyle(name) } : request, fonts: fonts);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A style's text, not its name.</summary>
    private static bool IsText(string style) => style.Contains('\n');
}
