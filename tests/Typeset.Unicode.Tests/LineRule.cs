using System.Text.RegularExpressions;

namespace Typeset.Unicode.Tests;

/// <summary>
/// One rule as the annex writes it, such as <c>NU [SY IS]* × PO</c>. In brackets: alternatives, <c>A&amp;B</c> for both,
/// <c>A-B</c> for the first without the second, a leading <c>^</c> for none of them; <c>*</c> alone is anything.
/// </summary>
internal sealed partial class LineRule
{
    private readonly Regex left;
    private readonly Regex right;

    public LineRule(string rule)
    {
        var sign = rule.IndexOfAny(['×', '÷']);
        Opportunity = rule[sign] == '÷' ? BreakOpportunity.Allowed : BreakOpportunity.Prohibited;
        left = new($"(?:{Pattern(rule[..sign])})\\z", RegexOptions.CultureInvariant | RegexOptions.RightToLeft);
        right = new($"\\A(?:{Pattern(rule[(sign + 1)..])})", RegexOptions.CultureInvariant);
    }

    public BreakOpportunity Opportunity { get; }

    public bool MatchesBefore(string text) => left.IsMatch(text);

    public bool MatchesBehind(string text) => right.IsMatch(text);

    private static string Pattern(string side) =>
        side.Trim() == "*" ? "" : Item().Replace(side, item => Translate(item.Value)).Replace(" ", "").Replace('_', ' ');

    private static string Translate(string item) => item switch
    {
        "sot" => "\\A",
        "eot" => "\\z",
        ['[', '^', .. var names, ']'] => $"(?!{Any(names)})<[^>]*>",
        ['[', .. var names, ']'] => Any(names),
        _ => Any(item),
    };

    private static string Any(string names) => $"(?:{string.Join('|', names.Split(' ').Select(One))})";

    private static string One(string name)
    {
        if (name.Split('&') is [var first, var second]) return $"(?=<[^>]*\\b{second}\\b){One(first)}";
        if (name.Split('-') is [var with, var without]) return $"(?!<[^>]*\\b{without}\\b){One(with)}";
        return $"<(?:[^>]*_)?{name}(?:_[^>]*)?>";
    }

    [GeneratedRegex(@"\[[^\]]*\]|\w+")]
    private static partial Regex Item();
}
