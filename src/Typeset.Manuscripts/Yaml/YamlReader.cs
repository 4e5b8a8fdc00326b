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

    /// <summary>The document's root; null for an empty document, and after an error, which is then in the bag.</summary>
    public static YamlNode? Read(SourceText source, DiagnosticBag diagnostics) => Read(source, 0, source.Text.Length, diagnostics);

    public static YamlNode? Read(SourceText source, int start, int end, DiagnosticBag diagnostics)
    {
        var builder = new YamlTreeBuilder(source, start, diagnostics);
        try
        {
            var parser = new Parser(new StringReader(source.Text[start..end]));
            while (parser.MoveNext() && parser.Current is not DocumentEnd)
            {
                if (!builder.Take(parser.Current!)) return null;
            }

            return builder.Root;
        }
        catch (YamlException exception)
        {
            diagnostics.Add(BookletMessages.InvalidYaml.At(PlaceOf(exception, source, start, end), exception.Message));
            return null;
        }
    }

    private static SourceSpan PlaceOf(YamlException exception, SourceText source, int start, int end)
    {
        var from = Math.Min(start + (int)exception.Start.Index, end);
        return source.Span(from, Math.Clamp(start + (int)exception.End.Index, from, end));
    }
}
