using System.Collections.Immutable;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>The lines of one file by where they belong: cover, contents list, body, colophon. What the file itself or a correction says of a line stands.</summary>
internal sealed record Sorted(ImmutableArray<Line> Cover, ImmutableArray<Line> Contents, ImmutableArray<ContentsEntry> Entries, ImmutableArray<Line> Body, ImmutableArray<Line> Colophon)
{
    public static Sorted Of(ImmutableArray<Line> lines, bool mayHaveCover, Journal journal)
    {
        var cover = lines.Where(static l => IsCover(l.Forced)).ToImmutableArray();
        var listed = lines.Where(static l => IsContents(l.Forced)).ToImmutableArray();
        var colophon = lines.Where(static l => l.Forced == LineRole.Colophon).ToImmutableArray();
        var rest = cover.Length + listed.Length + colophon.Length == 0 ? lines : [.. lines.Where(static l => !IsCover(l.Forced) && !IsContents(l.Forced) && l.Forced != LineRole.Colophon)];
        var contents = listed.IsEmpty ? ContentsFinder.Find(rest, journal) : ContentsList.None;
        var coverLength = mayHaveCover && cover.IsEmpty ? CoverFinder.LengthOf(rest, contents) : 0;
        return new Sorted(
            [.. cover, .. rest[..coverLength].Where(static l => l.Forced is null)], [.. listed, .. rest[contents.Start..contents.End].Where(static l => l.Forced is null)], contents.Entries,
            [.. rest.Where((line, index) => line.Forced is not null || (index >= coverLength && (index < contents.Start || index >= contents.End)))], colophon);
    }

    private static bool IsCover(LineRole? role) => role is >= LineRole.CoverMark and <= LineRole.CoverDate;

    private static bool IsContents(LineRole? role) => role is LineRole.ContentsTitle or LineRole.ContentsPart or LineRole.ContentsEntry;
}
