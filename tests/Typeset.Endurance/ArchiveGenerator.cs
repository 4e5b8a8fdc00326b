using System.Collections.Immutable;
using System.Text;
using Typeset.Testing;

namespace Typeset.Endurance;

/// <summary>
/// Archives of any size out of the paragraphs of the sample booklets: four to 120 pages, all shipped styles, headings, notes, tables and pictures, and
/// some booklets that are broken. The same seed gives the same archive.
/// </summary>
public sealed class ArchiveGenerator(int seed)
{
    /// <summary>Of a hundred booklets, so many are broken.</summary>
    private const int BrokenOfHundred = 3;

    private static readonly ImmutableArray<(string Style, int CharactersOfPage)> Styles = [("xuexi-a4", 620), ("gongwen-a4", 480), ("book-16k", 780), ("book-a5", 600)];
    private static readonly ImmutableArray<string> Paragraphs = ReadParagraphs();

    /// <summary>Writes an archive, <c>YYYY/NN</c>.</summary>
    /// <param name="mostPages">No booklet is meant to be longer.</param>
    public void Write(string folder, int booklets, int mostPages = 120)
    {
        for (var i = 0; i < booklets; i++) WriteBooklet(Path.Combine(folder, $"{2000 + i / 12}", $"{1 + i % 12:00}"), i, mostPages);
    }

    /// <summary>Writes the booklet of a number into a folder.</summary>
    public void WriteBooklet(string folder, int number, int mostPages = 120)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var (style, characters) = Styles[random.Next(Styles.Length)];
        Directory.CreateDirectory(Path.Combine(folder, "articles"));
        File.WriteAllText(Path.Combine(folder, "booklet.yaml"), $"title: 汇编第{number + 1}期\nissue: {2000 + number / 12}年第{1 + number % 12}期\nissuer: 编辑部\nstyle: {style}\n");
        var left = (Pages(random, mostPages) - 2) * characters;
        for (var article = 1; left > 0; article++) left -= WriteArticle(folder, article, Math.Min(left, random.Next(2, 9) * characters), random);
        if (random.Next(4) == 0) AddPicture(folder);
        if (random.Next(100) < BrokenOfHundred) Break(folder, random);
    }

    private static int Pages(Random random, int most) => Math.Min(most, random.Next(10) switch { < 6 => random.Next(4, 17), < 9 => random.Next(17, 51), _ => random.Next(51, 121) });

    private static int WriteArticle(string folder, int number, int characters, Random random)
    {
        var text = new StringBuilder($"---\ntitle: 第{number}篇　{Paragraphs[random.Next(Paragraphs.Length)][..10]}\nbyline: 某人\n---\n");
        var notes = new StringBuilder();
        for (var section = 1; text.Length < characters; section++)
        {
            text.Append($"\n# {"一二三四五六七八九十"[(section - 1) % 10]}、{Paragraphs[random.Next(Paragraphs.Length)][..8]}\n");
            for (var i = random.Next(2, 7); i > 0; i--) AppendParagraph(text, notes, random);
        }

        File.WriteAllText(Path.Combine(folder, "articles", $"{number:00}.md"), text.Append(notes).ToString());
        return Math.Max(1, text.Length);
    }

    private static void AppendParagraph(StringBuilder text, StringBuilder notes, Random random)
    {
        text.Append('\n').Append(Paragraphs[random.Next(Paragraphs.Length)]);
        var kind = random.Next(20);
        if (kind == 0)
        {
            var name = $"n{text.Length}";
            text.Append($"[^{name}]");
            notes.Append($"\n[^{name}]: {Paragraphs[random.Next(Paragraphs.Length)][..20]}。\n");
        }

        text.Append('\n');
        if (kind == 1) text.Append("\n| 项目 | 数量 |\n| --- | ---: |\n| 甲 | 1,200 |\n| 乙 | 35.5% |\n");
    }

    private static void AddPicture(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "images"));
        var picture = Directory.GetFiles(Repository.At("seeds", "shancheng-zhiwu", "images"), "*.png").Order(StringComparer.Ordinal).First();
        File.Copy(picture, Path.Combine(folder, "images", "picture.png"), overwrite: true);
        File.AppendAllText(Path.Combine(folder, "articles", "01.md"), "\n![图](images/picture.png)\n");
    }

    private static void Break(string folder, Random random)
    {
        var manifest = Path.Combine(folder, "booklet.yaml");
        switch (random.Next(4))
        {
            case 0: File.AppendAllText(manifest, "articles: [\n"); break;
            case 1: File.AppendAllText(manifest, "articles: [articles/none.md]\n"); break;
            case 2: File.WriteAllText(manifest, "title: 汇编\nstyle: no-such-style\n"); break;
            default: File.AppendAllText(manifest, "style-overrides: { page: { lines: many } }\n"); break;
        }
    }

    /// <summary>Plain paragraphs of the samples: no markup, long enough to be cut a title from.</summary>
    private static ImmutableArray<string> ReadParagraphs() =>
    [
        .. Directory.GetFiles(Repository.At("seeds"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Where(static line => line.Length > 60 && line[0] >= '\u4e00' && line[0] <= '\u9fff' && line.AsSpan().IndexOfAny("[]{}*|#<>`_:\\") < 0),
    ];
}
