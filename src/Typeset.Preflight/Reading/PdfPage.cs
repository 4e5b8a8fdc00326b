using Typeset.Core.Messages;

namespace Typeset.Preflight.Reading;

/// <summary>A page with what it inherits (ISO 32000-1 §7.7.3).</summary>
/// <param name="Index">From 0.</param>
/// <param name="Dictionary">The page's own dictionary.</param>
/// <param name="Inherited">Values of the nodes above it, nearest first wins.</param>
internal sealed record PdfPage(int Index, PdfDictionary Dictionary, IReadOnlyDictionary<string, PdfObject> Inherited)
{
    private static readonly string[] Inheritable = ["Resources", "MediaBox", "CropBox", "Rotate"];

    public PdfObject this[string key] => Dictionary.Has(key) ? Dictionary[key] : Inherited.GetValueOrDefault(key, PdfNull.Instance);

    /// <summary>A box as the page gives it; null where it does not.</summary>
    public Box? BoxOf(string name) => Box.Of(this[name]);

    public Box MediaBox => BoxOf("MediaBox") ?? new Box(0, 0, 595, 842);

    /// <summary>The page as it is when cut: TrimBox, else CropBox, else MediaBox.</summary>
    public Box Trim => BoxOf("TrimBox") ?? BoxOf("CropBox") ?? MediaBox;

    /// <summary>All pages of a file in order.</summary>
    /// <exception cref="PdfFormatException">The page tree is broken, leads back to itself or is too large.</exception>
    public static IEnumerable<PdfPage> All(PdfFile file)
    {
        var seen = new HashSet<int>();
        var open = new Stack<(PdfObject Node, IReadOnlyDictionary<string, PdfObject> Inherited)>();
        open.Push((file.Catalog["Pages"], new Dictionary<string, PdfObject>()));
        var index = 0;
        while (open.TryPop(out var next))
        {
            if (next.Node is not PdfDictionary node) throw new PdfFormatException(PreflightMessages.BrokenPageTree);
            if (node.Number != 0 && !seen.Add(node.Number)) throw new PdfFormatException(PreflightMessages.BrokenPageTree);
            if (seen.Count > Limits.Pages || open.Count > Limits.Pages) throw new PdfFormatException(PreflightMessages.TooMuch, "pages");
            if (node["Kids"] is not PdfArray kids) yield return new PdfPage(index++, node, next.Inherited);
            else Push(open, node, kids, next.Inherited);
        }
    }

    private static void Push(Stack<(PdfObject, IReadOnlyDictionary<string, PdfObject>)> open, PdfDictionary node, PdfArray kids, IReadOnlyDictionary<string, PdfObject> inherited)
    {
        var own = Inheritable.Any(node.Has) ? Merged(node, inherited) : inherited;
        if (kids.Count > Limits.Pages) throw new PdfFormatException(PreflightMessages.TooMuch, "pages");
        for (var i = kids.Count - 1; i >= 0; i--) open.Push((kids[i], own));
    }

    private static Dictionary<string, PdfObject> Merged(PdfDictionary node, IReadOnlyDictionary<string, PdfObject> inherited)
    {
        var merged = new Dictionary<string, PdfObject>(inherited);
        foreach (var key in Inheritable.Where(node.Has)) merged[key] = node[key];
        return merged;
    }
}
