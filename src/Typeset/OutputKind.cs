using System.Collections.Immutable;

namespace Typeset;

/// <summary>The files that one layout becomes.</summary>
public enum OutputKind
{
    /// <summary>PDF for screens and screen readers: outline, links, page labels, tags.</summary>
    Reading,

    /// <summary>PDF that opens in thirty years.</summary>
    Archive,

    /// <summary>PDF for the plate.</summary>
    Press,

    /// <summary>The editable twin.</summary>
    Docx,
}

/// <summary>What the kinds of output are called on command lines and in file names.</summary>
public static class OutputKinds
{
    /// <summary>The kinds that can be written, in the order in which they are.</summary>
    public static ImmutableArray<OutputKind> All { get; } = [OutputKind.Reading, OutputKind.Archive, OutputKind.Press, OutputKind.Docx];

    /// <summary>The word for a kind: <c>reading</c>.</summary>
    public static string NameOf(OutputKind kind) => kind switch
    {
        OutputKind.Reading => "reading",
        OutputKind.Archive => "archive",
        OutputKind.Press => "press",
        _ => "docx",
    };

    /// <summary>The kind that a word means, in any case; null for any other word, or a kind that cannot be written.</summary>
    public static OutputKind? Named(string word)
    {
        foreach (var kind in All)
        {
            if (NameOf(kind).Equals(word, StringComparison.OrdinalIgnoreCase)) return kind;
        }

        return null;
    }

    /// <summary>The end of the name of a booklet's file of this kind: <c>.pdf</c>, <c>.press.pdf</c>, <c>.docx</c>.</summary>
    public static string EndingOf(OutputKind kind) => kind switch
    {
        OutputKind.Reading => ".pdf",
        OutputKind.Docx => ".docx",
        _ => $".{NameOf(kind)}.pdf",
    };
}
