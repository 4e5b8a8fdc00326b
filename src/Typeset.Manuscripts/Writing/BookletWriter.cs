using System.Collections.Immutable;
using System.Text;
using Typeset.Documents;

namespace Typeset.Manuscripts.Writing;

/// <summary>A file of a booklet's folder: its path in the folder, with <c>/</c>, and its bytes.</summary>
public sealed record BookletEntry(string Path, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// Writes a booklet as the folder that <see cref="BookletReader"/> reads back to the same booklet: <c>booklet.yaml</c>, an article a file,
/// the images. White space at the ends of texts, which readers trim, is the only thing not kept.
/// </summary>
public static class BookletWriter
{
    /// <summary>The files of the folder, <c>booklet.yaml</c> first.</summary>
    /// <param name="booklet">What to write.</param>
    /// <param name="style">The style that <c>booklet.yaml</c> names; empty for none.</param>
    public static ImmutableArray<BookletEntry> Write(Booklet booklet, string style = "")
    {
        var names = FolderNames.Of(booklet);
        var entries = ImmutableArray.CreateBuilder<BookletEntry>();
        entries.Add(new BookletEntry(BookletReader.FileName, Bytes(BookletFileWriter.Write(booklet, style, names))));
        foreach (var article in booklet.Parts.SelectMany(static part => part.Articles))
        {
            entries.Add(new BookletEntry(names.PathOf(article), Bytes(ArticleWriter.Write(article, names))));
        }

        foreach (var (path, bytes) in names.Images) entries.Add(new BookletEntry(path, bytes));
        return entries.ToImmutable();
    }

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
