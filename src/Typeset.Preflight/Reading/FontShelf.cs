namespace Typeset.Preflight.Reading;

/// <summary>The fonts of a file, each read once, with the codes that pages were seen to show.</summary>
internal sealed class FontShelf(PdfFile file)
{
    private readonly Dictionary<int, PdfFont> _byNumber = [];

    /// <summary>All fonts used so far, in order of first use.</summary>
    public List<PdfFont> Fonts { get; } = [];

    public PdfFont Of(PdfObject dictionary)
    {
        if (dictionary.Number != 0 && _byNumber.TryGetValue(dictionary.Number, out var known)) return known;
        var font = new PdfFont(dictionary, file);
        if (dictionary.Number != 0) _byNumber[dictionary.Number] = font;
        Fonts.Add(font);
        return font;
    }
}
