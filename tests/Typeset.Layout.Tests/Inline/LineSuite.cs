using System.Globalization;
using System.Runtime.CompilerServices;
using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Layout.Tests.Inline;

/// <summary>
/// One case of a suite: <c>--- name  key=value …</c>, a line that cites the clause, the text, <c>===</c>, the lines. In the lines <c>│</c> marks what hangs.
/// </summary>
public sealed record LineCase(string Suite, string Name, IReadOnlyDictionary<string, string> Keys, string Text, string Expected)
{
    public override string ToString() => $"{Suite}: {Name}";

    public Em Measure => Length("measure", new Em(10000));

    public LineRules Rules => new()
    {
        Mode = Keys.GetValueOrDefault("mode") == "clreq" ? LineBreakMode.Clreq : LineBreakMode.Word,
        Prohibition = Keys.TryGetValue("level", out var level) ? Enum.Parse<ProhibitionLevel>(level, true) : ProhibitionLevel.Basic,
        Hanging = Keys.GetValueOrDefault("hang") != "off",
        HangAtParagraphEnd = Keys.GetValueOrDefault("hang") == "always",
        RuntControl = Keys.GetValueOrDefault("runts") != "off",
        MarkReduction = Length("squeeze", Em.Zero),
        QuoteWidth = Length("quotes", Em.One),
        MixedSpacing = Length("gap", new Em(250)),
        PairKerning = Keys.GetValueOrDefault("pairs") == "close",
    };

    public TextStyle Style => new()
    {
        Font = "song", Size = 16.Pt, LinePitch = 24.Pt, FirstLineIndent = Length("indent", Em.Zero).At(16.Pt),
        Tracking = Length("tracking", Em.Zero).At(16.Pt), Balance = Keys.ContainsKey("balance"),
        MaxCharacters = int.Parse(Keys.GetValueOrDefault("characters", "0"), CultureInfo.InvariantCulture),
    };

    private Em Length(string key, Em otherwise) =>
        Keys.TryGetValue(key, out var value) ? Em.Of(double.Parse(value.Replace("em", ""), CultureInfo.InvariantCulture)) : otherwise;
}

/// <summary>Reads the suites beside this file.</summary>
internal static class LineSuite
{
    public static IEnumerable<LineCase> All([CallerFilePath] string here = "") =>
        Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(here)!, "Suites"), "*.txt").Order(StringComparer.Ordinal).SelectMany(Read);

    private static IEnumerable<LineCase> Read(string file)
    {
        var cases = File.ReadAllText(file).ReplaceLineEndings("\n").Split("\n--- ", StringSplitOptions.RemoveEmptyEntries);
        return cases.Select(text => Parse(Path.GetFileNameWithoutExtension(file), text.StartsWith("--- ", StringComparison.Ordinal) ? text[4..] : text));
    }

    private static LineCase Parse(string suite, string block)
    {
        var lines = block.TrimEnd('\n').Split('\n');
        var header = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var keys = header[1..].Select(static pair => pair.Split('=')).ToDictionary(static pair => pair[0], static pair => pair[^1]);
        var rule = Array.IndexOf(lines, "===");
        if (rule < 2) throw new FormatException($"{suite}: the case {header[0]} has no clause, no text or no ===.");
        return new LineCase(suite, header[0], keys, string.Join('\u2028', lines[2..rule]), string.Join('\n', lines[(rule + 1)..]));
    }
}
