using System.Text;
using Typeset.Core;

namespace Typeset.Cli.Reporting;

/// <summary>
/// A diagnostic as people read it: place, gravity, id and message; the source line with carets; the hint.
/// <code>
/// articles/01.md:12:5: error TS3001: No font has the character …
///    12 | 原文……
///       |     ^^
///    hint: Add a font that has it …
/// </code>
/// </summary>
internal sealed class DiagnosticText(Language language, int width, bool colour)
{
    private const string Gutter = " | ";

    /// <summary>As a terminal wants it.</summary>
    public static DiagnosticText For(Terminal terminal) => new(terminal.Language, terminal.Width, terminal.HasColour);

    /// <summary>The lines of one diagnostic, each with its line end.</summary>
    public string Render(Diagnostic diagnostic)
    {
        var text = new StringBuilder();
        AppendHead(text, diagnostic);
        if (!diagnostic.Span.IsNone) AppendExcerpt(text, diagnostic);
        var hint = TerminalColumns.Harmless(diagnostic.Hint(language));
        if (hint.Length > 0) text.Append("   ").Append(language == Language.Chinese ? "提示：" : "hint: ").Append(hint).Append('\n');
        return text.ToString();
    }

    private void AppendHead(StringBuilder text, Diagnostic diagnostic)
    {
        if (!diagnostic.Span.IsNone) text.Append(TerminalColumns.Harmless(diagnostic.Span.ToString())).Append(": ");
        text.Append(Paint(diagnostic.Severity)).Append(Name(diagnostic.Severity)).Append(' ').Append(diagnostic.Id).Append(Plain);
        text.Append(language == Language.Chinese ? "：" : ": ").Append(TerminalColumns.Harmless(diagnostic.Message(language))).Append('\n');
    }

    private void AppendExcerpt(StringBuilder text, Diagnostic diagnostic)
    {
        var number = diagnostic.Span.Source!.PositionOf(diagnostic.Span.Start).Line.ToString().PadLeft(5);
        var excerpt = SourceExcerpt.Of(diagnostic.Span, width - number.Length - Gutter.Length);
        if (excerpt.Text.Length == 0) return;
        text.Append(number).Append(Gutter).Append(excerpt.Text).Append('\n');
        text.Append(' ', number.Length).Append(Gutter).Append(' ', excerpt.Indent);
        text.Append(Paint(diagnostic.Severity)).Append('^', excerpt.Carets).Append(Plain).Append('\n');
    }

    private string Name(Severity severity) => (severity, language) switch
    {
        (Severity.Error, Language.Chinese) => "错误",
        (Severity.Error, _) => "error",
        (Severity.Warning, Language.Chinese) => "警告",
        (Severity.Warning, _) => "warning",
        (_, Language.Chinese) => "说明",
        _ => "note",
    };

    private string Paint(Severity severity) => !colour ? "" : severity switch
    {
        Severity.Error => "\e[1;31m",
        Severity.Warning => "\e[1;33m",
        _ => "\e[1;36m",
    };

    private string Plain => colour ? "\e[0m" : "";
}
