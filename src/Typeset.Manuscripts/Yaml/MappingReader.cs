using System.Collections.Immutable;
using System.Globalization;
using Typeset.Core;
using Typeset.Core.Messages;

namespace Typeset.Manuscripts.Yaml;

/// <summary>
/// Takes known keys out of a mapping one by one; what is left over when it is closed is reported. A mapping that is not there
/// reads like an empty one, so that the keys asked for are always the whole list of known keys.
/// </summary>
internal sealed class MappingReader(YamlMapping mapping, DiagnosticBag diagnostics, string path = "", ICollection<string>? keyLog = null)
{
    /// <summary>Longest text of one value; a missing quotation mark swallows whole files.</summary>
    public const int TextLimit = 100_000;

    private readonly List<string> _known = [];

    public DiagnosticBag Diagnostics => diagnostics;
    public YamlMapping Mapping => mapping;
    public SourceSpan Span => mapping.Span;

    /// <summary>The value of a key; null where there is none or nothing is written after it.</summary>
    public YamlNode? Take(string key)
    {
        _known.Add(key);
        keyLog?.Add(path + key);
        return mapping.Find(key)?.Value is { } node and not YamlScalar { IsNull: true } ? node : null;
    }

    /// <summary>A single text, trimmed.</summary>
    public string? Text(string key) => Take(key) is { } node ? TextOf(node, key) : null;

    /// <summary>A text or a list of texts.</summary>
    public ImmutableArray<string> Texts(string key) => Take(key) switch
    {
        null => [],
        YamlSequence sequence => [.. sequence.Items.Select(item => TextOf(item, key, BookletMessages.ExpectedTexts)).OfType<string>()],
        { } node => TextOf(node, key, BookletMessages.ExpectedTexts) is { } text ? [text] : [],
    };

    public bool? Flag(string key)
    {
        if (Take(key) is not { } node) return null;
        if (node is YamlScalar { IsPlain: true, Text: "true" or "false" } flag) return flag.Text == "true";
        diagnostics.Add(BookletMessages.ExpectedFlag.At(node.Span, key));
        return null;
    }

    public int? Whole(string key, int least, int most)
    {
        if (Take(key) is not { } node) return null;
        if (node is YamlScalar scalar && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most) return value;
        diagnostics.Add(BookletMessages.ExpectedWhole.At(node.Span, key, Number(least), Number(most)));
        return null;
    }

    public ImmutableArray<YamlNode> List(string key)
    {
        if (Take(key) is not { } node) return [];
        if (node is YamlSequence sequence) return sequence.Items;
        diagnostics.Add(BookletMessages.ExpectedList.At(node.Span, key));
        return [];
    }

    /// <summary>The mapping below a key; an empty one where there is none.</summary>
    public MappingReader Section(string key) => new(MappingOf(Take(key), key), diagnostics, path + key + ".", keyLog);

    /// <summary>A mapping for later use, taken as a whole; null where there is none.</summary>
    public YamlMapping? Whole(string key) => Take(key) is { } node ? MappingOf(node, key) : null;

    /// <summary>Reports every key that nobody asked for.</summary>
    public void Close()
    {
        foreach (var entry in mapping.Entries)
        {
            if (!_known.Contains(entry.Key)) diagnostics.Add(Unknown(entry));
        }
    }

    /// <summary>A text from a node; anything else is reported as wrong for the key.</summary>
    public string? TextOf(YamlNode node, string key, MessageTemplate? expected = null)
    {
        if (node is not YamlScalar { IsNull: false } scalar)
        {
            diagnostics.Add((expected ?? BookletMessages.ExpectedText).At(node.Span, key));
            return null;
        }

        if (scalar.Text.Length <= TextLimit) return scalar.Text.Trim();
        diagnostics.Add(BookletMessages.TextTooLong.At(node.Span, key, Number(TextLimit)));
        return null;
    }

    public YamlMapping MappingOf(YamlNode? node, string key)
    {
        if (node is YamlMapping found) return found;
        if (node is not null) diagnostics.Add(BookletMessages.ExpectedMapping.At(node.Span, key));
        return YamlMapping.Empty;
    }

    private Diagnostic Unknown(YamlEntry entry) =>
        NearestWord.To(entry.Key, _known) is { } near
            ? BookletMessages.MisspeltKey.At(entry.KeySpan, entry.Key, near)
            : BookletMessages.UnknownKey.At(entry.KeySpan, entry.Key, string.Join(", ", _known));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
