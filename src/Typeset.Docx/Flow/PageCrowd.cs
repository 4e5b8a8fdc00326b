using Typeset.Documents;

namespace Typeset.Docx.Flow;

/// <summary>
/// Tells pages of so many paragraphs that LibreOffice lays them out twice: it first deals about twenty paragraphs, those of cells counted, to a page, and takes a
/// heading that is kept with the next paragraph back from the page behind only where all of that paragraph fits too.
/// </summary>
internal sealed class PageCrowd
{
    /// <summary>Fewer than LibreOffice deals to a page, for it also counts what it does not print.</summary>
    private const int Many = 12;

    private int _paragraphs;
    private int _pages = 1;

    /// <summary>Begins anew where a page must begin.</summary>
    public void Restart() => (_paragraphs, _pages) = (0, 1);

    public void Add(BlockMap? map, int paragraphs = 1)
    {
        _paragraphs += paragraphs;
        if (map is { RestBefore: not null }) _pages++;
        if (map is { RestWithin: not null }) _pages++;
    }

    /// <summary>Whether a heading may be lost to the next page though the text that follows it begins on this one.</summary>
    public bool Endangers(BlockMap? next) => _paragraphs >= Many * _pages && next is TextMap { BeginsPage: false, RestWithin: not null };
}
