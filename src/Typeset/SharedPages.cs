using Typeset.Pages;

namespace Typeset;

/// <summary>Pages composed once for all the files of one layout. A long booklet's are composed anew for each: they would fill memory.</summary>
internal sealed class SharedPages
{
    /// <summary>A page takes some 50 KB.</summary>
    private const int MostPages = 300;

    private readonly Func<int, Page> _compose;
    private readonly Page?[] _pages;

    private SharedPages(PagedBooklet paged) => (_compose, _pages) = (paged.Compose, new Page?[paged.Pages.Length]);

    /// <summary>The same booklet; its pages are kept.</summary>
    public static PagedBooklet Of(PagedBooklet paged) =>
        paged.Pages.Length > MostPages ? paged : paged with { Compose = new SharedPages(paged).Compose };

    /// <summary>Two threads may compose a page at once: they come to the same.</summary>
    private Page Compose(int index) => Volatile.Read(ref _pages[index]) ?? Keep(index, _compose(index));

    private Page Keep(int index, Page page)
    {
        Volatile.Write(ref _pages[index], page);
        return page;
    }
}
