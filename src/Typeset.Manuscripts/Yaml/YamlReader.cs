using Typeset.Core;
using Typeset.Core.Messages;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Typeset.Manuscripts.Yaml;

/// <summary>Reads one YAML document, or a stretch of a file that holds one, into nodes with their places.</summary>
internal static class YamlReader
{
    /// <summary>Deepest nesting; styles and booklets need four.</summary>
    public const int DepthLimit = 32;

    /// <summary>Most values with aliases counted as often as they are used, so that nested aliases cannot grow without bound.</summary>
    public const int NodeLimit = 200_000;

    /// <summary>A whole file as a mapping; null with the reason in the bag.</summary>
    public static YamlMapping? ReadMapping(SourceText source, DiagnosticBag diagnostics)
    {
        if (!TryRead(source, 0, source.Text.Length, diagnostics, out var root)) return null;
        if (root is YamlMapping mapping) return mapping;
        diagnostics.Add(BookletMessages.NotAMapping.At(root?.Span ?? source.Span(0, 0)));
        return null;
    }

    /// <summary>The root of the document in <c>[start, end)</c>, null for an empty one; false after an error, which is then in the bag.</summary>
    public static bool TryRead(SourceText source, int start, int end, DiagnosticBag diagnostics, out YamlNode? root)
    {
        root = null;
        var builder = new YamlTreeBuilder(source, start, diagnostics);
        var reached = start;
        try
        {
            var parser = new Parser(new StringReader(source.Text[start..end]));
            while (parser.MoveNext() && parser.Current is not DocumentEnd)
            {
                if (!builder.Take(parser.Current!)) return false;
                reached = start + (int)parser.Current!.End.Index;
            }

            root = builder.Root;
            return true;
        }
        catch (YamlException exception)
        {
            diagnostics.Add(BookletMessages.InvalidYaml.At(PlaceOf(exception, source, start, end), exception.Message));
            return false;
        }
        catch (InvalidOperationException)
        {
            // The scanner's own asserts: some broken plain scalars reach them before they reach its errors.
            diagnostics.Add(BookletMessages.InvalidYaml.At(source.Span(reached, end), "…"));
            return false;
        }
    }

    private static SourceSpan PlaceOf(YamlException exception, SourceText source, int start, int end)
    {
        // A tab is complained about at the mapping it spoils, with the tab itself as the end.
        var mark = exception.Message.Contains(" tab ", StringComparison.Ordinal) ? exception.End : exception.Start;
        var from = Math.Min(start + (int)mark.Index, end);
        return source.Span(from, Math.Clamp(start + (int)exception.End.Index, from, end));
    }
}
