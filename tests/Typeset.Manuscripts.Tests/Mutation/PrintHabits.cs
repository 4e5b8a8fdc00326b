namespace Typeset.Manuscripts.Tests.Mutation;

/// <summary>How a booklet's text was set and copied: all that varies between the manuscripts that editors bring.</summary>
internal sealed record PrintHabits
{
    /// <summary>Characters of a line; 0: a paragraph is a line.</summary>
    public int Width { get; init; }

    /// <summary>Before each paragraph's first line.</summary>
    public string Indent { get; init; } = "";

    /// <summary>Blank lines between paragraphs, round headings, round titles.</summary>
    public int ParagraphGap { get; init; }
    public int HeadingGap { get; init; }
    public int TitleGap { get; init; }

    /// <summary>Lines of a page; 0: pages leave no trace.</summary>
    public int PageLines { get; init; }

    /// <summary>Blank lines at a page's end, beside which there may be a form feed, a number, a running head.</summary>
    public int PageGap { get; init; }
    public bool FormFeed { get; init; }
    public string Folio { get; init; } = "";
    public bool RunningHead { get; init; }

    /// <summary>A space at the end of each paragraph's last line.</summary>
    public bool TrailingSpace { get; init; }

    /// <summary>Of 100 places between Han and figures, so many have a space that was never printed.</summary>
    public int SpaceNoise { get; init; }
    public bool Contents { get; init; }
    public bool Cover { get; init; }
    public string LineEnd { get; init; } = "\n";
    public string Encoding { get; init; } = "utf-8";

    /// <summary>Habits drawn from a seed.</summary>
    public static PrintHabits Of(Random random)
    {
        var isWrapped = random.Next(4) > 0;
        var indent = Pick(random, "　　", "　　", "    ", "");
        var paragraphGap = random.Next(3) == 0 ? 1 : 0;
        return new PrintHabits
        {
            Width = isWrapped ? random.Next(20, 46) : 0,
            Indent = indent,
            // Without wrapping, indent or gap nothing tells paragraphs apart but the line ends; with wrapping, one of the two is needed.
            ParagraphGap = isWrapped && indent.Length == 0 ? 1 : paragraphGap,
            HeadingGap = random.Next(3),
            TitleGap = random.Next(1, 4),
            PageLines = isWrapped && random.Next(2) == 0 ? random.Next(20, 45) : 0,
            PageGap = random.Next(0, 4),
            FormFeed = random.Next(3) == 0,
            Folio = Pick(random, "", "", "— {0} —", "{0}", "- {0} -", "第{0}页"),
            RunningHead = random.Next(4) == 0,
            TrailingSpace = random.Next(4) == 0,
            SpaceNoise = random.Next(3) == 0 ? random.Next(1, 30) : 0,
            Contents = random.Next(3) == 0,
            Cover = random.Next(3) == 0,
            LineEnd = Pick(random, "\n", "\n", "\r\n"),
            Encoding = Pick(random, "utf-8", "utf-8", "gb18030", "utf-16le", "utf-16be"),
        };
    }

    private static string Pick(Random random, params ReadOnlySpan<string> choices) => choices[random.Next(choices.Length)];
}
