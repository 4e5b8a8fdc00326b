namespace Typeset.Preflight.Reading;

/// <summary>A number tree (ISO 32000-1 §7.9.7), searched node by node.</summary>
internal sealed class NumberTree(PdfObject root)
{
    private const int Deepest = 30;

    public PdfObject this[int key]
    {
        get
        {
            var node = root;
            for (var depth = 0; depth < Deepest && node["Nums"] is not PdfArray; depth++) node = KidWith(node, key);
            return node["Nums"] is PdfArray pairs ? Find(pairs, key) : PdfNull.Instance;
        }
    }

    private static PdfObject KidWith(PdfObject node, int key)
    {
        foreach (var kid in node["Kids"].Items)
        {
            if (kid["Limits"][0].AsInteger <= key && kid["Limits"][1].AsInteger >= key) return kid;
        }

        return PdfNull.Instance;
    }

    private static PdfObject Find(PdfArray pairs, int key)
    {
        for (var i = 0; i + 1 < pairs.Count; i += 2)
        {
            if (pairs[i].AsInteger == key) return pairs[i + 1];
        }

        return PdfNull.Instance;
    }
}
