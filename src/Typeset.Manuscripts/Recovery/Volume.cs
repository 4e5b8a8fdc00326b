using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>The lines of all manuscripts: the cover’s, the contents list’s, the body’s with their measures.</summary>
internal sealed record Volume(ImmutableArray<Line> Cover, ImmutableArray<ContentsEntry> Contents, ImmutableArray<Line> ContentsLines, ImmutableArray<Line> Colophon, ImmutableArray<FileLines> Files)
{
    public Dictionary<Line, int> Entries { get; } = [];

    /// <summary>The body’s lines of all files.</summary>
    public IEnumerable<Line> Body => Files.SelectMany(static f => f.Lines);

    public static Volume Read(ImmutableArray<RawManuscript> manuscripts, RecoveryOptions options, Journal journal, DiagnosticBag diagnostics)
    {
        var all = Corrector.Apply([.. manuscripts.SelectMany(static m => LineReader.Read(m))], options.Corrections, journal, diagnostics);
        var byFile = all.ToLookup(static line => line.Manuscript);
        var sorted = manuscripts.Select((m, index) => Sorted.Of(PageFurniture.Remove([.. byFile[m]], journal), index == 0, journal)).ToImmutableArray();
        var volume = new Volume(
            [.. sorted.SelectMany(static s => s.Cover)], [.. sorted.SelectMany(static s => s.Entries)], [.. sorted.SelectMany(static s => s.Contents)], [.. sorted.SelectMany(static s => s.Colophon)],
            [.. manuscripts.Zip(sorted, static (m, s) => FileLines.Of(m, s.Body))]);
        volume.Prepare(journal);
        return volume;
    }

    /// <summary>Joins each file’s lines by that file’s own habits.</summary>
    public List<Strand> Join(Journal journal)
    {
        var strands = new List<Strand>();
        foreach (var file in Files) strands.AddRange(Joiner.Join(file.Lines, file.Cohesion, file.Habits, journal));
        foreach (var strand in strands)
        {
            if (strand.First.Forced is { } role) (strand.Role, strand.IsSettled) = (role, true);
            if (strand.Block is null && Dateline.Length(strand.Text) is > 0 and var length) strand.Dateline = strand.Text[..length];
        }

        return strands;
    }

    private void Prepare(Journal journal)
    {
        foreach (var (line, entry) in TitleMatcher.Match([.. Body], Contents, journal))
        {
            if (!Marker.Of(line.Text).IsNumber) Entries[line] = entry;
        }

        foreach (var line in Body) line.IsAnchor = Entries.ContainsKey(line) || IsAnchor(line);
    }

    private static bool IsAnchor(Line line) =>
        !line.IsBlock && line.Width <= 50 && (AttachmentMark.Is(line.Text) || Marker.Of(line.Text).Kind == MarkerKind.BareHan || CreditReader.Read(line.Text) is { IsStrong: true } || DateText.Is(line.Text.AsSpan().Trim("（）()")));
}

/// <summary>The body’s lines of one file, with what was measured of it.</summary>
internal sealed record FileLines(RawManuscript Manuscript, ImmutableArray<Line> Lines, Cohesion Cohesion, Habits Habits)
{
    public static FileLines Of(RawManuscript manuscript, ImmutableArray<Line> lines)
    {
        Measures.Apply(lines);
        return new FileLines(manuscript, lines, Cohesion.Of(lines), Habits.Of(lines));
    }
}
