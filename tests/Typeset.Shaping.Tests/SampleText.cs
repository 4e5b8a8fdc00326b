using System.Text;

namespace Typeset.Shaping.Tests;

/// <summary>Lines of every kind of text a booklet holds, made by a seeded generator.</summary>
internal static class SampleText
{
    private const string Punctuation = "，。、；：？！“”‘’（）《》〈〉【】「」『』…—·～〔〕﹏￥％";
    private const string Symbols = "①②⑳Ⅰ●○■★※×÷±℃‰°′″→≤≥∞§№€£¥™®½¼";
    private const string Kana = "あいうアイウーがぱヴ゛゜ｱｲﾞ";
    private const string FullWidth = "ＡＢＣａｂｃ０１２！，：";
    private const string Latin = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string AsciiMarks = ".,;:!?'\"()[]{}-/+*=<>@#$%&_~^`|\\";

    private static readonly string[] Words =
        ["office", "fluffy", "AVATAR", "To", "Wolfgang", "Type", "Yes,", "P.", "fjord", "T.V.", "WAVE", "ffi", "fi", "fl", "1/2", "1⁄2", "13⁄24", "x⁄y", "co-op", "rock’n’roll", "“Te”", "L’A", "naïve", "Łódź", "ǎáàā", "ǖǚ", "Ελλάδα", "Москва", "ff‌i", "ff‍i"];

    private static readonly string[] Marks =
        ["e\u0301", "a\u0300\u0323", "q\u0303", "n\u0306\u0303", "o\u0308\u0304", "\u0301", "i\u0302", "j\u0301", "ü\u030C", "x\u0327\u0301", "力\u0301", "Z\u030C", "l\u0303\u0323\u0302", "A\u0328\u0301", "s\u0307\u0323", "u\u034F\u0301", "fi\u0301"];

    private static readonly string[] Unseen =
        ["\u00AD", "\u200B", "\uFEFF", "\u200D", "\u200C", "\uFE0F", "\u2060", "葛\uFE00", "葛\U000E0100", "A\uFE01", "\u00A0", "\u2003", "\u2009", "\u2007", "\u202F", "\u3000", "\u2011", "\u205F", "\u2008", "\u200A"];

    private static readonly string[] Rare = ["\U00020000", "\U0002A6D6", "\uF900", "\uFA0E", "\u3402", "\u4DB5", "\u9FA5", "\u9FFF", "\uE000", "\u1E9E", "\u0E01", "\uD7A3", "\u1100\u1161"];

    public static IReadOnlyList<string> Lines(Random random, int count)
    {
        var lines = new List<string>(count);
        for (var i = 0; i < count; i++) lines.Add(Line(random, i));
        return lines;
    }

    private static string Line(Random random, int kind)
    {
        var line = new StringBuilder();
        var pieces = random.Next(1, 12);
        for (var i = 0; i < pieces; i++) line.Append(Piece(random, (kind % 10) switch { 9 => random.Next(10), var k => random.Next(3) == 0 ? random.Next(10) : k }));
        return line.ToString();
    }

    private static string Piece(Random random, int kind) => kind switch
    {
        0 => Of(random, 8, () => (char)random.Next(0x4E00, 0x9FA6)),
        1 => Of(random, 4, () => Punctuation[random.Next(Punctuation.Length)]),
        2 => Words[random.Next(Words.Length)] + (random.Next(2) == 0 ? " " : ""),
        3 => Of(random, 8, () => Latin[random.Next(Latin.Length)]),
        4 => Of(random, 6, () => "0123456789.,%-"[random.Next(14)]),
        5 => Of(random, 4, () => (Symbols + AsciiMarks)[random.Next(Symbols.Length + AsciiMarks.Length)]),
        6 => Marks[random.Next(Marks.Length)],
        7 => Of(random, 4, () => (Kana + FullWidth)[random.Next(Kana.Length + FullWidth.Length)]),
        8 => Unseen[random.Next(Unseen.Length)],
        _ => random.Next(4) == 0 ? Rare[random.Next(Rare.Length)] : Of(random, 5, () => (char)random.Next(0x20, 0x250)).Replace('\u007f', 'x').Replace('\u0085', 'y'),
    };

    private static char Printable(char c) => char.IsControl(c) ? 'z' : c;

    private static string Of(Random random, int most, Func<char> next)
    {
        var text = new StringBuilder();
        for (var count = random.Next(1, most + 1); count > 0; count--) text.Append(Printable(next()));
        return text.ToString();
    }
}
