using System.Collections.Immutable;
using Typeset.Pages;

namespace Typeset.Layout.Inline;

/// <summary>
/// Elements of the structure inside a paragraph: a link, a note's mark, a list mark. By the runs of its text; −1 for a run that is the paragraph's
/// own. <paramref name="Offset"/> is where the booklet's structure holds the article's.
/// </summary>
internal readonly record struct InlineElements(ImmutableArray<int> ByRun, int Offset)
{
    private const int None = -1;

    /// <summary>The element of a run.</summary>
    public int Of(int run) => ByRun.IsDefaultOrEmpty || ByRun[run] < 0 ? None : ByRun[run] + Offset;
}

/// <summary>Opens and closes the elements inside a line as its runs come.</summary>
internal sealed class InlineMarker
{
    private const int None = -1;

    private InlineElements _elements;
    private ImmutableArray<PageItem>.Builder _output = null!;
    private int _open = None;

    public void Start(in InlineElements elements, ImmutableArray<PageItem>.Builder output) => (_elements, _output, _open) = (elements, output, None);

    /// <summary>Whether a run belongs to another element than the one before it.</summary>
    public bool Changes(int run) => _elements.Of(run) != _open;

    public void Enter(int run)
    {
        Leave();
        _open = _elements.Of(run);
        if (_open != None) _output.Add(new StructureBegin(_open));
    }

    public void Leave()
    {
        if (_open != None) _output.Add(StructureEnd.Instance);
        _open = None;
    }
}
