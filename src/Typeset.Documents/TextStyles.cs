namespace Typeset.Documents;

/// <summary>How each kind of text is set: a table with one place for every <see cref="TextRole"/>, cheap to make and to look up.</summary>
public sealed class TextStyles
{
    /// <summary>The last of the roles.</summary>
    private const TextRole Last = TextRole.ThematicBreak;

    private readonly TextStyle?[] _styles;

    private TextStyles(TextStyle?[] styles) => _styles = styles;

    /// <summary>Nothing is said of any kind of text.</summary>
    public static readonly TextStyles None = new(new TextStyle?[(int)Last + 1]);

    /// <summary>The style of a kind of text; it must have been given.</summary>
    public TextStyle this[TextRole role] => _styles[(int)role] ?? throw new KeyNotFoundException($"The style does not say how {role} is set.");

    /// <summary>A table from styles in the order of the roles.</summary>
    public static TextStyles Of(ReadOnlySpan<TextStyle> inOrder) => new([.. inOrder]);

    /// <summary>This table with another style for one kind of text.</summary>
    public TextStyles With(TextRole role, TextStyle style)
    {
        var styles = (TextStyle?[])_styles.Clone();
        styles[(int)role] = style;
        return new TextStyles(styles);
    }

    /// <summary>This table with every style changed alike.</summary>
    public TextStyles Select(Func<TextStyle, TextStyle> change) => new(Array.ConvertAll(_styles, style => style is null ? null : change(style)));
}
