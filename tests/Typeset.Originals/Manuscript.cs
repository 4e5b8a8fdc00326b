using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Originals;

/// <summary>
/// A printed original as its ground truth describes it: the truth says which lines of the raw text are titles, headings and paragraphs;
/// the words are the raw text's own, its white space taken out (it was never printed).
/// </summary>
public sealed class Manuscript
{
    private readonly string[] _lines;

    public Manuscript(string corpus, string seed, string truth)
    {
        _lines = File.ReadAllLines(Directory.GetFiles(corpus, seed + "_*.txt")[0]);
        Truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(corpus, truth))).RootElement;
    }

    public JsonElement Truth { get; }

    /// <summary>The articles in order, bodies and headings in their order.</summary>
    public ImmutableArray<Article> Articles() => [.. Truth.GetProperty("articles").EnumerateArray().Select(ArticleOf)];

    private Article ArticleOf(JsonElement article) => new()
    {
        Id = "a" + article.GetProperty("index").GetInt32(),
        Title = [.. TitleParts(article)],
        Date = TextOf(article, "date"), Source = TextOf(article, "source"), Byline = TextOf(article, "byline"), Mark = TextOf(article, "mark"),
        Blocks = [.. Blocks(article)],
    };

    /// <summary>The title as the raw text has it: its parts, and the lines that were broken by hand, are parted by spaces there.</summary>
    private IEnumerable<string> TitleParts(JsonElement article)
    {
        var lines = article.GetProperty("title_lines").EnumerateArray().Select(line => _lines[line.GetInt32() - 1].Trim()).ToArray();
        return lines.Length > 1 ? [string.Concat(lines)] : lines[0].Split((char[])[' ', '\u00A0', '\u3000'], StringSplitOptions.RemoveEmptyEntries);
    }

    private static string TextOf(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private IEnumerable<Block> Blocks(JsonElement article)
    {
        var headings = article.GetProperty("headings").EnumerateArray().ToLookup(static h => h.GetProperty("before_paragraph").GetInt32());
        var lasts = article.GetProperty("last_20_chars").EnumerateArray().Select(static t => t.GetString()!).ToArray();
        var index = 0;
        foreach (var lines in article.GetProperty("paragraph_lines").EnumerateArray())
        {
            foreach (var heading in headings[index]) yield return new Heading(1, Plain(heading.GetProperty("text").GetString()!), default);
            yield return new Paragraph(Plain(Join(lines, lasts[index])), ParagraphRole.Body, default);
            index++;
        }
    }

    private static RichText Plain(string text) => RichText.Plain(text, SourceSpan.None, false);

    /// <summary>The paragraph's lines run together. Where the second line repeats the end of the first (a reader's invented ending), the first is cut there; a line that ends in mid-sentence has no such ending.</summary>
    private string Join(JsonElement lines, string last)
    {
        var text = new StringBuilder();
        foreach (var line in lines.EnumerateArray())
        {
            var next = Squeeze(_lines[line.GetInt32() - 1]);
            CutOverlap(text, next);
            text.Append(next);
        }

        var joined = text.ToString();
        if (!joined.EndsWith(last, StringComparison.Ordinal)) throw new InvalidDataException($"The paragraph does not end in «{last}».");
        return joined;
    }

    private static void CutOverlap(StringBuilder text, string next)
    {
        const int Telling = 13;
        if (next.Length < Telling || text.Length == 0 || text[^1] != '。') return;
        var at = text.ToString().LastIndexOf(next[..Telling], StringComparison.Ordinal);
        if (at >= 0) text.Length = at;
    }

    public static string Squeeze(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c)));
}
