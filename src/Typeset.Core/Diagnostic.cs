using System.Collections.Immutable;
using System.Globalization;
using Typeset.Core.Messages;

namespace Typeset.Core;

/// <summary>How grave a diagnostic is: an error keeps an output from being written, a warning does not, a note only tells.</summary>
public enum Severity { Note, Warning, Error }

/// <summary>The languages of the catalog.</summary>
public enum Language { English, Chinese }

/// <summary>
/// One entry of the message catalog: a stable id (<c>TS</c> and four digits), how grave it is, and the message and the hint
/// (what to do) in both languages, with places <c>{0}</c>, <c>{1}</c> … for arguments.
/// </summary>
public sealed record MessageTemplate(string Id, Severity Severity, string English, string Chinese, string EnglishHint = "", string ChineseHint = "")
{
    /// <summary>A diagnostic of this kind at a place in the author's files.</summary>
    public Diagnostic At(SourceSpan span, params ReadOnlySpan<string> arguments) => new(this, span, [.. arguments]);

    /// <summary>A diagnostic of this kind that no place in a file belongs to.</summary>
    public Diagnostic Anywhere(params ReadOnlySpan<string> arguments) => new(this, SourceSpan.None, [.. arguments]);
}

/// <summary>Something the author should know: what is wrong, where, and what to do. Typesetting goes on after it.</summary>
public sealed record Diagnostic(MessageTemplate Template, SourceSpan Span, ImmutableArray<string> Arguments)
{
    public string Id => Template.Id;
    public Severity Severity => Template.Severity;

    /// <summary>The message in a language, arguments put in.</summary>
    public string Message(Language language) => Fill(language == Language.Chinese ? Template.Chinese : Template.English);

    /// <summary>What to do, in a language; empty where nothing can be said.</summary>
    public string Hint(Language language) => Fill(language == Language.Chinese ? Template.ChineseHint : Template.EnglishHint);

    private string Fill(string template)
    {
        for (var i = 0; i < Arguments.Length; i++) template = template.Replace("{" + i + "}", Arguments[i], StringComparison.Ordinal);
        return template;
    }
}

/// <summary>Collects diagnostics from any thread; their order is by file, place and id, so that it does not depend on timing.</summary>
public sealed class DiagnosticBag
{
    /// <summary>At most this many of one kind are kept; the rest are counted (a manuscript in a font without Chinese would bring one a character).</summary>
    public const int PerTemplateLimit = 200;

    private readonly Lock _gate = new();
    private readonly List<Diagnostic> _items = [];
    private readonly Dictionary<string, int> _counts = [];

    public void Add(Diagnostic diagnostic)
    {
        lock (_gate)
        {
            var count = _counts.GetValueOrDefault(diagnostic.Id) + 1;
            _counts[diagnostic.Id] = count;
            if (count <= PerTemplateLimit || diagnostic.Severity == Severity.Error) _items.Add(diagnostic);
        }
    }

    public bool HasErrors
    {
        get { lock (_gate) return _items.Exists(static d => d.Severity == Severity.Error); }
    }

    /// <summary>How many were reported of each id, the ones over <see cref="PerTemplateLimit"/> included.</summary>
    public IReadOnlyDictionary<string, int> Counts
    {
        get { lock (_gate) return new Dictionary<string, int>(_counts); }
    }

    /// <summary>All kept diagnostics in their order, repeats of the same at the same place left out.</summary>
    public ImmutableArray<Diagnostic> Sorted()
    {
        lock (_gate)
        {
            return [.. _items
                .OrderBy(static d => d.Span.Source?.Path ?? "", StringComparer.Ordinal)
                .ThenBy(static d => d.Span.Start).ThenBy(static d => d.Id, StringComparer.Ordinal)
                .ThenBy(static d => string.Join('\u001f', d.Arguments), StringComparer.Ordinal)
                .DistinctBy(static d => (d.Id, d.Span, string.Join('\u001f', d.Arguments))), .. Uncounted()];
        }
    }

    /// <summary>What was not kept is told of at the end, so that nobody takes a list for whole that is not.</summary>
    private IEnumerable<Diagnostic> Uncounted() => _counts
        .Select(pair => (Id: pair.Key, Left: pair.Value - _items.Count(item => item.Id == pair.Key))).Where(static kind => kind.Left > 0)
        .OrderBy(static kind => kind.Id, StringComparer.Ordinal)
        .Select(static kind => HostMessages.MoreOfAKind.Anywhere(kind.Left.ToString(CultureInfo.InvariantCulture), kind.Id));
}
