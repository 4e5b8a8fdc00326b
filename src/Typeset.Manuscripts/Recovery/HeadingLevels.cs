using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>
/// The levels of an article’s headings: by their numbers as official papers rank them (一、 1, （一） 2, 1. 3, （1） 4, ① 5; GB/T 9704 §7.3.3), below
/// chapters and sections where there are such; headings without a number stand at the top, or under the numbered ones if those come first.
/// </summary>
internal static class HeadingLevels
{
    private const int Deepest = 6;

    public static void Assign(ArticleDraft draft, int titleLevel)
    {
        var headings = draft.Body.Where(static s => s.Role is >= LineRole.Heading1 and <= LineRole.Heading6 && !s.IsSettled).ToList();
        var upper = new SortedSet<MarkerKind>(headings.Select(static h => h.Marker.Kind).Where(static k => k is MarkerKind.Part or MarkerKind.Chapter or MarkerKind.Section));
        var plainFirst = headings.Count > 0 && headings[0].Marker.Kind == MarkerKind.None;
        var hasPlain = headings.Exists(static h => h.Marker.Kind == MarkerKind.None);
        var hasHan = headings.Exists(static h => h.Marker.Kind is MarkerKind.Han or MarkerKind.BareHan);
        var shift = upper.Count + (plainFirst && hasHan ? 1 : 0);
        foreach (var heading in headings)
        {
            var level = heading.Marker.Kind switch
            {
                MarkerKind.Part or MarkerKind.Chapter or MarkerKind.Section => upper.TakeWhile(k => k != heading.Marker.Kind).Count() + 1,
                MarkerKind.Decimal => heading.Marker.Ordinal,
                MarkerKind.None or MarkerKind.Speaker or MarkerKind.Dash => heading.First.Hints.OutlineLevel is { } outline ? Math.Max(1, outline - titleLevel) : hasPlain && hasHan && !plainFirst ? upper.Count + 2 : upper.Count + 1,
                var kind => shift + Rank(kind),
            };
            heading.Role = LineRole.Heading1 + Math.Min(level, Deepest) - 1;
        }
    }

    private static int Rank(MarkerKind kind) => kind switch
    {
        MarkerKind.HanBracket => 2, MarkerKind.Arabic => 3, MarkerKind.ArabicBracket => 4, MarkerKind.Circled => 5, _ => 1,
    };
}
