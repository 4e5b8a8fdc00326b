using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>The lines of all manuscripts: the cover’s, the contents list’s, the body’s with their measures.</summary>
internal sealed record Volume(ImmutableArray<Line> Cover, ImmutableArray<ContentsEntry> Contents, ImmutableArray<ContentsHeading> Headings, ImmutableArray<FileLines> Files)
{
    public Dictionary<Line, int> Entries { get; } = [];

    /// <summary>The body’s lines of all files.</summary>
    public IEnumerable<Line> Body => Files.SelectMany(static f => f.Lines);

    public static Volume Read(ImmutableArray<RawManuscript> manuscripts, RecoveryOptions options, Journal journal, DiagnosticBag diagnostics)
    {
        var all = Corrector.Apply([.. manuscripts.SelectMany(static m => LineReader.Read(m))], options.Corrections, journal, diagnostics);
        var byFile = all.ToLookup(static line => line.Manuscript);
        var files = ImmutableArray.CreateBuilder<FileLines>();
        var cover = ImmutableArray<Line>.Empty;
        var entries = ImmutableArray.CreateBuilder<ContentsEntry>();
        var headings = ImmutableArray.CreateBuilder<ContentsHeading>();
        foreach (var manuscript in manuscripts)
        {
            var lines = PageFurniture.Remove([.. byFile[manuscript]], journal);
            var contents = ContentsFinder.Find(lines, journal);
            var coverLength = files.Count == 0 ? CoverFinder.LengthOf(lines, contents) : 0;
            if (coverLength > 0) cover = lines[..coverLength];
            foreach (var line in lines.AsSpan(contents.Start, contents.End - contents.Start)) headings.Add(new ContentsHeading(line, contents.HasHeading && line == lines[contents.Start]));
            entries.AddRange(contents.Entries);
            files.Add(FileLines.Of(manuscript, [.. lines[coverLength..Math.Max(contents.Start, coverLength)], .. lines[Math.Max(contents.End, coverLength)..]]));
        }

        var volume = new Volume(cover, entries.ToImmutable(), headings.ToImmutable(), files.ToImmutable());
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
        foreach (var (line, entry) in TitleMatcher.Match([.. Body], Contents, journal)) Entries[line] = entry;
        foreach (var line in Body) line.IsAnchor = Entries.ContainsKey(line) || IsAnchor(line);
    }

    private static bool IsAnchor(Line line) =>
        !line.IsBlock && line.Width <= 50 && (AttachmentMark.Is(line.Text) || Marker.Of(line.Text).Kind == MarkerKind.BareHan || CreditReader.Read(line.Text) is { IsStrong: true } || DateText.Is(line.Text.AsSpan().Trim("（）()")));
}

/// <summary>A line of the original’s contents list.</summary>
internal readonly record struct ContentsHeading(Line Line, bool IsTitle);

/// <summary>The body’s lines of one file, with what was measured of it.</summary>
internal sealed record FileLines(RawManuscript Manuscript, ImmutableArray<Line> Lines, Cohesion Cohesion, Habits Habits)
{
    public static FileLines Of(RawManuscript manuscript, ImmutableArray<Line> lines)
    {
        Measures.Apply(lines);
        return new FileLines(manuscript, lines, Cohesion.Of(lines), Habits.Of(lines));
    }
}
