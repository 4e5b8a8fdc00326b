using System.Collections.Immutable;
using System.Text;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Manuscripts.Yaml;

namespace Typeset.Manuscripts.Markdown;

/// <summary>One name in braces with its place; the value is null for a class (<c>.center</c>).</summary>
internal sealed record MarkdownAttribute(string Name, string? Value, SourceSpan Span);

/// <summary>What an author writes in braces behind a paragraph, a heading or an image: <c>{.attachment mark="附件2"}</c>.</summary>
internal sealed record AttributeList(ImmutableArray<MarkdownAttribute> Items, SourceSpan Span)
{
    public static readonly AttributeList None = new([], SourceSpan.None);

    /// <summary>How many opening braces are tried from the end; values may hold braces.</summary>
    private const int BraceTries = 4;

    /// <summary>The list that a stretch of source ends with, or none.</summary>
    public static AttributeList AtEndOf(SourceText source, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(source.Text[end - 1])) end--;
        if (end - start < 3 || source.Text[end - 1] != '}') return None;
        var brace = end - 1;
        for (var tries = 0; tries < BraceTries && brace > start; tries++)
        {
            brace = source.Text.LastIndexOf('{', brace - 1, brace - start);
            if (brace < 0) return None;
            if (brace > start && source.Text[brace - 1] == '\\')
            {
                tries--;
                continue;
            }

            if (At(source, brace, end) is { } list && list.Span.End == end) return list;
        }

        return None;
    }

    /// <summary>The list that begins at an opening brace, or null where what follows is not one.</summary>
    public static AttributeList? At(SourceText source, int brace, int end)
    {
        if (brace >= end || source.Text[brace] != '{' || (brace > 0 && source.Text[brace - 1] is '\\' or '$')) return null;
        var items = ImmutableArray.CreateBuilder<MarkdownAttribute>();
        for (var at = SkipSpace(source.Text, brace + 1, end); at < end;)
        {
            if (source.Text[at] == '}') return items.Count == 0 ? null : new AttributeList(items.ToImmutable(), source.Span(brace, at + 1));
            if (ReadItem(source, at, end) is not { } item) return null;
            items.Add(item);
            at = SkipSpace(source.Text, item.Span.End, end);
        }

        return null;
    }

    /// <summary>The one class of a family; another is reported.</summary>
    public string? ClassAmong(IReadOnlyList<string> known, DiagnosticBag diagnostics)
    {
        string? found = null;
        foreach (var item in Items)
        {
            if (item.Value is not null) continue;
            if (known.Contains(item.Name)) found ??= item.Name;
            else diagnostics.Add(UnknownClass(item, known));
        }

        return found;
    }

    /// <summary>The value of a key, or null; the first counts.</summary>
    public MarkdownAttribute? Find(string key)
    {
        foreach (var item in Items)
        {
            if (item.Value is not null && item.Name == key) return item;
        }

        return null;
    }

    /// <summary>Reports keys beyond the known ones.</summary>
    public void ReportOthers(IReadOnlyList<string> known, DiagnosticBag diagnostics)
    {
        foreach (var item in Items)
        {
            if (item.Value is null || known.Contains(item.Name)) continue;
            diagnostics.Add(known.Count == 0
                ? ManuscriptMessages.UnknownAttribute.At(item.Span, item.Name, "—")
                : ManuscriptMessages.UnknownAttribute.At(item.Span, item.Name, string.Join(", ", known)));
        }
    }

    private static Diagnostic UnknownClass(MarkdownAttribute item, IReadOnlyList<string> known) =>
        NearestWord.To(item.Name, known) is { } near
            ? ManuscriptMessages.MisspeltClass.At(item.Span, item.Name, near)
            : ManuscriptMessages.UnknownClass.At(item.Span, item.Name, known.Count == 0 ? "—" : "." + string.Join(", .", known));

    private static MarkdownAttribute? ReadItem(SourceText source, int start, int end)
    {
        var text = source.Text;
        var isClass = text[start] == '.';
        var nameStart = isClass ? start + 1 : start;
        var nameEnd = nameStart;
        while (nameEnd < end && IsName(text[nameEnd])) nameEnd++;
        if (nameEnd == nameStart) return null;
        var name = text[nameStart..nameEnd];
        if (isClass) return new MarkdownAttribute(name, null, source.Span(start, nameEnd));
        if (nameEnd >= end || text[nameEnd] != '=') return null;
        return ReadValue(text, nameEnd + 1, end, out var valueEnd) is { } value ? new MarkdownAttribute(name, value, source.Span(start, valueEnd)) : null;
    }

    private static string? ReadValue(string text, int start, int end, out int valueEnd)
    {
        valueEnd = start;
        if (start >= end) return null;
        if (ClosingQuote(text[start]) is { } quote)
        {
            var close = start + 1;
            while (close < end && text[close] != quote) close += text[close] == '\\' && close + 1 < end ? 2 : 1;
            valueEnd = close + 1;
            return close >= end ? null : Unescaped(text[(start + 1)..close]);
        }

        while (valueEnd < end && !char.IsWhiteSpace(text[valueEnd]) && text[valueEnd] != '}') valueEnd++;
        return valueEnd == start ? null : text[start..valueEnd];
    }

    /// <summary>A backslash before a quotation mark, a brace or another backslash makes it a plain character.</summary>
    private static string Unescaped(string value)
    {
        if (!value.Contains('\\')) return value;
        var plain = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\' && i + 1 < value.Length && value[i + 1] is '"' or '\'' or '”' or '{' or '}' or '\\') i++;
            plain.Append(value[i]);
        }

        return plain.ToString();
    }

    private static char? ClosingQuote(char c) => c switch { '"' => '"', '\'' => '\'', '“' => '”', _ => null };

    private static bool IsName(char c) => char.IsLetterOrDigit(c) || c is '-' or '_';

    private static int SkipSpace(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
