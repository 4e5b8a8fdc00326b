using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>Sets the scene on which titles and headings are looked for.</summary>
internal static class Stage
{
    /// <summary>A contents list of which so much was found again is complete.</summary>
    private const double Complete = 0.6;

    public static Scene Set(List<Strand> strands, Volume volume, Journal journal)
    {
        var biggest = volume.Files.MaxBy(static f => f.Lines.Length);
        var habits = biggest?.Habits ?? Habits.Of([]);
        var only = OnlyHeadingOf(strands);
        var found = volume.Entries.Values.Distinct().Count();
        return new Scene(strands, volume.Entries, volume.Contents, habits, biggest?.Cohesion ?? Cohesion.Of([]), journal)
        {
            OnlyHeading = only, TitleLevel = only?.First.Hints.OutlineLevel ?? TitleLevelOf(strands), ChaptersAreArticles = strands.Count > 0 && strands[0].Marker.Kind == MarkerKind.Chapter && strands.Count(static s => s.Block is null && s.Marker.Kind == MarkerKind.Chapter) > 1,
            HasParts = strands.Count(static s => s.Block is null && s.Marker.Kind == MarkerKind.Part) > 1, BodySize = BodySizeOf(strands), ContentsHold = volume.Contents.Length > 1 && found >= volume.Contents.Length * Complete,
        };
    }

    private static Strand? OnlyHeadingOf(List<Strand> strands)
    {
        if (strands.Count < 2 || strands[0] is not { Block: null } first || first.First.Hints.OutlineLevel is not { } level) return null;
        if (Scene.IsProse(first) || first.Credit is { IsStrong: true }) return null;
        var others = strands.Skip(1).Where(other => ReferenceEquals(other.First.Manuscript, first.First.Manuscript));
        return others.Any(other => other.First.Hints.OutlineLevel <= level) ? null : first;
    }

    /// <summary>The uppermost level of headings without numbers, if the text begins with one or there are deeper ones too.</summary>
    private static int TitleLevelOf(List<Strand> strands)
    {
        var levels = strands.Where(static s => s.First.Hints.OutlineLevel is not null && !s.Marker.IsNumber).Select(static s => s.First.Hints.OutlineLevel!.Value).ToList();
        return levels.Count == 0 ? 0 : levels.Min();
    }

    private static double BodySizeOf(List<Strand> strands)
    {
        var sizes = new SortedDictionary<double, int>();
        foreach (var strand in strands)
        {
            if (strand.First.Hints.Size is { } size) sizes[size] = sizes.GetValueOrDefault(size) + strand.Text.Length;
        }

        return sizes.Count == 0 ? 0 : sizes.MaxBy(static s => s.Value).Key;
    }
}
