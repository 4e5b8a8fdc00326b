using Typeset.Core;

namespace Typeset.Pages;

/// <summary>A register mark: a cross with a ring, by which a printer lays plates upon each other.</summary>
public static class RegisterMark
{
    /// <summary>How far it reaches from its middle.</summary>
    public static readonly Length Reach = 2.5.Mm;

    // The thinnest line that plates hold; the ring.
    private static readonly Length Weight = 0.25.Pt, Radius = 1.5.Mm;

    /// <summary>The mark around a point, in an ink.</summary>
    public static IEnumerable<PageItem> At(Point middle, Ink ink) =>
    [
        new Rule(new Rectangle(middle.X - Reach, middle.Y - Weight / 2, Reach * 2, Weight), ink),
        new Rule(new Rectangle(middle.X - Weight / 2, middle.Y - Reach, Weight, Reach * 2), ink),
        new PathItem([.. Circle(middle, Radius, 1), .. Circle(middle, Radius - Weight, -1)], ink),
    ];

    /// <summary>Four cubics; the two rings of a circle run against each other, so that its inside stays open.</summary>
    private static IEnumerable<PathSegment> Circle(Point middle, Length radius, int turn)
    {
        var pull = radius.Times(5523, 10_000);
        Point At(Length x, Length y) => new(middle.X + x, middle.Y + y * turn);
        var none = Length.Zero;
        yield return new(PathVerb.Move, default, default, At(radius, none));
        yield return new(PathVerb.Cubic, At(radius, pull), At(pull, radius), At(none, radius));
        yield return new(PathVerb.Cubic, At(-pull, radius), At(-radius, pull), At(-radius, none));
        yield return new(PathVerb.Cubic, At(-radius, -pull), At(-pull, -radius), At(none, -radius));
        yield return new(PathVerb.Cubic, At(pull, -radius), At(radius, -pull), At(radius, none));
        yield return new(PathVerb.Close, default, default, default);
    }
}
