namespace Typeset.Docx.Fonts;

/// <summary>Characters that those who edit a document will type.</summary>
internal static class EditingCharacters
{
    private const string Marks = "　、。〈〉《》「」『』【】〔〕〖〗！＂＃＄％＆＇（）＊＋，－．／：；＜＝＞？＠［＼］＾＿｀｛｜｝～￥—–‐…‘’“”·•①②③④⑤⑥⑦⑧⑨⑩×÷±°℃‰№§→";

    /// <summary>Printable ASCII, letters of Latin-1 and Pinyin, Chinese marks.</summary>
    public static IEnumerable<int> Basic { get; } =
    [
        .. Enumerable.Range(0x20, 0x7F - 0x20), .. Enumerable.Range(0xA0, 0x60),
        .. "āēīōūǖáéíóúǘǎěǐǒǔǚàèìòùǜü".Select(static letter => (int)letter), .. Marks.Select(static mark => (int)mark),
    ];

    /// <summary>The 3,500 most common Han characters.</summary>
    public static IEnumerable<int> Common => CommonHan.Characters.Where(static letter => letter >= 0x3400).Select(static letter => (int)letter);
}
