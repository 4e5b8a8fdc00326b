using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Structure;

/// <summary>A name tree or number tree (ISO 32000-1 §7.9.6, §7.9.7): entries in order, in nodes of a bounded size.</summary>
/// <param name="entriesKey"><c>Names</c> or <c>Nums</c>.</param>
/// <param name="count">How many entries there are.</param>
/// <param name="writeKey">Writes the key of an entry, by its index in order.</param>
/// <param name="writeValue">Writes its value.</param>
internal sealed class SortedTree(byte[] entriesKey, int count, Action<ByteWriter, int> writeKey, Action<ByteWriter, int> writeValue)
{
    private const int Fanout = 64;

    private readonly record struct Node(int Number, int First, int Last);

    /// <summary>Writes the tree and returns its root; a small one is a single node.</summary>
    public int Write(ObjectFile file)
    {
        if (count <= Fanout) return WriteRoot(file, body => WriteEntries(body, 0, count));
        var nodes = new List<Node>();
        for (var first = 0; first < count; first += Fanout) nodes.Add(WriteLeaf(file, first, Math.Min(first + Fanout, count)));
        while (nodes.Count > Fanout) nodes = WriteLevel(file, nodes);
        return WriteRoot(file, body => WriteKids(body, nodes, 0, nodes.Count));
    }

    private static int WriteRoot(ObjectFile file, Action<ByteWriter> write)
    {
        var number = file.Reserve();
        var body = new ByteWriter().Open();
        write(body);
        file.Add(number, body.Close());
        return number;
    }

    private Node WriteLeaf(ObjectFile file, int first, int end)
    {
        var node = new Node(file.Reserve(), first, end - 1);
        var body = new ByteWriter().Open();
        WriteLimits(body, node);
        WriteEntries(body, first, end);
        file.Add(node.Number, body.Close());
        return node;
    }

    private List<Node> WriteLevel(ObjectFile file, List<Node> below)
    {
        var nodes = new List<Node>();
        for (var first = 0; first < below.Count; first += Fanout)
        {
            var end = Math.Min(first + Fanout, below.Count);
            var node = new Node(file.Reserve(), below[first].First, below[end - 1].Last);
            var body = new ByteWriter().Open();
            WriteKids(body, below, first, end);
            WriteLimits(body, node);
            file.Add(node.Number, body.Close());
            nodes.Add(node);
        }

        return nodes;
    }

    private void WriteEntries(ByteWriter body, int first, int end)
    {
        body.Key(entriesKey).OpenArray();
        for (var i = first; i < end; i++)
        {
            writeKey(body, i);
            writeValue(body, i);
        }

        body.CloseArray();
    }

    private static void WriteKids(ByteWriter body, List<Node> nodes, int first, int end)
    {
        body.Key("Kids"u8).OpenArray();
        for (var i = first; i < end; i++) body.Reference(nodes[i].Number);
        body.CloseArray();
    }

    private void WriteLimits(ByteWriter body, Node node)
    {
        body.Key("Limits"u8).OpenArray();
        writeKey(body, node.First);
        writeKey(body, node.Last);
        body.CloseArray();
    }
}
