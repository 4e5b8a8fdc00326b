namespace Typeset.OpenType;

/// <summary>A font file is not what it says it is: names the table and what is wrong in it. The only exception that font bytes can cause.</summary>
public sealed class FontFormatException : Exception
{
    public FontFormatException(Tag table, string problem, string font = "")
        : base(font.Length == 0 ? $"{table}: {problem}" : $"{font}: {table}: {problem}")
    {
        Table = table;
        Problem = problem;
        Font = font;
    }

    /// <summary>The table that is broken or missing; <c>sfnt</c> for the file's own header.</summary>
    public Tag Table { get; }

    /// <summary>What is wrong, in plain English.</summary>
    public string Problem { get; }

    /// <summary>The font as the caller named it when opening; empty when it gave no name.</summary>
    public string Font { get; }
}
