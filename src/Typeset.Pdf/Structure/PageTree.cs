using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Structure;

/// <summary>The tree of pages (ISO 32000-1 §7.7.3), balanced; its numbers are settled before the first page, so that pages can name their parents.</summary>
internal sealed class PageTree
{
    /// <summary>Kids a node: readers search nodes from front to back.</summary>
    private const int Fanout = 100;

    private readonly int _pageCount;
    private readonly int _firstPage;

    // Nodes of every level, the leaves' parents first, the root last.
    private readonly List<(int First, int Count)> _levels = [];

    public PageTree(ObjectFile file, int pageCount)
    {
        _pageCount = pageCount;
        _firstPage = file.Reserve(pageCount);
        for (var count = pageCount; _levels.Count == 0 || count > 1;)
        {
            count = Math.Max(1, (count + Fanout - 1) / Fanout);
            _levels.Add((file.Reserve(count), count));
        }
    }

    public int Root => _levels[^1].First;

    /// <summary>The object of the page with an index from 0.</summary>
    public int PageObject(int index) => _firstPage + index;

    public int ParentOf(int pageIndex) => _levels[0].First + pageIndex / Fanout;

    public void Write(ObjectFile file)
    {
        var pagesBelow = 1;
        var kids = (First: _firstPage, Count: _pageCount);
        for (var level = 0; level < _levels.Count; level++)
        {
            pagesBelow *= Fanout;
            for (var node = 0; node < _levels[level].Count; node++) WriteNode(file, level, node, kids, pagesBelow);
            kids = _levels[level];
        }
    }

    private void WriteNode(ObjectFile file, int level, int node, (int First, int Count) kids, int pagesBelow)
    {
        var pages = Math.Min((node + 1) * pagesBelow, _pageCount) - node * pagesBelow;
        var body = new ByteWriter().Open().Key("Count"u8).Integer(pages).Key("Kids"u8).OpenArray();
        for (var kid = node * Fanout; kid < Math.Min((node + 1) * Fanout, kids.Count); kid++) body.Reference(kids.First + kid);
        body.CloseArray();
        if (level + 1 < _levels.Count) body.Key("Parent"u8).Reference(_levels[level + 1].First + node / Fanout);
        file.Add(_levels[level].First + node, body.Key("Type"u8).Name("Pages"u8).Close());
    }
}
