using System.Globalization;
using System.Text;
using Typeset.Testing;

namespace Typeset.Unicode.Tests;

/// <summary>The cases of LineBreakTest.txt and GraphemeBreakTest.txt: <c>÷ 0020 × 0308 ÷</c>.</summary>
internal sealed record BreakCase(string Line, string Text, bool[] BreaksAfter);

internal static class BreakTestFile
{
    public static string Folder { get; } = Repository.At("tests", "Typeset.Unicode.Tests", "Data");

    public static BreakCase[] Read(string name) =>
        [.. File.ReadLines(Path.Combine(Folder, name + ".txt")).Where(line => !line.StartsWith('#')).Select(Parse)];

    private static BreakCase Parse(string line)
    {
        var text = new StringBuilder();
        var breaks = new List<bool>();
        foreach (var word in line.Split(' ')[1..])
        {
            if (word is "÷" or "×") breaks[^1] = word is "÷";
            else Append(int.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        }

        return new(line, text.ToString(), [.. breaks]);

        void Append(int codePoint)
        {
            string units = codePoint is >= 0xD800 and <= 0xDFFF ? ((char)codePoint).ToString() : char.ConvertFromUtf32(codePoint);
            text.Append(units);
            breaks.AddRange(new bool[units.Length]);
        }
    }
}
