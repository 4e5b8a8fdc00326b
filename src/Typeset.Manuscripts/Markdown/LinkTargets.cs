using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Manuscripts.Sources;

namespace Typeset.Manuscripts.Markdown;

/// <summary>Where links of a booklet may lead: addresses, and the booklet's own articles (<c>#</c> and the article's id).</summary>
internal sealed class LinkTargets(IReadOnlyDictionary<string, string> articleIds)
{
    /// <summary>The target as the model has it, or null with the reason in the bag; <paramref name="folder"/> is the manuscript's own.</summary>
    public string? Resolve(string written, string folder, SourceSpan place, DiagnosticBag diagnostics)
    {
        if (written.Length == 0) return null;
        if (SchemeOf(written) is { Length: > 0 } scheme) return Address(written, scheme, place, diagnostics);
        if (ArticleAt(written, folder) is { } id) return "#" + id;
        diagnostics.Add(ManuscriptMessages.MissingLinkTarget.At(place, written));
        return null;
    }

    private static string? Address(string written, string scheme, SourceSpan place, DiagnosticBag diagnostics)
    {
        if (scheme is "https" or "http" or "mailto") return written;
        diagnostics.Add(ManuscriptMessages.RefusedLink.At(place, scheme + ":"));
        return null;
    }

    private string? ArticleAt(string written, string folder)
    {
        if (written[0] == '#') return articleIds.Values.Contains(written[1..], StringComparer.Ordinal) ? written[1..] : null;
        var path = written.IndexOf('#') is var hash and > 0 ? written[..hash] : written;
        return Lookup(BookletPath.Resolve(path)) ?? Lookup(BookletPath.Resolve(path, folder));
    }

    private string? Lookup(string? path) => path is not null && articleIds.TryGetValue(path, out var id) ? id : null;

    private static string SchemeOf(string written)
    {
        var colon = written.IndexOf(':');
        return colon > 0 && !written.AsSpan(0, colon).ContainsAny("/#?") ? written[..colon].ToLowerInvariant() : "";
    }
}
