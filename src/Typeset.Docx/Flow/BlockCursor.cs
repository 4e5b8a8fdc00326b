using Typeset.Documents;

namespace Typeset.Docx.Flow;

/// <summary>Goes through a chapter's map beside the blocks that are written. A block that the map does not have in this place is written without it.</summary>
internal sealed class BlockCursor(IEnumerable<BlockMap> blocks) : IDisposable
{
    private readonly IEnumerator<BlockMap> _blocks = blocks.GetEnumerator();
    private BlockMap? _next;

    /// <summary>How a paragraph was broken.</summary>
    public TextMap? Text(string text) => Peek() is TextMap map && map.Text == text ? Take(map) : Miss<TextMap>();

    public FigureMap? Figure() => Peek() is FigureMap map ? Take(map) : Miss<FigureMap>();

    public TableMap? Table() => Peek() is TableMap map ? Take(map) : Miss<TableMap>();

    /// <summary>The block that comes next.</summary>
    public BlockMap? Next => Peek();

    /// <summary>How many blocks the map did not have.</summary>
    public int Missed { get; private set; }

    public void Dispose() => _blocks.Dispose();

    private BlockMap? Peek() => _next ??= _blocks.MoveNext() ? _blocks.Current : null;

    private T? Miss<T>() where T : BlockMap
    {
        Missed++;
        return null;
    }

    private T Take<T>(T map) where T : BlockMap
    {
        _next = null;
        return map;
    }
}
