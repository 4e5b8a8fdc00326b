namespace Typeset.Core;

/// <summary>A place on a page: x to the right, y downwards, from the trimmed page's top left corner.</summary>
public readonly record struct Point(Length X, Length Y);

/// <summary>A width and a height, neither negative.</summary>
public readonly record struct Size(Length Width, Length Height);

/// <summary>A rectangle on a page: x to the right, y downwards, from the trimmed page's top left corner.</summary>
public readonly record struct Rectangle(Length X, Length Y, Length Width, Length Height)
{
    public Length Right => X + Width;
    public Length Bottom => Y + Height;
}
