using System.Globalization;
using Typeset.Core;
using Typeset.Core.Messages;

namespace Typeset.Cli.Commands;

/// <summary>Sizes of trimmed pages on command lines: <c>148x210</c>, in millimetres.</summary>
internal static class TrimSize
{
    private const double Largest = 5000;

    public static Size? Read(string? text)
    {
        if (text is null) return null;
        return text.Split('x', 'X', '×') is [var width, var height] && Side(width) is { } w && Side(height) is { } h
            ? new Size(w, h)
            : throw new HostException(CheckMessages.NotASize.Anywhere(text), ExitCode.Usage);
    }

    private static Length? Side(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var millimetres) && millimetres is > 0 and <= Largest ? Length.FromMillimetres(millimetres) : null;
}
