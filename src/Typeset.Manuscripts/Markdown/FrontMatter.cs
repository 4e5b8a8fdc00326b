using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Manuscripts.Yaml;

namespace Typeset.Manuscripts.Markdown;

/// <summary>The YAML between two lines <c>---</c> at the head of a manuscript, and where the text begins behind it.</summary>
/// <param name="Mapping">Its keys; empty where there is none.</param>
/// <param name="BodyStart">Where the text begins.</param>
/// <param name="IsBroken">It is there but cannot be read; that has been reported.</param>
internal readonly record struct FrontMatter(YamlMapping Mapping, int BodyStart, bool IsBroken = false)
{
    private const string Fence = "---";

    public static FrontMatter Read(SourceText source, DiagnosticBag diagnostics)
    {
        var text = source.Text.AsSpan();
        var at = NextLine(text, 0);
        if (!text[..at].TrimEnd().SequenceEqual(Fence)) return new FrontMatter(YamlMapping.Empty, 0);
        for (var line = at; line < text.Length; line = NextLine(text, line))
        {
            var next = NextLine(text, line);
            if (text[line..next].TrimEnd() is Fence or "...") return ReadMapping(source, at, line, next, diagnostics);
        }

        diagnostics.Add(BookletMessages.UnclosedFrontMatter.At(source.Span(0, Fence.Length)));
        return new FrontMatter(YamlMapping.Empty, at, IsBroken: true);
    }

    private static FrontMatter ReadMapping(SourceText source, int start, int end, int bodyStart, DiagnosticBag diagnostics)
    {
        if (!YamlReader.TryRead(source, start, end, diagnostics, out var root)) return new FrontMatter(YamlMapping.Empty, bodyStart, IsBroken: true);
        if (root is null or YamlMapping) return new FrontMatter(root as YamlMapping ?? YamlMapping.Empty, bodyStart);
        diagnostics.Add(BookletMessages.NotAMapping.At(root.Span));
        return new FrontMatter(YamlMapping.Empty, bodyStart, IsBroken: true);
    }

    private static int NextLine(ReadOnlySpan<char> text, int start)
    {
        var end = text[start..].IndexOfAny('\n', '\r');
        if (end < 0) return text.Length;
        end += start;
        return text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
    }
}
