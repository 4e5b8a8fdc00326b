using System.Globalization;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Pdf;

namespace Typeset;

/// <summary>The ICC profile that a style names.</summary>
internal static class StyleProfile
{
    /// <summary>Profiles of presses have some megabytes at the most.</summary>
    private const int LargestMegabytes = 16;

    /// <summary>The profile; null, and an error at its place in the style, where it is not there or of no use.</summary>
    public static IccProfile? Read(WrittenValue named, Func<SourceText, string, ReadOnlyMemory<byte>?> beside, DiagnosticBag diagnostics)
    {
        try
        {
            if (named.Place.Source is { } style && beside(style, named.Text) is { } bytes && bytes.Length <= LargestMegabytes << 20) return IccProfile.ReadPress(bytes);
            diagnostics.Add(PressMessages.NoStyleProfile.At(named.Place, named.Text, LargestMegabytes.ToString(CultureInfo.InvariantCulture)));
        }
        catch (IccFormatException problem)
        {
            diagnostics.Add(PressMessages.UnusableProfile.At(named.Place, named.Text, problem.Message));
        }

        return null;
    }
}
