using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Manuscripts.Yaml;

namespace Typeset.Manuscripts.Markdown;

/// <summary>The YAML between two lines <c>---</c> at the head of a manuscript, and where the text begins behind it.</summary>
internal readonly record struct FrontMatter(YamlMapping Mapping, int BodyStart)
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
            if (text[line..next].TrimEnd() is Fence or "...") return new FrontMatter(ReadMapping(source, at, line, diagnostics), next);
        }

        diagnostics.Add(BookletMessages.UnclosedFrontMatter.At(source.Span(0, Fence.Length)));
        return new FrontMatter(YamlMapping.Empty, at);
    }

    private static YamlMapping ReadMapping(SourceText source, int start, int end, DiagnosticBag diagnostics)
    {
        switch (YamlReader.Read(source, start, end, diagnostics))
        {
            case YamlMapping mapping: return mapping;
            case { } other: diagnostics.Add(BookletMessages.NotAMapping.At(other.Span)); break;
        }

        return YamlMapping.Empty;
    }

    private static int NextLine(ReadOnlySpan<char> text, int start)
    {
        var end = text[start..].IndexOfAny('\n', '\r');
        if (end < 0) return text.Length;
        end += start;
        return text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
    }
}
