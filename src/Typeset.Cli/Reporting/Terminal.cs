using System.Text;
using Typeset.Core;

namespace Typeset.Cli.Reporting;

/// <summary>Where a command writes and how: results to <see cref="Output"/>, everything about the work to <see cref="Error"/>.</summary>
public sealed record Terminal
{
    /// <summary>Columns of a line of source shown with a diagnostic where the width is not known.</summary>
    public const int UsualWidth = 80;

    public required TextWriter Output { get; init; }
    public required TextWriter Error { get; init; }
    public required Language Language { get; init; }

    /// <summary>Whether a person watches <see cref="Error"/>: only then is there progress.</summary>
    public bool IsWatched { get; init; }

    /// <summary>Whether escape sequences colour <see cref="Error"/>.</summary>
    public bool HasColour { get; init; }

    public int Width { get; init; } = UsualWidth;

    /// <summary>The process's own streams, in UTF-8 whatever the locale says, and without the set-up that <see cref="Console.Out"/> would cost.</summary>
    public static Terminal OfProcess(Language language)
    {
        var watched = !Console.IsErrorRedirected;
        if (OperatingSystem.IsWindows() && watched) Console.OutputEncoding = Encoding.UTF8;
        return new()
        {
            Output = Writer(Console.OpenStandardOutput()),
            Error = Writer(Console.OpenStandardError()),
            Language = language,
            IsWatched = watched,
            HasColour = watched && AllowsColour,
            Width = watched ? Math.Clamp(Console.WindowWidth, 40, 160) : UsualWidth,
        };
    }

    /// <summary>One of two wordings, by the language.</summary>
    public string Say(string chinese, string english) => Language == Language.Chinese ? chinese : english;

    /// <summary>https://no-color.org: any value but an empty one turns colour off; so does a terminal that calls itself dumb.</summary>
    private static bool AllowsColour =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    private static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 4096) { AutoFlush = true, NewLine = "\n" };
}
