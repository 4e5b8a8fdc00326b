using System.Collections.Immutable;
using Typeset.Pages;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Structure;

/// <summary>The numbers that readers show for pages (ISO 32000-1 §12.4.2), one entry for each stretch that counts on.</summary>
internal static class PageLabelRanges
{
    public static int? Write(ObjectFile file, ImmutableArray<PageInfo> pages)
    {
        if (pages.IsEmpty) return null;
        var starts = new List<int>();
        for (var i = 0; i < pages.Length; i++)
        {
            if (i == 0 || !GoesOn(pages[i - 1].Label, pages[i].Label)) starts.Add(i);
        }

        return new SortedTree("Nums"u8.ToArray(), starts.Count, (to, i) => to.Integer(starts[i]), (to, i) => WriteLabel(to, pages[starts[i]].Label)).Write(file);
    }

    private static bool GoesOn(PageLabel before, PageLabel label) =>
        before.Style == label.Style && PrefixOf(before) == PrefixOf(label) && (label.Style == PageLabelStyle.None || label.Value == before.Value + 1);

    private static void WriteLabel(ByteWriter to, PageLabel label)
    {
        to.Open();
        if (PrefixOf(label) is { Length: > 0 } prefix) to.Key("P"u8).Text(prefix);
        if (label.Style != PageLabelStyle.None)
        {
            to.Key("S"u8).Name(label.Style switch { PageLabelStyle.LowerRoman => "r"u8, PageLabelStyle.UpperRoman => "R"u8, _ => "D"u8 });
            if (label.Value != 1) to.Key("St"u8).Integer(label.Value);
        }

        to.Close();
    }

    /// <summary>A label that was never set has no prefix at all.</summary>
    private static string PrefixOf(PageLabel label) => label.Prefix ?? "";
}
